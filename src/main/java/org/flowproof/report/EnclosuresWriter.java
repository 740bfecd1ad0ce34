package org.flowproof.report;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.flowproof.check.EnclosureResult;

/**
 * Writes an appendix on the tubes of several cases: all of them in one table, what is refused and
 * why, each one, the time it took, figures, how to reproduce. Files and the way into place are
 * those of {@link AppendixWriter}; what depends on the clock is in {@code sections/times.tex} and
 * the manifest alone.
 */
public final class EnclosuresWriter {
  private static final String NAME = "enclosures";
  private static final String TITLE = "Enclosures of gradient flows";

  private final Optional<TexEngine> engine;

  /** A writer that compiles with the TeX engine on the search path, if there is one. */
  public EnclosuresWriter() {
    this(TexEngine.find());
  }

  /** A writer with a given TeX engine; without one no PDF is made. */
  public EnclosuresWriter(Optional<TexEngine> engine) {
    this.engine = engine;
  }

  /**
   * Writes the appendix and compiles it when a TeX engine is there.
   *
   * @param outDir the report's directory; replaced when it holds an earlier report
   * @throws IOException when writing fails, when {@code outDir} holds something that is not a
   *     report, or when another process is writing it
   */
  public ReportResult write(EnclosuresInput input, Path outDir) throws IOException {
    Optional<GitCommit> commit = GitCommit.of(input.provenance().root());
    return new Publication(engine)
        .publish(
            outDir,
            staging -> sources(input, commit, staging),
            (pdf, directory) ->
                ReportManifest.text(
                    new ReportManifest.Heading(NAME, TITLE),
                    input.provenance(),
                    Map.of("enclosures", input.results().stream().map(TubeRecord::of).toList()),
                    commit,
                    Instant.now(),
                    pdf,
                    directory));
  }

  private static void sources(EnclosuresInput input, Optional<GitCommit> commit, Staging staging)
      throws IOException {
    Apparatus apparatus = new Apparatus(NAME, Bibliography.load());
    EnclosuresOverview overview = new EnclosuresOverview(apparatus, input.results());
    staging.write(
        "sections/overview.tex", Templates.render("tubes-overview.ftl", overview.tubes()));
    staging.write(
        "sections/refused.tex", Templates.render("tubes-refused.ftl", overview.refused()));
    List<String> sections = new ArrayList<>(List.of("overview", "refused"));
    List<Figure> figures = new ArrayList<>();
    figures.add(TubeFigures.widths(input.results()));
    for (EnclosureResult result : input.results()) {
      String key = result.file().shortName();
      staging.write(
          "sections/" + key + ".tex",
          Templates.render(
              "tube.ftl",
              TubeSection.model(
                  apparatus,
                  result,
                  key,
                  LatexText.prose(result.file().title()),
                  false,
                  LatexText::code)));
      sections.add(key);
      result.run().tube().ifPresent(t -> figures.add(TubeFigures.width(result, key)));
    }
    staging.write("sections/times.tex", Templates.render("tubes-times.ftl", overview.times()));
    sections.add("times");
    sections.add("figures");
    Publication.figures(staging, apparatus, figures);
    staging.write("tubes.csv", overview.csv());
    staging.write(
        "sections/reproduce.tex",
        Templates.render(
            "reproduce.ftl",
            ReproduceSection.model(apparatus, input.provenance(), commit, Optional.empty())));
    Publication.frame(staging, apparatus, TITLE, sections);
  }
}
