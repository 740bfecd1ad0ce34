package org.flowproof.cli;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.flowproof.check.outcome.Ending;
import org.flowproof.check.outcome.OutcomeJudge;
import org.flowproof.check.outcome.RunOutcome;
import org.flowproof.check.outcome.Variation;
import org.flowproof.flow.RunWatcher;
import org.flowproof.problem.CaseFile;
import org.flowproof.problem.CaseLoader;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code limit}: where a case ends, and whether that can be trusted. */
@Command(
    name = "limit",
    description = {
      "Run a case and tell where it ends: interpolation, least squares, least squares on the"
          + " teacher's two halves, or elsewhere.",
      "The answer counts only when three more runs end alike: at the square of the scale, with a"
          + " tenth of the tolerance (half the step of a descent), and after twice the time."
          + " Exit code 3 when it is not known.",
    })
final class LimitCommand extends CommandBase {
  @Parameters(arity = "1", paramLabel = "CASE", description = "Case file, or id below cases/.")
  String name;

  @Option(
      names = "--once",
      description = "One run alone, without the three that it is held against.")
  boolean once;

  @Mixin ScaleOptions scales;

  LimitCommand(Surroundings surroundings) {
    super(surroundings);
  }

  @Override
  public Integer call() {
    CaseFile file = CaseLoader.load(workspace().caseFile(name), options.seed());
    Set<Variation> variations =
        once ? EnumSet.noneOf(Variation.class) : EnumSet.allOf(Variation.class);
    Interruption interruption = surroundings().interruption();
    interruption.heed();
    scales.require();
    if (scales.interval().isPresent()) {
      return bisect(file, interruption);
    }
    Work.Outcome<RunOutcome> outcome;
    try (RunProgress progress = new RunProgress(console(), System::nanoTime)) {
      RunWatcher watcher =
          now -> {
            progress.show(now);
            return !interruption.wanted();
          };
      List<Callable<RunOutcome>> task =
          List.of(() -> OutcomeJudge.judgeWithPoint(file, variations, watcher));
      outcome = work().all(task).get(0);
    }
    int code = code(outcome, interruption.wanted());
    if (options.json) {
      Map<String, Object> document = new LinkedHashMap<>(ResultJson.document("limit", code));
      document.put("case", file.id());
      outcome.value().ifPresent(o -> document.putAll(OutcomeText.tree(o)));
      document.put("failure", outcome.failure().isEmpty() ? null : outcome.failure());
      console().json(document);
    } else if (outcome.value().isPresent()) {
      console().print(file.id() + ": " + file.title());
      new OutcomeText(console()).print(outcome.value().get(), file.problem());
    } else {
      console().error(file.id() + ": no limit: " + outcome.failure());
    }
    return code;
  }

  private int bisect(CaseFile file, Interruption interruption) {
    try (RunProgress progress = new RunProgress(console(), System::nanoTime)) {
      RunWatcher watcher =
          now -> {
            progress.show(now);
            return !interruption.wanted();
          };
      int code =
          new ScaleBisection(file, scales, once).print(console(), work(), watcher, options.json);
      return interruption.wanted() ? ExitCode.INTERRUPTED : code;
    }
  }

  private static int code(Work.Outcome<RunOutcome> outcome, boolean interrupted) {
    if (interrupted) {
      return ExitCode.INTERRUPTED;
    }
    boolean known = outcome.value().filter(o -> o.verdict() != Ending.UNKNOWN).isPresent();
    return known ? ExitCode.OK : ExitCode.UNKNOWN;
  }
}
