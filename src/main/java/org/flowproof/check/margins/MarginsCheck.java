package org.flowproof.check.margins;

import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.flowproof.check.FailureText;
import org.flowproof.check.Verdict;
import org.flowproof.flow.State;
import org.flowproof.flow.Trajectory;
import org.flowproof.flow.choice.IntegratorChoice;
import org.flowproof.problem.Problem;

/**
 * Reads the margins and stable ranks of a run, and holds the limits that its settled sides lead to
 * against it. Stateless.
 *
 * <p>Nothing is compared at the end of the run alone: a limit is extrapolated through the law of
 * its approach, and only an error bar that is small enough gives a verdict.
 */
public final class MarginsCheck {
  private MarginsCheck() {}

  /** Checks a problem on a run of its own, as long as the problem says. */
  public static MarginsResult of(Problem problem, double delta) {
    return Classifier.obstacle(problem)
        .map(why -> without(problem, delta, why))
        .orElseGet(() -> of(problem, delta, IntegratorChoice.of(problem).integrate(problem)));
  }

  /**
   * Checks a run.
   *
   * @param delta the probability in the hypotheses, between 0 and 1
   */
  public static MarginsResult of(Problem problem, double delta, Trajectory run) {
    Optional<Classifier> found = Classifier.of(problem);
    if (found.isEmpty()) {
      return without(problem, delta, Classifier.obstacle(problem).orElseThrow());
    }
    Classifier classifier = found.get();
    HypothesisConstants hypotheses = new HypothesisConstants(classifier, delta);
    WeightErrors errors = WeightErrors.of(classifier, run);
    LateReadings late = LateReadings.of(classifier, run, errors);
    MarginsResult.End end = end(classifier, run, errors, late, hypotheses.orthogonal());
    LimitPrediction.Outcome limits = LimitPrediction.last(classifier, late.last());
    Map<Sides, LimitPrediction.Outcome> known = new IdentityHashMap<>();
    List<LimitPrediction.Outcome> read =
        late.sides().stream()
            .map(s -> known.computeIfAbsent(s, one -> LimitPrediction.of(classifier, one)))
            .toList();
    Optional<String> open =
        obstacle(run, end, late)
            .or(
                () ->
                    Stream.concat(Stream.of(limits), read.stream())
                        .map(LimitPrediction.Outcome::reason)
                        .filter(reason -> !reason.isEmpty())
                        .findFirst());
    return new MarginsResult(
        problem,
        delta,
        "",
        hypotheses.formDiffers(),
        hypotheses.all(),
        hypotheses.ratio(),
        Optional.of(run),
        Optional.of(end),
        late.readings(),
        limits.prediction(),
        open.map(why -> open(classifier, why))
            .orElseGet(
                () ->
                    new LimitLaws(
                            classifier.slope() > 0,
                            late,
                            limits.prediction().orElseThrow(),
                            read.stream().map(o -> o.prediction().orElseThrow()).toList())
                        .all()));
  }

  private static MarginsResult.End end(
      Classifier classifier,
      Trajectory run,
      WeightErrors errors,
      LateReadings late,
      boolean orthogonal) {
    State first = run.at(0);
    State last = run.at(run.endTime());
    double[] w = classifier.weights(last);
    Sides sides = late.last();
    return new MarginsResult.End(
        MarginReading.of(classifier, first, WeightErrors.PLAIN),
        MarginReading.of(classifier, last, w, errors),
        Spectrum.of(classifier, last, errors),
        ActivationSets.of(
            classifier, Sides.of(classifier, first, classifier.weights(first)), sides),
        sides.heldPairs(),
        KktResidual.of(classifier, w, sides),
        MaximalMargin.of(classifier, w, sides, orthogonal),
        late.settled());
  }

  /** Why nothing is extrapolated from a run. */
  private static Optional<String> obstacle(
      Trajectory run, MarginsResult.End end, LateReadings late) {
    Optional<String> failure =
        run.failures().stream()
            .filter(f -> f.spoilsTheRest() || f.endsTheRun())
            .map(FailureText::of)
            .findFirst();
    if (failure.isPresent()) {
      return Optional.of("not to be trusted from " + failure.get());
    }
    if (!(end.reading().smallest() > 0)) {
      return Optional.of("a sample is still on the wrong side at the end of the run");
    }
    if (late.decades() < LateReadings.DECADES * (1 - 1e-9)) {
      return Optional.of(
          String.format(
              Locale.ROOT, "the run is too short: it ends at t = %.4g", end.reading().t()));
    }
    return Optional.empty();
  }

  private static List<LimitStatement> open(Classifier classifier, String reason) {
    return all(Verdict.UNKNOWN, reason).stream()
        .map(
            s ->
                s.kind() == LimitStatement.Kind.RANK_ONE && classifier.slope() == 0
                    ? LimitLaws.silent()
                    : s)
        .toList();
  }

  private static List<LimitStatement> all(Verdict verdict, String reason) {
    return Arrays.stream(LimitStatement.Kind.values())
        .map(kind -> LimitStatement.without(kind, verdict, reason))
        .toList();
  }

  private static MarginsResult without(Problem problem, double delta, String obstacle) {
    return new MarginsResult(
        problem,
        delta,
        obstacle,
        "",
        List.of(),
        Double.NaN,
        Optional.empty(),
        Optional.empty(),
        List.of(),
        Optional.empty(),
        all(Verdict.NOT_APPLICABLE, obstacle));
  }
}
