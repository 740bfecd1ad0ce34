package org.flowproof.check;

import java.util.Optional;
import java.util.function.DoubleFunction;
import org.flowproof.formula.NoValueException;
import org.flowproof.formula.Truth;
import org.flowproof.problem.DataSet;
import org.flowproof.problem.Draws;
import org.flowproof.problem.Problem;
import org.flowproof.problem.SampledData;
import org.flowproof.proof.Claim;
import org.flowproof.proof.Condition;

/**
 * Evaluates the conditions of claims at the start of a problem, and solves them for scale, number
 * of samples or horizon. Numbers are balls; nothing is integrated.
 *
 * <p>The scale multiplies all initial weights, which are not drawn again; it is the scale of the
 * law, or a factor on given weights. Other numbers of samples are drawn from the same stream of the
 * same law, with the initial weights as they are.
 */
public final class ConditionCheck {
  /** Exponents of ten between which scales are searched; squares must not underflow. */
  private static final int LOWEST_SCALE = -150;

  private static final int HIGHEST_SCALE = 6;

  private static final int LOWEST_TIME = -9;

  private static final int HIGHEST_TIME = 12;

  private static final int MOST_SAMPLES = 1024;

  private final Problem problem;
  private final Draws draws;
  private final StartValues start;

  /**
   * For one problem.
   *
   * @param draws what of it was drawn
   * @param horizon the {@code endTime} of its conditions: the end of the run
   */
  public ConditionCheck(Problem problem, Draws draws, double horizon) {
    this.problem = problem;
    this.draws = draws;
    this.start = StartValues.of(problem, horizon);
  }

  /** Evaluates one condition; what has no value is UNKNOWN with the reason. */
  public ConditionResult evaluate(Claim claim, Condition condition) {
    Optional<String> mismatch = ModelMatch.mismatch(claim.subject(), problem);
    if (mismatch.isPresent()) {
      return ConditionResult.unknown(claim, condition, mismatch.get());
    }
    StartReading reading = StartReading.of(claim, condition, start);
    Truth truth = reading.truth();
    Optional<Reading> worst = reading.worst();
    return new ConditionResult(
        claim,
        condition,
        switch (truth) {
          case TRUE -> ConditionResult.Outcome.HOLDS;
          case FALSE -> ConditionResult.Outcome.FAILS;
          case UNDECIDED -> ConditionResult.Outcome.UNKNOWN;
        },
        truth == Truth.UNDECIDED
            ? worst.map(Reading::reason).orElse("its premise is false everywhere")
            : "",
        worst
            .filter(w -> !Double.isNaN(w.gap()))
            .map(w -> new ConditionResult.Sides(w.left(), w.right(), w.error(), reading.where())),
        reading.instances(),
        threshold(claim, condition),
        "");
  }

  private Threshold threshold(Claim claim, Condition condition) {
    return switch (condition.in()) {
      case SCALE -> {
        double unit = draws.scale().orElse(1);
        Threshold found =
            ThresholdSearch.overDecades(
                LOWEST_SCALE,
                HIGHEST_SCALE,
                test(claim, condition, scale -> start.scaled(scale / unit, draws)));
        yield draws.scale().isPresent() ? found : remarked(found, "in units of the given weights");
      }
      case TIME ->
          ThresholdSearch.overDecades(
              LOWEST_TIME, HIGHEST_TIME, test(claim, condition, start::until));
      case SAMPLES ->
          draws
              .data()
              .map(law -> samples(claim, condition, law))
              .orElseGet(
                  () -> Threshold.none(Threshold.Shape.NOT_AVAILABLE, "the data set is given"));
    };
  }

  private Threshold samples(Claim claim, Condition condition, SampledData law) {
    return remarked(
        ThresholdSearch.overCounts(
            MOST_SAMPLES, test(claim, condition, n -> redrawn(law, (int) n))),
        "data drawn again for each n");
  }

  private StartValues redrawn(SampledData law, int n) {
    DataSet data = law.draw(n).orElseThrow(() -> new NoValueException("the law has no samples"));
    Problem other =
        new Problem(
            data,
            problem.network(),
            problem.loss(),
            problem.initial(),
            problem.initialOrigin(),
            problem.dynamics());
    return StartValues.of(other, start.constant("endTime").value());
  }

  private static DoubleFunction<Truth> test(
      Claim claim, Condition condition, DoubleFunction<StartValues> starts) {
    return value -> {
      try {
        return StartReading.of(claim, condition, starts.apply(value)).truth();
      } catch (NoValueException none) {
        return Truth.UNDECIDED;
      }
    };
  }

  private static Threshold remarked(Threshold found, String remark) {
    return new Threshold(
        found.shape(),
        found.value(),
        found.accuracy(),
        found.from(),
        found.to(),
        found.remark().isEmpty() ? remark : found.remark() + ", " + remark);
  }
}
