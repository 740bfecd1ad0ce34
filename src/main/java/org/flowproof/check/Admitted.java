package org.flowproof.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.flowproof.problem.Problem;
import org.flowproof.proof.Claim;

/**
 * The values of the generic indices of a claim for which its hypotheses hold.
 *
 * @param indices those for which they hold
 * @param instances how many, of how many
 * @param open a hypothesis that could not be decided
 * @param failed the hypothesis that fails by least; empty when none fails
 */
record Admitted(
    List<Map<String, Integer>> indices,
    Finding.Instances instances,
    Optional<HypothesisTest.Result> open,
    Optional<HypothesisTest.Result> failed) {

  static Admitted by(HypothesisTest hypotheses, Claim claim, Problem problem) {
    List<Map<String, Integer>> all =
        IndexValues.all(Map.of(), claim.generic(), IndexValues.sizes(problem));
    List<Map<String, Integer>> applicable = new ArrayList<>();
    HypothesisTest.Result failed = null;
    HypothesisTest.Result open = null;
    for (Map<String, Integer> indices : all) {
      HypothesisTest.Result result = hypotheses.test(indices);
      switch (result.outcome()) {
        case HOLDS, VACUOUS -> applicable.add(indices);
        case OPEN -> open = open == null ? result : open;
        case VIOLATED -> {
          if (failed == null || result.shortfall() < failed.shortfall()) {
            failed = result;
          }
        }
      }
    }
    return new Admitted(
        List.copyOf(applicable),
        new Finding.Instances(applicable.size(), all.size()),
        Optional.ofNullable(open),
        Optional.ofNullable(failed));
  }

  /** The finding when they hold for none; empty otherwise. */
  Optional<Finding> nothing(Claim claim) {
    if (!indices.isEmpty()) {
      return Optional.empty();
    }
    if (open.isPresent()) {
      return Optional.of(
          Finding.nothingRead(claim, Verdict.UNKNOWN, open.get().reason(), instances));
    }
    String reason = failed.map(HypothesisTest.Result::reason).orElse("the claim has no instance");
    return Optional.of(
        Finding.nothingRead(
            claim,
            Verdict.NOT_APPLICABLE,
            instances.all() == 1
                ? reason
                : "for none of " + instances.all() + " values of the indices; nearest: " + reason,
            instances));
  }
}
