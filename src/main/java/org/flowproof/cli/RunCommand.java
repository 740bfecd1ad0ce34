package org.flowproof.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.flowproof.check.CaseCheck;
import org.flowproof.check.LiveFormulas;
import org.flowproof.flow.RunWatcher;
import org.flowproof.flow.Trajectory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code run}: integrates a case and writes the trajectory. */
@Command(
    name = "run",
    description = {
      "Integrate a case and write trajectory.csv, events.csv, figure data and run.json.",
      "No claim is checked. With --times, --observables, --checkpoint or --resume the run is"
          + " followed while it goes on: observables.csv and events.csv grow on the disk,"
          + " weights.csv has the weights at the end, and memory stays bounded. Wide networks (more"
          + " than 500,000 pairs of neurons and samples) always are.",
      "Ctrl-C ends the run and writes what there is; exit code 130."
    })
final class RunCommand extends CommandBase {
  @Parameters(arity = "1", paramLabel = "CASE", description = "Case file, or id below cases/.")
  String name;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "DIR",
      description = "Where to write; reports/CASE-run below the current directory by default.")
  String output;

  @Option(
      names = "--limit",
      description = {
        "Estimate the limit as time tends to infinity, with its error; exit code 3 when it is not",
        "available."
      })
  boolean limit;

  @Mixin StreamOptions stream;

  RunCommand(Surroundings surroundings) {
    super(surroundings);
  }

  @Override
  public Integer call() throws IOException {
    CaseRunner runner = new CaseRunner(workspace(), work(), console());
    Optional<List<CaseCheck>> prepared = runner.prepare(List.of(name), options.seed());
    if (prepared.isEmpty()) {
      return ExitCode.INPUT;
    }
    CaseCheck one = prepared.get().get(0);
    Path directory =
        workspace()
            .output(output == null ? "reports/" + one.caseFile().shortName() + "-run" : output);
    Interruption interruption = surroundings().interruption();
    interruption.heed();
    if (stream.any() || LiveFormulas.plain(one.caseFile().problem())) {
      return followed(one, directory);
    }
    Work.Outcome<Trajectory> run;
    try (RunProgress progress = new RunProgress(console(), System::nanoTime)) {
      RunWatcher watcher =
          now -> {
            progress.show(now);
            return !interruption.wanted();
          };
      run = runner.integrate(prepared.get(), watcher).get(0);
    }
    if (run.value().isEmpty()) {
      return noRun(one, run.failure());
    }
    Trajectory trajectory = run.value().get();
    int code = LiveClock.exitCode(trajectory.stopReason(), interruption);
    List<Path> files = new RunFiles(one.caseFile(), trajectory).write(directory, code);
    return finish(one, trajectory, code, directory, files);
  }

  private int followed(CaseCheck one, Path directory) throws IOException {
    LiveCommand command = new LiveCommand(one, stream, workspace(), options.threads());
    LiveClock clock =
        new LiveClock(
            System::nanoTime, surroundings().interruption(), options.timeout(), stream.every());
    console().message("running " + one.caseFile().id() + " ...");
    Trajectory run;
    try (RunProgress progress = new RunProgress(console(), System::nanoTime)) {
      run = command.call(directory, clock, progress);
    }
    int code = clock.exitCode(run.stopReason());
    return finish(one, run, code, directory, LiveCommand.files());
  }

  private int finish(
      CaseCheck one, Trajectory trajectory, int code, Path directory, List<Path> files) {
    if (!limit) {
      print(one, trajectory, code, directory, files, Optional.empty());
      return code;
    }
    List<Callable<JudgedLimit>> task = List.of(() -> JudgedLimit.of(trajectory));
    Work.Outcome<JudgedLimit> estimate = work().all(task).get(0);
    boolean found = estimate.value().filter(JudgedLimit::available).isPresent();
    int whole = found || code != ExitCode.OK ? code : ExitCode.UNKNOWN;
    print(one, trajectory, whole, directory, files, Optional.of(estimate));
    return whole;
  }

  private int noRun(CaseCheck one, String failure) {
    console().error(one.caseFile().id() + ": no run: " + failure);
    if (options.json) {
      Map<String, Object> document = ResultJson.document("run", ExitCode.UNKNOWN);
      document.put("case", one.caseFile().id());
      document.put("failure", failure);
      console().json(document);
    }
    return ExitCode.UNKNOWN;
  }

  private void print(
      CaseCheck one,
      Trajectory trajectory,
      int code,
      Path directory,
      List<Path> files,
      Optional<Work.Outcome<JudgedLimit>> estimate) {
    if (options.json) {
      Map<String, Object> document =
          new LinkedHashMap<>(RunFiles.description(one.caseFile(), trajectory, code));
      estimate.ifPresent(e -> document.put("limit", e.value().map(JudgedLimit::tree).orElse(null)));
      document.put("directory", directory.toString());
      document.put("files", new ArrayList<>(files.stream().map(Path::toString).toList()));
      console().json(document);
      return;
    }
    console().print(one.caseFile().id() + ": " + one.caseFile().title());
    new CaseTable(console()).run(one.integrator(), trajectory);
    estimate.ifPresent(
        e ->
            e.value()
                .map(JudgedLimit::lines)
                .orElse(List.of("  no limit: " + e.failure()))
                .forEach(console()::print));
    for (Path file : files) {
      console().print("  " + directory.resolve(file));
    }
  }
}
