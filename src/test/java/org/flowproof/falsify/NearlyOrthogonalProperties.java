package org.flowproof.falsify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.GenerationMode;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import org.flowproof.flow.DescentIntegrator;
import org.flowproof.flow.State;
import org.flowproof.flow.Trajectory;
import org.flowproof.flow.coefficients.CoefficientIntegrator;
import org.flowproof.problem.Activation;
import org.flowproof.problem.DataSet;
import org.flowproof.problem.Dynamics;
import org.flowproof.problem.InitialLaw;
import org.flowproof.problem.Loss;
import org.flowproof.problem.Network;
import org.flowproof.problem.Problem;
import org.flowproof.problem.SeededStream;
import org.flowproof.problem.data.LabelledSamples;
import org.flowproof.problem.data.NearlyOrthogonalLaw;
import org.flowproof.proof.Claim;
import org.flowproof.proof.ClaimCatalogue;

/**
 * The claims on gradient descent from the coefficients' point of view (Kou, Chen and Gu), on random
 * sets with a dial for how nearly orthogonal they are, balanced and unbalanced classes, ReLU and
 * leaky ReLU, and few neurons, so that some samples are dead.
 */
class NearlyOrthogonalProperties {
  private static final ClaimCatalogue CLAIMS = ClaimCatalogue.load(Path.of("proofs"));
  private static final int ITERATIONS = 20;

  /** Smallest share of problems, in percent, on which a claim must be seen to hold. */
  private record Share(String claim, double least) {}

  private static final List<Share> SHARES =
      List.of(
          new Share("decomposition", 95),
          new Share("coefficient-signs", 95),
          new Share("ratio-bound", 95),
          // the others are about orthogonal samples, of which some are about ReLU
          new Share("own-active-stays", 30),
          new Share("own-inactive-stays", 5),
          new Share("other-class-bound", 5),
          new Share("margin-recursion", 30),
          new Share("gain-relu", 5));

  /** Twins that no run from coefficients 0 is an instance of. */
  private static final Set<String> OTHER_STARTS = Set.of("no-start", "started");

  @Provide
  Arbitrary<Problem> problems() {
    return Arbitraries.longs().between(0, 1_000_000).map(NearlyOrthogonalProperties::problem);
  }

  /** Half of the sets are exactly orthogonal, and half of the networks have slope 0. */
  private static Problem problem(long seed) {
    SeededStream stream = new SeededStream(seed, SeededStream.Purpose.NOISE);
    int plus = 1 + (int) (3 * stream.nextUniform());
    int minus = 1 + (int) (3 * stream.nextUniform());
    int n = plus + minus;
    double nearness = Math.max(0, 1.8 * stream.nextUniform() - 0.9);
    double norm = 0.5 + 2.5 * stream.nextUniform();
    LabelledSamples samples =
        new NearlyOrthogonalLaw(plus, minus, n + 1, norm, nearness * norm * norm / (n - 1), seed)
            .draw();
    double slope = Math.max(0, 1.8 * stream.nextUniform() - 0.9);
    int width = 2 * (1 + (int) (2 * stream.nextUniform()));
    double step = n * (0.1 + stream.nextUniform());
    return new Problem(
        new DataSet(samples.x(), samples.y(), "law"),
        new Network(width, new Activation.Leaky(slope, slope), Network.Trained.FIRST),
        new Loss(Loss.Kind.LOGISTIC, Loss.Factor.MEAN),
        InitialLaw.SIGNS.draw(width, n + 1, 0.1, seed),
        "law",
        new Dynamics.Descent(
            step, new Dynamics.StopRule(ITERATIONS * step, 0, 100_000_000, false)));
  }

  @Property(tries = 10, seed = "20261125", shrinking = ShrinkingMode.OFF)
  void claimsHold(@ForAll("problems") Problem problem) {
    Trajectory run = new CoefficientIntegrator().integrate(problem);
    for (Share share : SHARES) {
      SeenToHold.count(claim(share.claim()), run, share.least());
    }
  }

  @Provide
  Arbitrary<String> twins() {
    return Arbitraries.of(
        NamedTwin.names(
            SHARES.stream().map(share -> claim(share.claim())),
            t -> !OTHER_STARTS.contains(t.id())));
  }

  @Property(tries = 100, generation = GenerationMode.EXHAUSTIVE, shrinking = ShrinkingMode.OFF)
  void twinsAreRefuted(@ForAll("twins") String name) {
    ClaimProperty wrong = NamedTwin.of(CLAIMS, name).wrong();
    boolean refuted = false;
    for (long seed = 1; seed <= 30 && !refuted; seed++) {
      Trajectory run = new CoefficientIntegrator().integrate(problem(seed));
      refuted = wrong.hold(run) instanceof Outcome.Violated;
    }
    assertTrue(refuted, name);
  }

  /**
   * Plain iteration on the weights is the start plus the samples, each times a coefficient that
   * follows the recursion of the paper, here added up from the outputs alone.
   */
  @Property(tries = 25, seed = "20261126", shrinking = ShrinkingMode.OFF)
  void plainIterationDecomposes(@ForAll("problems") Problem problem) {
    Trajectory run = new DescentIntegrator().integrate(problem);
    int n = problem.data().n();
    int m = problem.network().width();
    double step = ((Dynamics.Descent) problem.dynamics()).step();
    double[][] rho = new double[m][n];
    for (int t = 0; t <= ITERATIONS; t++) {
      State state = run.at(t * step);
      requireSum(problem, state, rho);
      for (int k = 0; k < n; k++) {
        double h = 0;
        for (int j = 0; j < m; j++) {
          h += state.a(j) * state.gate(j, k) * product(state, j, problem, k);
        }
        double y = problem.data().y().get(k);
        double pull = 1 / (1 + Math.exp(y * h));
        for (int j = 0; j < m; j++) {
          rho[j][k] += step / n * pull * state.gate(j, k) * square(problem, k) * y * state.a(j);
        }
      }
    }
  }

  private static void requireSum(Problem problem, State state, double[][] rho) {
    for (int j = 0; j < rho.length; j++) {
      for (int i = 0; i < problem.data().d(); i++) {
        double sum = problem.initial().w().get(j, i);
        double size = 1;
        for (int k = 0; k < rho[j].length; k++) {
          double part = rho[j][k] * problem.data().x().get(k, i) / square(problem, k);
          sum += part;
          size += Math.abs(part);
        }
        assertEquals(sum, state.w(j, i), 1e-12 * size);
      }
    }
  }

  private static double product(State state, int j, Problem problem, int k) {
    double sum = 0;
    for (int i = 0; i < problem.data().d(); i++) {
      sum += state.w(j, i) * problem.data().x().get(k, i);
    }
    return sum;
  }

  private static double square(Problem problem, int k) {
    double sum = 0;
    for (double x : problem.data().x().row(k)) {
      sum += x * x;
    }
    return sum;
  }

  private static Claim claim(String name) {
    return CLAIMS.find("nearly-orthogonal/" + name).orElseThrow();
  }
}
