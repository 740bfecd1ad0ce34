package org.flowproof.flow.limit;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.flowproof.flow.Integrator;
import org.flowproof.flow.OracleProblem;
import org.flowproof.flow.ReferenceIntegrator;
import org.flowproof.flow.structured.StructuredIntegrator;
import org.flowproof.problem.Activation;
import org.flowproof.problem.Loss;
import org.flowproof.problem.Problem;
import org.junit.jupiter.api.Test;

/**
 * Limits estimated from runs to a part of the way, held against the answers with 30 digits at later
 * times: the exact solution must be where the estimate says that it still can be.
 */
class OracleLimitTest {
  private static final double[] SHARES = {0.5, 0.75, 1};

  @Test
  void exactSolutionsStayOnThePathThatRemains() {
    List<String> found = new ArrayList<>();
    int tight = 0;
    for (OracleProblem oracle : OracleProblem.all()) {
      Problem problem = oracle.descent() || !oracle.unique() ? null : oracle.problem(1e-10);
      if (problem == null
          || problem.loss().kind() != Loss.Kind.SQUARED
          || !(problem.network().activation() instanceof Activation.Leaky)) {
        continue;
      }
      for (double share : SHARES) {
        Problem part = RandomFlows.until(problem, share * oracle.endTime(), 0);
        for (Integrator integrator :
            List.of(new ReferenceIntegrator(), new StructuredIntegrator())) {
          if (new LimitEstimator().estimate(integrator.integrate(part))
              instanceof LimitEstimate.Found limit) {
            String name = oracle.id() + " to " + share + " by " + integrator.name();
            found.add(name);
            tight += hold(name, oracle, problem, limit) ? 1 : 0;
          }
        }
      }
    }
    assertTrue(found.size() >= 8, found.toString());
    assertTrue(tight >= 6, tight + " of " + found);
  }

  /** Whether the bars say much more than that the weights are finite. */
  private static boolean hold(
      String name, OracleProblem oracle, Problem problem, LimitEstimate.Found limit) {
    double factor = problem.loss().factor().value(problem.data().n());
    double worst = 0;
    for (int j = 0; j < problem.network().width(); j++) {
      worst = Math.max(worst, limit.state().errorOfW(j));
    }
    for (OracleProblem.Answer answer : oracle.answers()) {
      if (answer.t() < limit.from()) {
        continue;
      }
      double left =
          limit.fitted() * Math.exp(-limit.guaranteedRate() * (answer.t() - limit.from()));
      double above = answer.loss() - limit.loss().value();
      double slack = limit.loss().radius() + 1e-14 * answer.loss();
      assertTrue(above >= -slack && above <= factor * left * left + slack, name + ": " + above);
      double room = limit.remainingPath();
      for (int j = 0; j < problem.network().width(); j++) {
        double square = Math.pow(answer.a().get(j) - limit.state().a(j), 2);
        for (int i = 0; i < problem.data().d(); i++) {
          square += Math.pow(answer.w().get(j, i) - limit.state().w(j, i), 2);
        }
        double bar = room + 2 * limit.state().errorOfW(j) + 1e-14;
        assertTrue(Math.sqrt(square) <= bar, name + ", neuron " + j + ": " + square + " " + bar);
      }
    }
    return worst <= 1e-3 && limit.loss().radius() <= 1e-9;
  }
}
