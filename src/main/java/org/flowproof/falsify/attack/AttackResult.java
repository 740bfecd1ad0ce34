package org.flowproof.falsify.attack;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.flowproof.problem.Problem;
import org.flowproof.proof.Claim;

/**
 * What came of an attack on a claim.
 *
 * @param claim the claim
 * @param budget what was allowed
 * @param tightened whether the greatest tightness was looked for
 * @param tries random problems that were judged
 * @param missed tries for which no problem met the hypotheses
 * @param acceptances how often draws met the hypotheses, by strategy
 * @param outcomes how many random problems had each outcome, by {@code Outcome.word}
 * @param climbs climbs that were made
 * @param climbed evaluations of the climbs
 * @param counterexample the smallest violation that was confirmed, if any
 * @param unconfirmed violations that were not seen again, by reason; each is numerically doubtful
 * @param tightest the problem on which the claim holds by the least, if any was decided
 * @param seconds of wall clock
 * @param outOfTime whether the time ended before the rest of the budget
 */
public record AttackResult(
    Claim claim,
    Budget budget,
    boolean tightened,
    int tries,
    int missed,
    List<Acceptance> acceptances,
    Map<String, Integer> outcomes,
    int climbs,
    int climbed,
    Optional<Counterexample> counterexample,
    List<String> unconfirmed,
    Optional<Tightest> tightest,
    double seconds,
    boolean outOfTime) {
  public AttackResult {
    acceptances = List.copyOf(acceptances);
    outcomes = Map.copyOf(outcomes);
    unconfirmed = List.copyOf(unconfirmed);
  }

  /**
   * A confirmed violation.
   *
   * @param found the problem that was found
   * @param how where it was found: {@code try 17}, or {@code climb 2 from try 5}
   * @param problem the smallest one
   * @param confirmation how it was confirmed
   */
  public record Counterexample(
      Problem found, String how, Problem problem, Confirmation confirmation) {}

  /**
   * A problem that comes near to a violation.
   *
   * @param problem the problem
   * @param how where it was found
   * @param value the tightness when constants are estimated, otherwise the margin
   */
  public record Tightest(Problem problem, String how, double value) {}
}
