package org.flowproof.falsify;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Arrays;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.flowproof.flow.Trajectory;
import org.flowproof.flow.choice.IntegratorChoice;
import org.flowproof.problem.Problem;
import org.flowproof.proof.Claim;
import org.flowproof.proof.ClaimCatalogue;

/** Along flows of networks with smooth activations the loss falls, at the squared speed. */
class SmoothFlowProperties {
  private static final Claim VELOCITY =
      ClaimCatalogue.load(Path.of("proofs")).find("single-neuron/velocity").orElseThrow();

  @Provide
  Arbitrary<Problem> problems() {
    return ProblemArbitraries.problems(
            ProblemDomain.small()
                .of(ProblemKind.of(VELOCITY))
                .laidOut(Layout.values())
                .balanced(ProblemDomain.Balance.values())
                .scaled(1e-3, 1))
        // huge labels make flows so fast that their runs take seconds
        .filter(p -> Arrays.stream(p.data().y().toArray()).allMatch(y -> Math.abs(y) <= 10));
  }

  @Property(tries = 25)
  void theLossFalls(@ForAll("problems") Problem problem) {
    Trajectory run = IntegratorChoice.of(problem).integrate(problem);
    double before = Double.POSITIVE_INFINITY;
    for (double time : run.stepTimes()) {
      double loss = loss(problem, run, time);
      assertTrue(loss <= before * (1 + 1e-7) + 1e-12, "loss " + loss + " after " + before);
      before = loss;
    }
    assertFalse(new ClaimProperty(VELOCITY).hold(run) instanceof Outcome.Violated);
  }

  /** Half the sum of squared residuals, from the weights alone. */
  private static double loss(Problem problem, Trajectory run, double time) {
    var state = run.at(time);
    double sum = 0;
    for (int k = 0; k < problem.data().n(); k++) {
      double output = 0;
      for (int j = 0; j < problem.network().width(); j++) {
        double u = 0;
        for (int i = 0; i < problem.data().d(); i++) {
          u += state.w(j, i) * problem.data().x().get(k, i);
        }
        output += state.a(j) * problem.network().activation().value(u);
      }
      sum += Math.pow(problem.data().y().get(k) - output, 2) / 2;
    }
    return sum;
  }

  /** The variant in which the loss rises is refuted wherever there is something to learn. */
  @Property(tries = 10)
  void theTwinRises(@ForAll("problems") Problem problem) {
    Claim.Twin rises =
        VELOCITY.falsified().stream().filter(t -> t.id().equals("rises")).findFirst().orElseThrow();
    Trajectory run = IntegratorChoice.of(problem).integrate(problem);
    boolean learns =
        loss(problem, run, run.endTime()) < 0.99 * loss(problem, run, 0)
            && loss(problem, run, 0) < 1e3;
    Outcome outcome = new ClaimProperty(Twins.asClaim(VELOCITY, rises)).hold(run);
    assertTrue(!learns || outcome instanceof Outcome.Violated, outcome.toString());
  }
}
