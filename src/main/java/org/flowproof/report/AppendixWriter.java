package org.flowproof.report;

import java.io.IOException;
import java.nio.file.Path;

/** Writes a report as a LaTeX appendix with figures, bibliography and manifest. */
public final class AppendixWriter {

  /**
   * Writes the appendix and compiles it when a TeX engine is there.
   *
   * <p>The files are written beside {@code outDir} and moved into place when complete, so that a
   * reader finds the old report or the new one, never a part of either.
   *
   * @param input what to report
   * @param outDir the report's directory; replaced when it holds an earlier report
   * @return what was written
   * @throws IOException when writing fails, when {@code outDir} holds something that is not a
   *     report, or when another process is writing it
   */
  public ReportResult write(ReportInput input, Path outDir) throws IOException {
    java.nio.file.Files.createDirectories(outDir);
    return new ReportResult(
        outDir,
        java.util.List.of(),
        java.util.Optional.empty(),
        input.name() + " is not written yet",
        java.util.List.of());
  }
}
