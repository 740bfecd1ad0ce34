package org.flowproof.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.flowproof.problem.CaseFile;
import org.flowproof.proof.Claim;
import org.flowproof.report.Provenance;
import org.flowproof.report.RecoveryInput;
import org.flowproof.report.ReportResult;
import org.flowproof.report.SweepInput;
import org.flowproof.report.SweepWriter;
import org.flowproof.sweep.Point;
import org.flowproof.sweep.PointResult;
import org.flowproof.sweep.SweepTable;
import org.flowproof.sweep.plan.SweepLoader;
import org.flowproof.sweep.plan.SweepPlan;
import org.flowproof.sweep.store.SweepStore;
import org.flowproof.sweep.threshold.ThresholdEstimator;

/**
 * Reports a sweep from the results in its store, which it does not change. Nothing is computed but
 * statistics: what takes hours is asked for with {@code sweep}.
 */
final class SweepReport {
  private static final double LEVEL = 0.5;
  private static final double CONFIDENCE = 0.95;
  private static final int RESAMPLES = 2000;
  private static final long SEED = 1;

  /** What explains why a network may stop at two half-sample fits. */
  private static final List<String> CLAIMS =
      List.of("threshold/spurious-fixed-point", "threshold/population-pull");

  private final SweepPlan plan;
  private final Path store;
  private final Workspace workspace;
  private final Surroundings surroundings;
  private final SweepTable table;

  private SweepReport(SweepPlan plan, Path store, Workspace workspace, Surroundings surroundings)
      throws IOException {
    this.plan = plan;
    this.store = store;
    this.workspace = workspace;
    this.surroundings = surroundings;
    this.table = readTable();
  }

  /**
   * Reads the sweep file and the results that are there.
   *
   * @param results where the store is; that of the command {@code sweep} when empty
   * @throws UsageException when there are no results
   * @throws IOException when the store cannot be read
   */
  static SweepReport of(
      Path file,
      boolean quick,
      Optional<Path> results,
      OptionalLong seed,
      Workspace workspace,
      Surroundings surroundings)
      throws IOException {
    SweepPlan plan = SweepLoader.load(file, quick, seed);
    Path store = results.orElseGet(() -> workspace.output(SweepCommand.place(plan.heading())));
    return new SweepReport(plan, store, workspace, surroundings);
  }

  /** Name of a directory for the report. */
  String name() {
    String id = plan.heading().id();
    String last = id.substring(id.lastIndexOf('/') + 1);
    return plan.heading().quick() ? last + "-quick" : last;
  }

  private SweepTable readTable() throws IOException {
    List<Point> points = new ArrayList<>();
    Map<Integer, PointResult> results = new HashMap<>();
    for (List<Point> next = plan.points(); !next.isEmpty(); next = plan.finer(points, results)) {
      points.addAll(next);
      results.putAll(SweepStore.read(store, next));
    }
    if (results.isEmpty()) {
      boolean there = Files.exists(store.resolve(SweepStore.FILE));
      throw new UsageException(
          "no results of "
              + plan.heading().id()
              + (there ? " by this version of the code in " : " in ")
              + store
              + "; compute them with '"
              + sweepCommand()
              + "'");
    }
    return plan.table(points, results);
  }

  private long undecided() {
    return table.results().stream().filter(r -> !r.isDecided()).count();
  }

  int exitCode() {
    return table.isComplete() && undecided() == 0 ? ExitCode.OK : ExitCode.UNKNOWN;
  }

  /** One line. */
  String summary() {
    return table.id()
        + ": "
        + table.results().size()
        + " of "
        + table.size()
        + " points, "
        + undecided()
        + " of them undecided";
  }

  /** What there is to report on. */
  Map<String, Object> json() {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("sweep", table.id());
    map.put("points", table.size());
    map.put("results", table.results().size());
    map.put("undecided", undecided());
    return map;
  }

  /** The command that computes what is missing. */
  private String sweepCommand() {
    List<String> words = new ArrayList<>(List.of("./flowproof", "sweep", shown()));
    if (plan.heading().quick()) {
      words.add("--quick");
    }
    return String.join(" ", words);
  }

  private String shown() {
    Path home = surroundings.home().toAbsolutePath().normalize();
    Path file =
        surroundings.directory().resolve(plan.heading().path()).toAbsolutePath().normalize();
    return (file.startsWith(home) ? home.relativize(file) : file.getFileName())
        .toString()
        .replace('\\', '/');
  }

  /** Writes the appendix. */
  ReportResult write(Path directory, Instant started) throws IOException {
    CaseFile base = plan.caseOf(plan.points().get(0));
    List<Claim> claims = new ArrayList<>();
    if (base.draws().data().isPresent()) {
      CLAIMS.forEach(id -> workspace.claims().find(id).ifPresent(claims::add));
    }
    List<Path> inputs = new ArrayList<>();
    inputs.add(plan.heading().path());
    base.inputs().forEach(data -> inputs.add(plan.heading().path().resolveSibling(data.path())));
    claims.forEach(claim -> inputs.add(workspace.claimFile(claim)));
    Map<String, Long> seeds = new HashMap<>();
    if (plan.heading().recovery().isEmpty()) {
      seeds.put("bootstrap of thresholds", SEED);
    }
    base.seeds()
        .forEach(
            (use, seed) -> {
              if (plan.axes().stream().noneMatch(axis -> axis.name().endsWith("seed"))) {
                seeds.put(use, seed);
              }
            });
    return new SweepWriter()
        .write(
            new SweepInput(
                table,
                base,
                plan.heading().variations(),
                plan.version(),
                new ThresholdEstimator(LEVEL, CONFIDENCE, RESAMPLES, SEED),
                claims,
                sweepCommand(),
                new Provenance(surroundings.command(), seeds, inputs, started, surroundings.home()),
                plan.heading()
                    .recovery()
                    .map(
                        asked ->
                            new RecoveryInput(
                                asked, plan.heading().refinement(), plan.heading().published()))),
            directory);
  }
}
