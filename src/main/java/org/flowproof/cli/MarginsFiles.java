package org.flowproof.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.flowproof.check.margins.MarginsResult;
import org.flowproof.problem.CaseFile;
import org.flowproof.problem.json.Json;
import org.flowproof.report.MarginsPictures;
import org.flowproof.report.Staging;

/** The files of {@code margins -o}: the result as JSON, a table of readings, figures. */
final class MarginsFiles {
  static final String MARKER = "margins.json";

  private final CaseFile file;
  private final MarginsResult result;
  private final int code;

  MarginsFiles(CaseFile file, MarginsResult result, int code) {
    this.file = file;
    this.result = result;
    this.code = code;
  }

  /**
   * Writes everything; a reader of the directory sees the old files or the new ones.
   *
   * @return what should be told besides: why there is no PDF, and the warnings of TeX
   * @throws IOException when the directory holds something else, or cannot be written
   */
  List<String> write(Path directory) throws IOException {
    try (Staging staging = Staging.open(directory, MARKER)) {
      List<String> told = new MarginsPictures().write(result, file.title(), staging);
      staging.write(MARKER, Json.text(MarginsTree.document(file, result, code)));
      if (!result.late().isEmpty()) {
        staging.write("readings.csv", MarginsTree.table(result.late()));
      }
      staging.commit();
      return told;
    }
  }
}
