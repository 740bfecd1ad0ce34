package org.flowproof.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.flowproof.problem.ExpectedCondition;
import org.flowproof.proof.Claim;
import org.flowproof.proof.Condition;

/**
 * A condition of a claim on one problem.
 *
 * @param claim the claim
 * @param condition the condition
 * @param outcome whether it holds for every value of the claim's indices
 * @param reason why it is open; empty otherwise
 * @param sides both sides where it is furthest from holding; empty when it is no comparison or has
 *     no value
 * @param instances for how many values of the indices it holds and fails
 * @param threshold where it starts or stops to hold
 * @param surprise how it differs from what the case expects; empty when it does not
 */
public record ConditionResult(
    Claim claim,
    Condition condition,
    Outcome outcome,
    String reason,
    Optional<Sides> sides,
    Instances instances,
    Threshold threshold,
    String surprise) {

  /** The same result beside what a case expects of it. */
  ConditionResult against(ExpectedCondition expected) {
    List<String> words = new ArrayList<>();
    if (!outcome.name().equals(expected.outcome())) {
      words.add("is " + outcome + ", expected " + expected.outcome());
    }
    if (expected.threshold().isPresent()) {
      double wanted = expected.threshold().getAsDouble();
      // a threshold that is none is NaN, and then this is true
      if (!(Math.abs(threshold.value() - wanted) <= expected.tolerance())) {
        words.add(
            threshold.text(condition.in())
                + ", expected "
                + Numbers.text(wanted)
                + " within "
                + Numbers.rough(expected.tolerance()));
      }
    }
    return new ConditionResult(
        claim, condition, outcome, reason, sides, instances, threshold, String.join("; ", words));
  }

  /** What a condition says of a problem. */
  public enum Outcome {
    HOLDS,
    FAILS,
    UNKNOWN
  }

  /**
   * Both sides of a comparison.
   *
   * @param left value of the left side
   * @param right value of the right side
   * @param error numerical error of their difference
   * @param indices where, 1-based by name; empty without indices
   */
  public record Sides(double left, double right, double error, Map<String, Integer> indices) {}

  /**
   * Values of the indices.
   *
   * @param holding where it holds
   * @param failing where it fails
   * @param open where it is not decided
   * @param vacuous where its premise is false, so that it says nothing
   */
  public record Instances(int holding, int failing, int open, int vacuous) {}

  /** Claim and condition, as {@code envelopes/norm-growth-bernoulli#blow-up}. */
  public String name() {
    return claim.id() + "#" + condition.id();
  }

  /** A result without values. */
  static ConditionResult unknown(Claim claim, Condition condition, String reason) {
    return new ConditionResult(
        claim,
        condition,
        Outcome.UNKNOWN,
        reason,
        Optional.empty(),
        new Instances(0, 0, 0, 0),
        Threshold.none(Threshold.Shape.NOT_AVAILABLE, reason),
        "");
  }
}
