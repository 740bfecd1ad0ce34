package org.flowproof.report;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.flowproof.check.alignment.AlignmentResult;
import org.flowproof.check.margins.MarginsResult;
import org.flowproof.check.smallstart.SmallStartResult;

/**
 * The pictures of a result without a report: LaTeX files that read the CSV beside them, a document
 * that shows them, and its PDF when a TeX engine is there.
 */
public final class Pictures {
  private final Optional<TexEngine> engine;

  /** Pictures that are compiled with the TeX engine on the search path, if there is one. */
  public Pictures() {
    this(TexEngine.find());
  }

  /** Pictures compiled with a given TeX engine; without one no PDF is made. */
  public Pictures(Optional<TexEngine> engine) {
    this.engine = engine;
  }

  /**
   * Writes the pictures of the alignment phase; nothing when there are none, as for inputs of more
   * than three dimensions.
   *
   * @param title of the document, plain text
   * @param staging where to write
   * @return what should be told: why there is no PDF, and the warnings of TeX
   * @throws IOException when writing fails
   */
  public List<String> write(AlignmentResult result, String title, Staging staging)
      throws IOException {
    return write(AlignmentFigures.of(result), title, staging);
  }

  /** Writes those of margins and stable ranks; none for problems of another kind. */
  public List<String> write(MarginsResult result, String title, Staging staging)
      throws IOException {
    return write(MarginsFigures.of(result), title, staging);
  }

  /** Writes those of the limit of small starts; none for problems of another kind. */
  public List<String> write(SmallStartResult result, String title, Staging staging)
      throws IOException {
    return write(SmallStartFigures.of(result), title, staging);
  }

  /** Writes a document that shows figures one below the other; nothing when there are none. */
  private List<String> write(List<Figure> figures, String title, Staging staging)
      throws IOException {
    List<String> told = new ArrayList<>();
    if (figures.isEmpty()) {
      return told;
    }
    List<Map<String, String>> entries = new ArrayList<>();
    for (Figure figure : figures) {
      figure.write(staging);
      entries.add(Map.of("name", figure.name(), "caption", figure.caption()));
    }
    staging.write(
        "flowproof-macros.tex",
        Templates.render("flowproof-macros.ftl", Map.of("name", "", "label", "")));
    staging.write(
        "main.tex",
        Templates.render(
            "pictures-main.ftl", Map.of("title", LatexText.prose(title), "figures", entries)));
    List<String> sources = ReportManifest.list(staging.directory());
    String note = new Publication(engine).compile(staging.directory(), sources, told);
    if (!note.isEmpty()) {
      told.add(note);
    }
    return told;
  }
}
