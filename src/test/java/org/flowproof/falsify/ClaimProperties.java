package org.flowproof.falsify;

import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tag;
import net.jqwik.api.statistics.Statistics;
import org.flowproof.flow.Integrators;
import org.flowproof.flow.Trajectory;
import org.flowproof.problem.Problem;
import org.flowproof.proof.Claim;
import org.flowproof.proof.ClaimCatalogue;

/**
 * No claim is violated by random problems, and none escapes by being undecided or inapplicable:
 * each must hold on a stated share of the problems.
 */
class ClaimProperties {
  private static final List<Claim> CLAIMS = ClaimCatalogue.load(Path.of("proofs")).claims();

  /**
   * Smallest share, in percent, of problems on which a claim must be seen to hold; the others must
   * reach {@link #USUAL}.
   */
  private static final Map<String, Double> SMALLEST_SHARE = Map.of();

  private static final double USUAL = 50;

  @Provide
  Arbitrary<Problem> dominated() {
    return ProblemArbitraries.problems(ProblemDomain.small());
  }

  @Provide
  Arbitrary<Problem> unbalanced() {
    return ProblemArbitraries.problems(
        ProblemDomain.small().balanced(ProblemDomain.Balance.UNBALANCED));
  }

  @Provide
  Arbitrary<Problem> labels() {
    return ProblemArbitraries.problems(
        ProblemDomain.small()
            .balanced(ProblemDomain.Balance.values())
            .of(claim("early-alignment/fixed-cone").model()));
  }

  @Provide
  Arbitrary<Problem> larger() {
    return ProblemArbitraries.problems(ProblemDomain.small().sized(20, 12, 5));
  }

  @Property(tries = 150, seed = "20261101", shrinking = ShrinkingMode.BOUNDED)
  void flowsWithDomination(@ForAll("dominated") Problem problem) {
    holdAll(problem, Claim.Model.Motion.FLOW, true);
  }

  @Property(tries = 100, seed = "20261102", shrinking = ShrinkingMode.BOUNDED)
  void flowsOfAnyBalance(@ForAll("unbalanced") Problem problem) {
    holdAll(problem, Claim.Model.Motion.FLOW, false);
  }

  @Property(tries = 150, seed = "20261103", shrinking = ShrinkingMode.BOUNDED)
  void earlyAlignmentFlows(@ForAll("labels") Problem problem) {
    holdAll(problem, Claim.Model.Motion.EARLY_ALIGNMENT_FLOW, true);
  }

  @Tag("slow")
  @Property(tries = 300, seed = "20261104", shrinking = ShrinkingMode.BOUNDED)
  void largerFlows(@ForAll("larger") Problem problem) {
    holdAll(problem, Claim.Model.Motion.FLOW, false);
  }

  private static void holdAll(Problem problem, Claim.Model.Motion motion, boolean bounded) {
    Trajectory trajectory = Integrators.of(problem).integrate(problem);
    for (Claim claim : CLAIMS) {
      if (claim.model().motion() == motion) {
        Outcome outcome = new ClaimProperty(claim).hold(trajectory);
        assertFalse(outcome instanceof Outcome.Violated, () -> outcome + ProblemText.of(problem));
        var statistics = Statistics.label(claim.id());
        statistics.collect(outcome.word());
        if (bounded) {
          double share = SMALLEST_SHARE.getOrDefault(claim.id(), USUAL);
          statistics.coverage(c -> c.check("HELD").percentage(p -> p >= share));
        }
      }
    }
  }

  private static Claim claim(String id) {
    return CLAIMS.stream().filter(c -> c.id().equals(id)).findFirst().orElseThrow();
  }
}
