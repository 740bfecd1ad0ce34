package org.flowproof.cli;

import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.flowproof.check.CaseCheck;
import org.flowproof.check.LiveFormulas;
import org.flowproof.flow.LiveIntegrator;
import org.flowproof.flow.LiveRun;
import org.flowproof.flow.Trajectory;
import org.flowproof.flow.stream.Checkpoint;
import org.flowproof.flow.stream.LiveView;
import org.flowproof.flow.stream.OutputTimes;
import org.flowproof.flow.stream.Spool;
import org.flowproof.problem.Problem;
import org.flowproof.problem.json.Json;
import org.flowproof.report.CsvTable;
import org.flowproof.report.Staging;

/**
 * A run that is followed while it goes on: tables grow on the disk, the run is saved from time to
 * time, and it may be the rest of one that was saved.
 */
final class LiveCommand {
  private static final int USUAL_TIMES = 1001;
  private static final int USUAL_TIMES_OF_WIDE = 101;
  private static final String WEIGHTS = "weights.csv";

  private final CaseCheck one;
  private final Problem problem;
  private final LiveIntegrator integrator;
  private final LiveFormulas formulas;
  private final OutputTimes times;
  private final String output;
  private final Optional<CheckpointPlace> saves;
  private final Optional<CheckpointPlace> source;

  /**
   * What was asked for; nothing is computed or written.
   *
   * @param threads that work on one case
   * @throws UsageException when times are out of reach, or files are in the way
   */
  LiveCommand(CaseCheck one, StreamOptions options, Workspace workspace, int threads) {
    this.one = one;
    problem = one.caseFile().problem();
    integrator = one.integrator().live(threads);
    formulas =
        options.observables == null
            ? LiveFormulas.of(one.caseFile())
            : LiveFormulas.of(options.observables, problem);
    double end = problem.dynamics().stop().time();
    int usual = LiveFormulas.plain(problem) ? USUAL_TIMES_OF_WIDE : USUAL_TIMES;
    times =
        options.times != null ? options.times : OutputTimes.parse("linear:0:" + end + ":" + usual);
    double last = times.times().get(times.times().length() - 1);
    if (last > end) {
      throw new UsageException(
          "--times: " + last + " is after the end of the run; expected times up to " + end);
    }
    output = OutputTimes.hash(times, formulas.columns());
    source =
        Optional.ofNullable(options.resume).map(workspace::output).map(CheckpointPlace::toRead);
    saves = Optional.ofNullable(options.checkpoint).map(workspace::output).map(CheckpointPlace::of);
    saves
        .filter(place -> Files.exists(place.file()) && !source.equals(saves))
        .ifPresent(
            place -> {
              throw new UsageException(
                  place.file() + " exists; go on from it with --resume, or choose another place");
            });
  }

  /**
   * Follows the run and writes its files.
   *
   * @param directory for the result
   * @param clock says when to save and when to end
   * @return the run at its end
   */
  Trajectory call(Path directory, LiveClock clock, RunProgress progress) throws IOException {
    Path whole = directory.toAbsolutePath().normalize();
    if (saves.filter(s -> s.file().toAbsolutePath().normalize().startsWith(whole)).isPresent()) {
      throw new UsageException(
          "--checkpoint: in the directory of the result, which is replaced as a whole; choose"
              + " another place");
    }
    LiveTables.Mark[] mark = new LiveTables.Mark[1];
    Optional<LiveRun> resumed = source.map(place -> resume(place, mark));
    LiveRun run = resumed.orElseGet(() -> integrator.start(problem));
    LiveView view = new LiveView(run, integrator.initial(problem));
    try (Staging staging = Staging.open(directory, RunFiles.MARKER)) {
      if (saves.isPresent()) {
        Files.createDirectories(saves.get().file().getParent());
      }
      Function<String, Path> place =
          saves.<Function<String, Path>>map(s -> s::table).orElse(staging.directory()::resolve);
      try (LiveTables tables =
          resumed.isPresent()
              ? LiveTables.resume(
                  view, formulas, times, place, source.orElseThrow()::table, mark[0])
              : LiveTables.begin(
                  view, formulas, times, place, a -> RunFiles.comment(one.caseFile(), a))) {
        run =
            new LiveLoop(
                    integrator,
                    staging.directory().resolve(".notes"),
                    view,
                    tables,
                    clock,
                    progress)
                .follow(run, now -> save(now, tables));
      }
      if (saves.isPresent()) {
        for (String name : List.of(LiveTables.OBSERVABLES, LiveTables.EVENTS)) {
          Files.copy(place.apply(name), staging.directory().resolve(name));
        }
      }
      view.look(run.at(run.time()));
      weights(view, staging.directory().resolve(WEIGHTS));
      Map<String, Object> description =
          RunFiles.description(one.caseFile(), view, clock.exitCode(view.stopReason()));
      staging.write(RunFiles.MARKER, Json.text(description));
      staging.commit();
    }
    return view;
  }

  /** The files that a run leaves, relative to its directory. */
  static List<Path> files() {
    return new TreeMap<>(
            Map.of(LiveTables.EVENTS, 0, LiveTables.OBSERVABLES, 0, RunFiles.MARKER, 0, WEIGHTS, 0))
        .keySet().stream().map(Path::of).toList();
  }

  private LiveRun resume(CheckpointPlace place, LiveTables.Mark[] mark) {
    Checkpoint checkpoint = Checkpoint.read(place.file());
    LiveRun run =
        checkpoint.resume(
            problem,
            integrator,
            VersionText.version(),
            output,
            in -> mark[0] = LiveTables.Mark.read(in, times.times().length()));
    Spool.verify(place.table(LiveTables.OBSERVABLES), mark[0].observables());
    Spool.verify(place.table(LiveTables.EVENTS), mark[0].events());
    return run;
  }

  private void save(LiveRun run, LiveTables tables) throws IOException {
    if (saves.isPresent()) {
      LiveTables.Mark mark = tables.mark();
      Checkpoint.Part beside = (DataOutputStream out) -> mark.save(out);
      Checkpoint.write(
          saves.get().file(), run, integrator.name(), VersionText.version(), output, beside);
    }
  }

  /** The weights at the end, one neuron a line. */
  private void weights(Trajectory run, Path file) throws IOException {
    var state = run.at(run.endTime());
    int d = problem.data().d();
    try (var out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
      out.write(RunFiles.comment(one.caseFile(), "weights at t = " + run.endTime()));
      StringBuilder header = new StringBuilder("neuron,a");
      for (int i = 1; i <= d; i++) {
        header.append(",w[").append(i).append(']');
      }
      out.write(header.append(",errorOfA,errorOfW\n").toString());
      double[] row = new double[d + 4];
      for (int j = 0; j < problem.network().width(); j++) {
        row[0] = j + 1.0;
        row[1] = state.a(j);
        for (int i = 0; i < d; i++) {
          row[2 + i] = state.w(j, i);
        }
        row[d + 2] = state.errorOfA(j);
        row[d + 3] = state.errorOfW(j);
        out.write(CsvTable.line(row));
      }
    }
  }
}
