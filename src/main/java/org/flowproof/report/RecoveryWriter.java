package org.flowproof.report;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.flowproof.sweep.PointResult;
import org.flowproof.sweep.PointsCsv;
import org.flowproof.sweep.recovery.Border;
import org.flowproof.sweep.recovery.Comparison;

/**
 * Writes the report of a sweep that asks whether a target is recovered: what was swept, what is
 * recovered, where that changes and how it depends on the length of runs, published values,
 * figures.
 */
final class RecoveryWriter {
  private final SweepDocument document;
  private final Optional<GitCommit> commit;
  private final RecoveryResults results;

  RecoveryWriter(SweepDocument document, Optional<GitCommit> commit) {
    this.document = document;
    this.commit = commit;
    results = new RecoveryResults(document);
  }

  ReportResult write(Publication publication, Path outDir) throws IOException {
    SweepInput input = document.input();
    return publication.publish(
        outDir,
        this::sources,
        (pdf, directory) ->
            ReportManifest.text(
                new ReportManifest.Heading(input.table().shortName(), input.table().title()),
                input.provenance(),
                told(),
                commit,
                Instant.now(),
                pdf,
                directory));
  }

  private void sources(Staging staging) throws IOException {
    staging.write(
        "sections/setup.tex", Templates.render("sweep-setup.ftl", SweepSetup.model(document)));
    staging.write(
        "sections/recovered.tex", Templates.render("recovery-results.ftl", results.model()));
    List<String> sections = new ArrayList<>(List.of("setup", "recovered"));
    List<Figure> figures = new RecoveryFigures(document.table()).all();
    if (!figures.isEmpty()) {
      Publication.figures(staging, document.apparatus(), figures);
      sections.add("figures");
    }
    staging.write("points.csv", PointsCsv.of(document.table()));
    staging.write("borders.csv", results.bordersCsv());
    staging.write(
        "sections/reproduce.tex",
        Templates.render(
            "reproduce.ftl",
            ReproduceSection.model(
                document.apparatus(),
                document.input().provenance(),
                commit,
                Optional.of(document.input().command()))));
    Publication.frame(staging, document.apparatus(), document.table().title(), sections);
  }

  /** What programs may want to know. */
  private Map<String, Object> told() {
    Map<String, Object> sweep = new LinkedHashMap<>();
    List<PointResult> all = document.table().results();
    sweep.put("id", document.table().id());
    sweep.put("points", document.table().size());
    sweep.put("results", all.size());
    sweep.put("decided", all.stream().filter(PointResult::isDecided).count());
    sweep.put("codeVersion", document.input().version());
    sweep.put("borders", results.borders().stream().map(RecoveryWriter::told).toList());
    sweep.put("published", results.comparisons().stream().map(RecoveryWriter::told).toList());
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("sweep", sweep);
    return map;
  }

  private static Map<String, Object> told(Border border) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("rule", border.rule().text());
    Map<String, Object> with = new LinkedHashMap<>();
    border.with().entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(e -> with.put(e.getKey(), e.getValue().text()));
    map.put("with", with);
    map.put("from", border.from());
    map.put("to", border.to());
    map.put("before", border.before());
    map.put("after", border.after());
    return map;
  }

  private static Map<String, Object> told(Comparison comparison) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("source", comparison.published().source());
    map.put("published", comparison.published().value());
    map.put("ours", comparison.ours());
    map.put("verdict", comparison.verdict().name());
    return map;
  }
}
