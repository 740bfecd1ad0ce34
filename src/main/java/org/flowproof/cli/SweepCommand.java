package org.flowproof.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.flowproof.check.outcome.OutcomeJudge;
import org.flowproof.check.recovery.RecoveryJudge;
import org.flowproof.problem.WholeFile;
import org.flowproof.sweep.Judged;
import org.flowproof.sweep.PointJudge;
import org.flowproof.sweep.PointResult;
import org.flowproof.sweep.PointsCsv;
import org.flowproof.sweep.plan.SweepLoader;
import org.flowproof.sweep.plan.SweepPlan;
import org.flowproof.sweep.run.Sweeper;
import org.flowproof.sweep.run.Tally;
import org.flowproof.sweep.store.SweepStore;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code sweep}: judges every point of a grid, and keeps what it has. */
@Command(
    name = "sweep",
    description = {
      "Judge where the run of every point of a grid ends; results.sqlite and points.csv.",
      "Ctrl-C ends the sweep; the same command goes on where it was. Finished points are not"
          + " computed again unless the code that computes them has changed.",
      "Exit code 0 when every point is decided, 3 when some are not."
    })
final class SweepCommand extends CommandBase {
  private static final String CSV = "points.csv";

  private final PointJudge judge;

  @Parameters(arity = "1", paramLabel = "SWEEP", description = "Sweep file, or id below cases/.")
  String name;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "DIR",
      description =
          "Where the results are kept; reports/SWEEP-sweep below the current directory by default,"
              + " reports/SWEEP-quick-sweep with --quick.")
  String output;

  @Option(names = "--quick", description = "Take the axes under 'quick' of the sweep file.")
  boolean quick;

  @Option(
      names = "--dry-run",
      description = "Print the points and which are left; compute nothing.")
  boolean dryRun;

  @Option(names = "--again", description = "Compute every point again.")
  boolean again;

  @Option(names = "--retry", description = "Try points again that failed or timed out.")
  boolean retry;

  @Option(names = "--csv", paramLabel = "FILE", description = "Write the table there as well.")
  String csv;

  SweepCommand(Surroundings surroundings) {
    this(
        surroundings,
        (file, variations, watcher) -> Judged.of(OutcomeJudge.judge(file, variations, watcher)));
  }

  /** With another judge, for tests. */
  SweepCommand(Surroundings surroundings, PointJudge judge) {
    super(surroundings);
    this.judge = judge;
  }

  @Override
  public Integer call() throws IOException {
    SweepPlan plan = SweepLoader.load(workspace().sweepFile(name), quick, options.seed());
    refuseSeed(plan);
    Path directory = workspace().output(output == null ? place(plan.heading()) : output);
    Optional<Path> copy = Optional.ofNullable(csv).map(workspace()::output);
    refuseForeign(directory);
    copy.ifPresent(SweepCommand::refuseUnwritable);
    Sweeper sweeper =
        new Sweeper(
            plan,
            judge(plan.heading()),
            new Sweeper.Settings(options.threads(), options.timeout(), again, retry));
    SweepText text = new SweepText(plan, console());
    if (dryRun) {
      Map<Integer, PointResult> results = SweepStore.read(directory, plan.points());
      text.planned(results, sweeper.left(results), options.json);
      return ExitCode.OK;
    }
    return fill(sweeper, plan, directory, copy, text);
  }

  private PointJudge judge(SweepPlan.Heading heading) {
    return heading
        .recovery()
        .<PointJudge>map(
            asked ->
                (file, variations, watcher) -> Judged.of(RecoveryJudge.judge(file, asked, watcher)))
        .orElse(judge);
  }

  private int fill(
      Sweeper sweeper, SweepPlan plan, Path directory, Optional<Path> copy, SweepText text)
      throws IOException {
    Interruption interruption = surroundings().interruption();
    interruption.heed();
    Sweeper.Summary summary;
    try (SweepStore store = SweepStore.open(directory, Sweeper.contents(plan))) {
      int stale = store.ofOtherCode(plan.version());
      if (stale > 0) {
        console().message(stale + " results of other code are kept but not used");
      }
      try (SweepProgress progress = new SweepProgress(console(), System::nanoTime)) {
        summary = sweeper.fill(store, interruption::wanted, progress::show);
      }
      List<Path> files = new ArrayList<>(List.of(directory.resolve(SweepStore.FILE)));
      files.add(directory.resolve(CSV));
      copy.ifPresent(files::add);
      String table = PointsCsv.of(summary.table());
      for (Path file : files.subList(1, files.size())) {
        WholeFile.write(file, table);
      }
      int code = code(summary.tally(), interruption.wanted());
      text.finished(summary, code, files, options.json);
      return code;
    }
  }

  /** Apart for the quick version, whose table would take the place of the full one. */
  static String place(SweepPlan.Heading heading) {
    String name = heading.id().substring(heading.id().lastIndexOf('/') + 1);
    return "reports/" + name + (heading.quick() ? "-quick-sweep" : "-sweep");
  }

  private static int code(Tally tally, boolean interrupted) {
    if (tally.left() > 0) {
      return interrupted ? ExitCode.INTERRUPTED : ExitCode.UNKNOWN;
    }
    return tally.undecided() > 0 ? ExitCode.UNKNOWN : ExitCode.OK;
  }

  private void refuseSeed(SweepPlan plan) {
    boolean swept = plan.axes().stream().anyMatch(axis -> axis.name().endsWith("seed"));
    if (swept && options.seed().isPresent()) {
      throw new UsageException("--seed does not go with a sweep over seeds");
    }
  }

  /** Looked at before hours are spent on what could not be written. */
  private static void refuseUnwritable(Path file) {
    Path parent = file.toAbsolutePath().getParent();
    boolean other = Files.exists(file) && !Files.isRegularFile(file);
    if (other || parent == null || !Files.isDirectory(parent)) {
      throw new UsageException("--csv " + file + ": not a file in a directory that exists");
    }
  }

  /** A table that lies where there is no store is somebody else's. */
  private static void refuseForeign(Path directory) throws IOException {
    if (Files.exists(directory.resolve(CSV)) && !Files.exists(directory.resolve(SweepStore.FILE))) {
      throw new IOException(
          directory.resolve(CSV) + " is not of a sweep; choose another directory");
    }
  }
}
