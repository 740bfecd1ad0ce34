package org.flowproof.report;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What was written.
 *
 * @param directory the report's directory
 * @param files all files in it, relative to the directory, sorted
 * @param pdf the compiled document, when a TeX engine was there and accepted it
 * @param pdfNote why there is no PDF and what to install; empty when there is one
 * @param warnings remarks of the TeX engine that a reader would see: overfull boxes, undefined
 *     references; one line each
 */
public record ReportResult(
    Path directory, List<Path> files, Optional<Path> pdf, String pdfNote, List<String> warnings) {
  public ReportResult {
    files = List.copyOf(files);
    warnings = List.copyOf(warnings);
  }
}
