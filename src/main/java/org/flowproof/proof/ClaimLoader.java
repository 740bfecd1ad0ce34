package org.flowproof.proof;

import java.nio.file.Path;

/** Reads one claim file; every fault is reported with file, line and key. */
public final class ClaimLoader {
  private ClaimLoader() {}

  /**
   * Reads a claim.
   *
   * @param proofsRoot the directory that claim ids are relative to
   * @param file the claim file, below {@code proofsRoot}
   */
  public static Claim load(Path proofsRoot, Path file) {
    throw new UnsupportedOperationException("not written yet: " + proofsRoot + " " + file);
  }
}
