package org.flowproof.cli;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.flowproof.check.outcome.Ending;
import org.flowproof.check.outcome.OutcomeJudge;
import org.flowproof.check.outcome.RunOutcome;
import org.flowproof.check.outcome.Variation;
import org.flowproof.check.scale.CaseAtScale;
import org.flowproof.check.scale.ScaleSearch;
import org.flowproof.check.scale.ScaleSearch.Reading;
import org.flowproof.check.scale.ScaleSearch.Result;
import org.flowproof.flow.RunWatcher;
import org.flowproof.problem.CaseFile;

/** The scales at which the ending of one case changes. */
final class ScaleBisection {
  private final CaseFile file;
  private final ScaleOptions options;
  private final Set<Variation> variations;

  /**
   * @param once whether one run alone decides at each scale
   */
  ScaleBisection(CaseFile file, ScaleOptions options, boolean once) {
    this.file = file;
    this.options = options;
    // the variation of the scale is what is being looked at
    variations =
        once ? EnumSet.noneOf(Variation.class) : EnumSet.of(Variation.TOLERANCE, Variation.HORIZON);
  }

  /**
   * Searches and prints.
   *
   * @return the exit code
   * @throws UsageException when the initial weights have no scale
   */
  int print(Console console, Work work, RunWatcher watcher, boolean json) {
    ScaleOptions.Interval interval = options.interval().orElseThrow();
    if (file.draws().weights().isEmpty()) {
      throw new UsageException(
          file.path() + ": --bisect-scale needs initial weights of a law, these are given");
    }
    Result<Ending> result =
        new ScaleSearch<Ending>(
                scale -> reading(scale, work, watcher), options.width, options.steps)
            .between(interval.low(), interval.high());
    int code = result.known() && result.narrow() ? ExitCode.OK : ExitCode.UNKNOWN;
    if (json) {
      Map<String, Object> document = new LinkedHashMap<>(ResultJson.document("limit", code));
      document.put("case", file.id());
      document.putAll(ScaleText.tree(result));
      console.json(document);
    } else {
      console.print(file.id() + ": " + file.title());
      new ScaleText(console).print(result);
    }
    return code;
  }

  /** The ending at one scale; the time limit is for each scale. */
  private Reading<Ending> reading(double scale, Work work, RunWatcher watcher) {
    CaseFile other = CaseAtScale.of(file, scale).orElseThrow();
    List<Callable<RunOutcome>> task = List.of(() -> OutcomeJudge.judge(other, variations, watcher));
    Work.Outcome<RunOutcome> outcome = work.all(task).get(0);
    Optional<Ending> ending =
        outcome.value().map(RunOutcome::verdict).filter(v -> v != Ending.UNKNOWN);
    return new Reading<>(
        ending, outcome.value().map(RunOutcome::explanation).orElse(outcome.failure()));
  }
}
