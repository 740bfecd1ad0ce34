package org.flowproof.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
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
    try (Staging staging = Staging.open(outDir, ReportManifest.FILE)) {
      Optional<GitCommit> commit = GitCommit.of(input.provenance().root());
      sources(input, commit, staging);
      List<String> sources = ReportManifest.list(staging.directory());
      List<String> warnings = new ArrayList<>();
      String note = compile(staging.directory(), sources, warnings);
      staging.write(
          ReportManifest.FILE,
          ReportManifest.text(input, commit, Instant.now(), note, warnings, staging.directory()));
      List<Path> files = ReportManifest.list(staging.directory()).stream().map(Path::of).toList();
      staging.commit();
      Optional<Path> pdf =
          note.isEmpty() ? Optional.of(outDir.resolve("main.pdf")) : Optional.empty();
      return new ReportResult(outDir, files, pdf, note, warnings);
    }
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
    List<Figure> figures = FiguresSection.figures(document);
    staging.write(
        "sections/figures.tex",
        Templates.render("figures.ftl", FiguresSection.model(document, figures)));
    for (Figure figure : figures) {
      staging.write(
          "figures/" + figure.name() + ".tex", Templates.render(figure.template(), figure.model()));
      for (Map.Entry<String, CsvTable> table : figure.tables().entrySet()) {
        staging.write("figures/" + table.getKey(), table.getValue().text());
      }
    }
    staging.write(
        "sections/reproduce.tex",
        Templates.render("reproduce.ftl", ReproduceSection.model(document, commit)));
    Map<String, Object> main = document.model();
    main.put("title", LatexText.prose(input.title()));
    main.put("version", LatexText.prose(BuildEnvironment.toolVersion()));
    staging.write("main.tex", Templates.render("main.ftl", main));
    staging.write(
        "flowproof-macros.tex", Templates.render("flowproof-macros.ftl", document.model()));
    staging.write("numbers.tex", document.numbers().text());
    staging.write("references.bib", document.bibliography());
  }

  /** Makes the PDF and removes everything else that the engine left; returns why there is none. */
  private String compile(Path directory, List<String> sources, List<String> warnings)
      throws IOException {
    if (engine.isEmpty()) {
      return "no TeX engine was found; to get a PDF install "
          + TexEngine.PACKAGES
          + " and run the command again";
    }
    Optional<String> failure = engine.get().compile(directory);
    if (failure.isEmpty()) {
      warnings.addAll(TexLog.warnings(directory));
    }
    for (String file : ReportManifest.list(directory)) {
      boolean wanted = sources.contains(file) || (failure.isEmpty() && file.equals("main.pdf"));
      if (!wanted) {
        Files.delete(directory.resolve(file));
      }
    }
    return failure.orElse("");
  }
}
