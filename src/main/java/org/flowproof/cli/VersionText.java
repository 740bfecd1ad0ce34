package org.flowproof.cli;

import picocli.CommandLine.IVersionProvider;

/** The version that stands in the jar's manifest. */
final class VersionText implements IVersionProvider {
  @Override
  public String[] getVersion() {
    return new String[] {"flowproof " + version(), "Java " + System.getProperty("java.version")};
  }

  /** The version alone; {@code development} outside a jar. */
  static String version() {
    String version = VersionText.class.getPackage().getImplementationVersion();
    return version == null ? "development" : version;
  }
}
