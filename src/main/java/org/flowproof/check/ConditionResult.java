package org.flowproof.check;

import java.util.Map;
import java.util.Optional;
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
 */
public record ConditionResult(
    Claim claim,
    Condition condition,
    Outcome outcome,
    String reason,
    Optional<Sides> sides,
    Instances instances,
    Threshold threshold) {

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

  /** A result without values. */
  static ConditionResult unknown(Claim claim, Condition condition, String reason) {
    return new ConditionResult(
        claim,
        condition,
        Outcome.UNKNOWN,
        reason,
        Optional.empty(),
        new Instances(0, 0, 0, 0),
        Threshold.none(Threshold.Shape.NOT_AVAILABLE, reason));
  }
}
