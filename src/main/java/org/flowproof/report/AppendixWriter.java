package org.flowproof.report;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.flowproof.check.EnclosureResult;
import org.flowproof.flow.ObservableCatalogue;
import org.flowproof.flow.Trajectory;
import org.flowproof.formula.LatexPrinter;

/**
 * Writes a report as a LaTeX appendix with figures, bibliography and manifest.
 *
 * <p>The directory holds {@code main.tex}, {@code sections/*.tex} (each fit for {@code \input} in
 * another document), {@code flowproof-macros.tex}, {@code numbers.tex}, {@code figures/}, {@code
 * references.bib}, {@code manifest.json} and, when a TeX engine is there, {@code main.pdf}. Apart
 * from the times in the manifest the same input gives the same bytes.
 */
public final class AppendixWriter {
  private static final String TUBE = "enclosure";

  private final Optional<TexEngine> engine;
  private final Function<Trajectory, Readings> readings;

  /** A writer that compiles with the TeX engine on the search path, if there is one. */
  public AppendixWriter() {
    this(TexEngine.find());
  }

  /** A writer with a given TeX engine; without one no PDF is made. */
  public AppendixWriter(Optional<TexEngine> engine) {
    this(engine, TrajectoryReadings::new);
  }

  AppendixWriter(Optional<TexEngine> engine, Function<Trajectory, Readings> readings) {
    this.engine = engine;
    this.readings = readings;
  }

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
    Optional<GitCommit> commit = GitCommit.of(input.provenance().root());
    return new Publication(engine)
        .publish(
            outDir,
            staging -> sources(input, commit, staging),
            (pdf, directory) -> ReportManifest.text(input, commit, Instant.now(), pdf, directory));
  }

  private void sources(ReportInput input, Optional<GitCommit> commit, Staging staging)
      throws IOException {
    Document document =
        new Document(
            input,
            Bibliography.load(),
            new LatexPrinter(ObservableCatalogue.standard()),
            readings.apply(input.trajectory()));
    staging.write(
        "sections/problem.tex", Templates.render("problem.ftl", ProblemSection.model(document)));
    staging.write(
        "sections/claims.tex", Templates.render("claims.ftl", ClaimsSection.model(document)));
    staging.write(
        "sections/derivations.tex",
        Templates.render("derivations.ftl", DerivationsSection.model(document)));
    staging.write(
        "sections/findings.tex", Templates.render("findings.ftl", FindingsSection.model(document)));
    List<String> sections =
        new ArrayList<>(List.of("problem", "claims", "derivations", "findings"));
    if (input.alignment().isPresent()) {
      staging.write(
          "sections/alignment.tex",
          Templates.render(
              "alignment.ftl", AlignmentSection.model(document, input.alignment().get())));
      sections.add("alignment");
    }
    List<Figure> margins = input.margins().map(MarginsFigures::of).orElse(List.of());
    if (input.margins().isPresent()) {
      staging.write(
          "sections/margins.tex",
          Templates.render(
              "margins.ftl", MarginsSection.model(document, input.margins().get(), margins)));
      sections.add("margins");
    }
    List<Figure> starts = input.smallStart().map(SmallStartFigures::of).orElse(List.of());
    if (input.smallStart().isPresent()) {
      staging.write(
          "sections/small-start.tex",
          Templates.render(
              "small-start.ftl",
              SmallStartSection.model(document, input.smallStart().get(), starts)));
      sections.add("small-start");
    }
    if (input.branches().isPresent()) {
      staging.write(
          "sections/branches.tex",
          Templates.render(
              "branches.ftl", BranchesSection.model(document, input.branches().get())));
      sections.add("branches");
    }
    List<Figure> tubes = new ArrayList<>();
    if (input.enclosure().isPresent()) {
      EnclosureResult enclosure = input.enclosure().get();
      enclosure.run().tube().ifPresent(t -> tubes.add(TubeFigures.width(enclosure, TUBE)));
      staging.write(
          "sections/enclosure.tex",
          Templates.render(
              "tube.ftl",
              TubeSection.model(
                  document.apparatus(),
                  enclosure,
                  TUBE,
                  "Enclosure",
                  true,
                  document::claimReference)));
      sections.add("enclosure");
    }
    sections.add("figures");
    List<Figure> figures = new ArrayList<>(FiguresSection.figures(document));
    figures.addAll(margins);
    figures.addAll(starts);
    figures.addAll(tubes);
    Publication.figures(staging, document.apparatus(), figures);
    staging.write(
        "sections/reproduce.tex",
        Templates.render(
            "reproduce.ftl",
            ReproduceSection.model(
                document.apparatus(), input.provenance(), commit, Optional.empty())));
    Publication.frame(staging, document.apparatus(), input.title(), sections);
  }
}
