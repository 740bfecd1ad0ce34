package org.flowproof.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.flowproof.check.FailureText;
import org.flowproof.check.Finding;
import org.flowproof.flow.Trajectory;
import org.flowproof.problem.json.Json;
import org.flowproof.proof.kernel.ProofReport;

/** The machine-readable record of a report: what it was made from, with what, and what is in it. */
final class ReportManifest {
  /** File name in the report. */
  static final String FILE = "manifest.json";

  /** Raised whenever a key changes its meaning or disappears. */
  static final int SCHEMA = 1;

  private ReportManifest() {}

  /** What became of the compilation. */
  record Pdf(String note, List<String> warnings) {}

  /**
   * The content for a case.
   *
   * @param input the report
   * @param commit of the sources, when known
   * @param ended when the work ended
   * @param pdf why there is no PDF, and the warnings of the TeX engine
   * @param directory where all other files of the report are
   */
  static String text(
      ReportInput input, Optional<GitCommit> commit, Instant ended, Pdf pdf, Path directory)
      throws IOException {
    Map<String, Object> results = new LinkedHashMap<>();
    results.put("verdicts", verdicts(input));
    results.put("proofs", proofs(input.proofs()));
    results.put("run", run(input));
    input.enclosure().ifPresent(e -> results.put("enclosure", TubeRecord.of(e)));
    return text(
        new Heading(input.name(), input.title()),
        input.provenance(),
        results,
        commit,
        ended,
        pdf,
        directory);
  }

  /** Short name and title of a report. */
  record Heading(String name, String title) {}

  /**
   * The content for any report.
   *
   * @param results what was found, ready for JSON
   */
  static String text(
      Heading heading,
      Provenance provenance,
      Map<String, Object> results,
      Optional<GitCommit> commit,
      Instant ended,
      Pdf pdf,
      Path directory)
      throws IOException {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("schema", "flowproof-report-manifest");
    map.put("schemaVersion", SCHEMA);
    map.put("report", heading.name());
    map.put("title", heading.title());
    Map<String, Object> tool = new LinkedHashMap<>();
    tool.put("name", "flowproof");
    tool.put("version", BuildEnvironment.toolVersion());
    tool.put("commit", commit.map(GitCommit::id).orElse(null));
    tool.put("dirty", commit.map(GitCommit::dirty).orElse(null));
    map.put("tool", tool);
    map.put("command", ReproduceSection.commandLine(provenance));
    map.put("seeds", new TreeMap<>(provenance.seeds()));
    map.put("started", provenance.started().toString());
    map.put("ended", ended.toString());
    map.put("resultsDependOnThreadCount", false);
    map.put("machine", BuildEnvironment.machine());
    map.put("inputs", inputs(provenance));
    map.putAll(results);
    Map<String, Object> made = new LinkedHashMap<>();
    made.put("made", pdf.note().isEmpty());
    made.put("note", pdf.note());
    made.put("warnings", pdf.warnings());
    map.put("pdf", made);
    map.put("dependencies", BuildEnvironment.dependencies());
    map.put("files", files(directory));
    return Json.text(map);
  }

  private static List<Map<String, Object>> inputs(Provenance provenance) throws IOException {
    List<Map<String, Object>> list = new ArrayList<>();
    for (Path input : provenance.inputs()) {
      Map<String, Object> map = new LinkedHashMap<>();
      map.put("path", ReproduceSection.relative(provenance, input));
      map.put("sha256", Hashes.sha256(input));
      list.add(map);
    }
    return list;
  }

  private static List<Map<String, Object>> verdicts(ReportInput input) {
    List<Map<String, Object>> list = new ArrayList<>();
    for (Finding finding : input.findings()) {
      Map<String, Object> map = new LinkedHashMap<>();
      String id = finding.claim().id();
      map.put("claim", id);
      map.put("verdict", finding.verdict().name());
      map.put(
          "expected", Optional.ofNullable(input.expected().get(id)).map(Enum::name).orElse(null));
      map.put("margin", finding.margin().orElse(null));
      map.put("tightness", finding.tightness().orElse(null));
      map.put("numericalError", finding.numericalError());
      map.put("reason", finding.reason());
      list.add(map);
    }
    return list;
  }

  /** The status of each claim. */
  static Map<String, Object> proofs(List<ProofReport> proofs) {
    Map<String, Object> map = new TreeMap<>();
    proofs.forEach(p -> map.put(p.claim().id(), p.status().word()));
    return map;
  }

  private static Map<String, Object> run(ReportInput input) {
    Trajectory trajectory = input.trajectory();
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("integrator", input.integrator().name());
    map.put("integratorReason", input.integrator().reason());
    map.put("endTime", trajectory.endTime());
    map.put("stopReason", trajectory.stopReason().name());
    map.put("evaluations", trajectory.cost().evaluations());
    map.put("steps", trajectory.cost().steps());
    map.put("events", trajectory.cost().events());
    map.put("notUniqueFrom", trajectory.nonUniqueness().map(u -> u.time()).orElse(null));
    map.put("failures", trajectory.failures().stream().map(FailureText::of).toList());
    return map;
  }

  private static List<Map<String, Object>> files(Path directory) throws IOException {
    List<Map<String, Object>> list = new ArrayList<>();
    for (String file : list(directory)) {
      Map<String, Object> map = new LinkedHashMap<>();
      map.put("path", file);
      map.put("bytes", Files.size(directory.resolve(file)));
      map.put("sha256", Hashes.sha256(directory.resolve(file)));
      list.add(map);
    }
    return list;
  }

  /** All files below a directory, relative, with forward slashes, sorted. */
  static List<String> list(Path directory) throws IOException {
    try (Stream<Path> walk = Files.walk(directory)) {
      return walk.filter(Files::isRegularFile)
          .map(f -> directory.relativize(f).toString().replace('\\', '/'))
          .sorted()
          .toList();
    }
  }
}
