package org.flowproof.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.flowproof.check.alignment.AlignmentResult;
import org.flowproof.problem.CaseFile;
import org.flowproof.problem.json.Json;
import org.flowproof.report.AlignmentPictures;
import org.flowproof.report.Staging;

/** The files of {@code alignment -o}: the result as JSON, a table of neurons, figures. */
final class AlignmentFiles {
  static final String MARKER = "alignment.json";

  private final CaseFile file;
  private final AlignmentResult result;
  private final int code;

  AlignmentFiles(CaseFile file, AlignmentResult result, int code) {
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
      List<String> told = new AlignmentPictures().write(result, file.title(), staging);
      staging.write(MARKER, Json.text(AlignmentTree.document(file, result, code)));
      if (!result.neurons().isEmpty()) {
        staging.write("neurons.csv", AlignmentTree.table(result.neurons()));
      }
      staging.commit();
      return told;
    }
  }
}
