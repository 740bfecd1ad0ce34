package org.flowproof.check.outcome;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import org.flowproof.check.stationary.StationaryJudge;
import org.flowproof.flow.RunWatcher;
import org.flowproof.flow.State;
import org.flowproof.flow.Trajectory;
import org.flowproof.flow.choice.IntegratorChoice;
import org.flowproof.formula.Ball;
import org.flowproof.formula.NoValueException;
import org.flowproof.problem.CaseFile;
import org.flowproof.problem.Loss;
import org.flowproof.problem.Problem;
import org.flowproof.problem.SampledData;

/**
 * Runs a case and judges where it ends. The ending is believed only when second runs, varied in
 * scale, tolerance and horizon, end alike (theory notes A.6). Depends on the case alone.
 */
public final class OutcomeJudge {
  private final CaseFile file;
  private final Optional<HalfSamples> halves;
  private final Targets targets;
  private final RunWatcher watcher;

  private OutcomeJudge(CaseFile file, RunWatcher watcher) {
    this.file = file;
    this.watcher = watcher;
    halves = HalfSamples.of(file);
    targets = new Targets(file.problem().data(), halves);
  }

  /**
   * Runs and judges.
   *
   * @param variations the second runs to make; the outcome is trusted only with all of them
   * @throws CancellationException when the watcher ended a run
   * @throws org.flowproof.problem.InputException when the case asks for an integrator that cannot
   *     follow it
   */
  public static RunOutcome judge(CaseFile file, Set<Variation> variations, RunWatcher watcher) {
    return new OutcomeJudge(file, watcher).judge(variations, false);
  }

  /** As above; says what kind of point the limit is, too. */
  public static RunOutcome judgeWithPoint(
      CaseFile file, Set<Variation> variations, RunWatcher watcher) {
    return new OutcomeJudge(file, watcher).judge(variations, true);
  }

  /**
   * Judges a run of the case that was made already.
   *
   * @throws CancellationException when the watcher ended a second run
   */
  public static RunOutcome judge(
      CaseFile file, Trajectory run, Set<Variation> variations, RunWatcher watcher) {
    return new OutcomeJudge(file, watcher).judge(run, variations, false);
  }

  private RunOutcome judge(Set<Variation> variations, boolean point) {
    return judge(run(IntegratorChoice.of(file), file.problem()), variations, point);
  }

  private RunOutcome judge(Trajectory run, Set<Variation> variations, boolean point) {
    Reading first = read(run);
    List<RunOutcome.Rerun> reruns = new ArrayList<>();
    if (first.verdict().ending() != Ending.UNKNOWN) {
      for (Variation variation : Variation.values()) {
        if (variations.contains(variation)) {
          variation.of(file, run).map(p -> rerun(variation, p)).ifPresent(reruns::add);
        }
      }
    }
    return new RunOutcome(
        first.verdict().ending(),
        first.verdict().reason(),
        first.settled().map(OutcomeJudge::how).orElse(""),
        numbers(run, first),
        reruns,
        first.settled().filter(s -> point).map(s -> StationaryJudge.judge(run, s.limit())));
  }

  private record Reading(Targets.Verdict verdict, Optional<Settled> settled) {}

  private Trajectory run(IntegratorChoice choice, Problem problem) {
    Trajectory run = choice.integrate(problem, watcher);
    if (run.stopReason() == Trajectory.StopReason.INTERRUPTED) {
      throw new CancellationException("the run was ended");
    }
    return run;
  }

  private Reading read(Trajectory run) {
    if (file.problem().loss().kind() != Loss.Kind.SQUARED) {
      return new Reading(
          Targets.Verdict.unknown("endings are told apart for the squared loss only"),
          Optional.empty());
    }
    try {
      Settled settled = Settled.of(run);
      boolean bounded = settled.how() == Settled.How.FROZEN_PATTERNS;
      return new Reading(targets.decide(settled.outputs(), bounded), Optional.of(settled));
    } catch (Settled.UnsettledException e) {
      return new Reading(Targets.Verdict.unknown(e.getMessage()), Optional.empty());
    }
  }

  private RunOutcome.Rerun rerun(Variation variation, Problem problem) {
    Targets.Verdict verdict = read(run(IntegratorChoice.of(problem), problem)).verdict();
    return new RunOutcome.Rerun(variation, verdict.ending(), verdict.reason());
  }

  private static String how(Settled settled) {
    return switch (settled.how()) {
      case FROZEN_PATTERNS -> "the patterns are frozen";
      case EXTRAPOLATED ->
          "extrapolated from the last eighth of the run, since no pattern is shown to last: "
              + settled.remark();
    };
  }

  private SortedMap<String, Double> numbers(Trajectory run, Reading reading) {
    SortedMap<String, Double> numbers = new TreeMap<>();
    numbers.put("endTime", run.endTime());
    numbers.put("events", (double) run.cost().events());
    numbers.put("steps", (double) run.cost().steps());
    if (file.problem().loss().kind() == Loss.Kind.SQUARED) {
      try {
        atEnd(run.at(run.endTime()), numbers);
      } catch (NoValueException e) {
        // a run that is not kept has no state at its end; what is known is told
      }
      reading.settled().ifPresent(s -> atLimit(s, numbers));
    }
    return numbers;
  }

  private void atEnd(State end, SortedMap<String, Double> numbers) {
    Problem problem = file.problem();
    double[] outputs = Outputs.of(problem, end);
    double squares = 0;
    for (int k = 0; k < outputs.length; k++) {
      double r = problem.data().y().get(k) - outputs[k];
      squares += r * r;
    }
    numbers.put("endMse", squares / outputs.length);
    numbers.put("gradientNorm", Speeds.of(problem, end).gradientNorm());
  }

  private void atLimit(Settled settled, SortedMap<String, Double> numbers) {
    Problem problem = file.problem();
    numbers.put("trainMse", settled.meanSquare(problem));
    numbers.put("trainMseError", settled.meanSquareError(problem));
    for (Ending ending : targets.known()) {
      Ball distance = targets.distance(ending, settled.outputs());
      numbers.put("distance." + key(ending), distance.value());
      numbers.put("distance." + key(ending) + ".error", distance.radius());
    }
    new NeuronDirections(problem, settled.state()).tell(halves, numbers);
    file.draws().data().ifPresent(law -> law(law, settled, numbers));
  }

  /** What the law of the data says, and the error on fresh samples. */
  private void law(SampledData law, Settled settled, SortedMap<String, Double> numbers) {
    double variance = law.law().noise() * law.law().noise();
    int d = file.problem().data().d();
    numbers.put("noiseVariance", variance);
    numbers.put("predictedMse", variance * Math.max(0, 1 - 2.0 * d / file.problem().data().n()));
    TestError.of(law, file.problem(), settled.state()).ifPresent(e -> numbers.put("testMse", e));
  }

  private static String key(Ending ending) {
    return switch (ending) {
      case INTERPOLATION -> "interpolation";
      case LEAST_SQUARES -> "full";
      case HALF_LEAST_SQUARES -> "half";
      case OTHER, UNKNOWN -> throw new IllegalArgumentException("not a fit: " + ending);
    };
  }
}
