package org.flowproof.cli;

import picocli.CommandLine.IVersionProvider;

/** The version that stands in the jar's manifest. */
final class VersionText implements IVersionProvider {
  @Override
  public String[] getVersion() {
    String version = VersionText.class.getPackage().getImplementationVersion();
    return new String[] {
      "flowproof " + (version == null ? "development" : version),
      "Java " + System.getProperty("java.version")
    };
  }
}
