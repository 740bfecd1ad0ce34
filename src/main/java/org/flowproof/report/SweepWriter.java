package org.flowproof.report;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.flowproof.proof.Claim;
import org.flowproof.sweep.PointResult;
import org.flowproof.sweep.PointsCsv;
import org.flowproof.sweep.threshold.SampleThreshold;
import org.flowproof.sweep.threshold.Series;

/**
 * Writes the report of a sweep as a LaTeX appendix: what was swept, the endings, results,
 * thresholds, conclusions that change, figures, how to reproduce. Files, names and the way into
 * place are those of {@link AppendixWriter}.
 */
public final class SweepWriter {
  private final Optional<TexEngine> engine;

  /** A writer that compiles with the TeX engine on the search path, if there is one. */
  public SweepWriter() {
    this(TexEngine.find());
  }

  /** A writer with a given TeX engine; without one no PDF is made. */
  public SweepWriter(Optional<TexEngine> engine) {
    this.engine = engine;
  }

  /**
   * Writes the appendix and compiles it when a TeX engine is there.
   *
   * @param input what to report
   * @param outDir the report's directory; replaced when it holds an earlier report
   * @return what was written
   * @throws IOException when writing fails, when {@code outDir} holds something that is not a
   *     report, or when another process is writing it
   * @throws IllegalArgumentException when the sweep has no axis of positive numbers
   */
  public ReportResult write(SweepInput input, Path outDir) throws IOException {
    Optional<GitCommit> commit = GitCommit.of(input.provenance().root());
    SweepDocument document = new SweepDocument(input, Bibliography.load());
    if (input.recovery().isPresent()) {
      return new RecoveryWriter(document, commit).write(new Publication(engine), outDir);
    }
    SweepThresholds thresholds = new SweepThresholds(document);
    return new Publication(engine)
        .publish(
            outDir,
            staging -> sources(document, thresholds, commit, staging),
            (pdf, directory) ->
                ReportManifest.text(
                    new ReportManifest.Heading(input.table().shortName(), input.table().title()),
                    input.provenance(),
                    results(document, thresholds),
                    commit,
                    Instant.now(),
                    pdf,
                    directory));
  }

  private static void sources(
      SweepDocument document,
      SweepThresholds thresholds,
      Optional<GitCommit> commit,
      Staging staging)
      throws IOException {
    staging.write(
        "sections/setup.tex", Templates.render("sweep-setup.ftl", SweepSetup.model(document)));
    Map<String, Object> endings = document.apparatus().model();
    endings.put("teacher", document.input().base().draws().data().isPresent());
    endings.put("claims", !document.input().claims().isEmpty());
    staging.write("sections/endings.tex", Templates.render("sweep-endings.ftl", endings));
    staging.write(
        "sections/results.tex",
        Templates.render("sweep-results.ftl", SweepResults.model(document)));
    staging.write(
        "sections/thresholds.tex", Templates.render("sweep-thresholds.ftl", thresholds.model()));
    staging.write(
        "sections/scales.tex", Templates.render("sweep-scales.ftl", SweepScales.model(document)));
    List<Figure> figures = new ArrayList<>(new PhaseFigures(document).all());
    figures.addAll(new ThresholdFigures(document, thresholds).all());
    figures.addAll(new LossFigures(document).all());
    Publication.figures(staging, document.apparatus(), figures);
    staging.write("points.csv", PointsCsv.of(document.table()));
    staging.write(
        "sections/reproduce.tex",
        Templates.render(
            "reproduce.ftl",
            ReproduceSection.model(
                document.apparatus(),
                document.input().provenance(),
                commit,
                Optional.of(document.input().command()))));
    List<String> sections =
        new ArrayList<>(List.of("setup", "endings", "results", "thresholds", "scales", "figures"));
    if (!document.input().claims().isEmpty()) {
      sections.add("statements");
      staging.write(
          "sections/statements.tex",
          Templates.render("sweep-statements.ftl", statements(document)));
    }
    Publication.frame(staging, document.apparatus(), document.table().title(), sections);
  }

  private static Map<String, Object> statements(SweepDocument document) throws IOException {
    Map<String, Object> map = document.apparatus().model();
    List<String> fragments = new ArrayList<>();
    for (Claim claim : document.input().claims()) {
      fragments.add(ClaimFragment.of(claim, id -> Optional.empty()));
    }
    map.put("claims", fragments);
    return map;
  }

  /** What programs may want to know. */
  private static Map<String, Object> results(SweepDocument document, SweepThresholds thresholds) {
    Map<String, Object> sweep = new LinkedHashMap<>();
    List<PointResult> results = document.table().results();
    sweep.put("id", document.table().id());
    sweep.put("points", document.table().size());
    sweep.put("results", results.size());
    sweep.put("decided", results.stream().filter(PointResult::isDecided).count());
    sweep.put("codeVersion", document.input().version());
    List<Map<String, Object>> list = new ArrayList<>();
    for (SweepThresholds.Question question : thresholds.questions()) {
      for (Series one : document.series()) {
        SampleThreshold threshold = thresholds.threshold(one, question);
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("ending", question.ending());
        Map<String, Object> fixed = new LinkedHashMap<>();
        one.fixed().forEach((axis, value) -> fixed.put(axis, value.text()));
        map.put("with", fixed);
        map.put("along", document.question().axis());
        map.put("kind", threshold.estimate().map(c -> c.kind().name()).orElse(null));
        map.put("estimate", threshold.estimate().map(c -> c.n()).orElse(null));
        map.put("above", boxed(threshold.sure().above()));
        map.put("atMost", boxed(threshold.sure().atMost()));
        map.put("confidence", threshold.confidence());
        list.add(map);
      }
    }
    sweep.put("thresholds", list);
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("sweep", sweep);
    return map;
  }

  private static Double boxed(java.util.OptionalDouble value) {
    return value.isPresent() ? value.getAsDouble() : null;
  }
}
