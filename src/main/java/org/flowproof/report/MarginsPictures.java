package org.flowproof.report;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.flowproof.check.margins.MarginsResult;

/** The pictures of margins and stable ranks without a report. */
public final class MarginsPictures {
  private final Optional<TexEngine> engine;

  /** Pictures that are compiled with the TeX engine on the search path, if there is one. */
  public MarginsPictures() {
    this(TexEngine.find());
  }

  /** Pictures compiled with a given TeX engine; without one no PDF is made. */
  public MarginsPictures(Optional<TexEngine> engine) {
    this.engine = engine;
  }

  /**
   * Writes the pictures; nothing when there are none, as for problems of another kind.
   *
   * @param title of the document, plain text
   * @param staging where to write
   * @return what should be told: why there is no PDF, and the warnings of TeX
   * @throws IOException when writing fails
   */
  public List<String> write(MarginsResult result, String title, Staging staging)
      throws IOException {
    return new AlignmentPictures(engine).write(MarginsFigures.of(result), title, staging);
  }
}
