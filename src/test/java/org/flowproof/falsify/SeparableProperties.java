package org.flowproof.falsify;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.GenerationMode;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import org.flowproof.flow.Trajectory;
import org.flowproof.flow.choice.IntegratorChoice;
import org.flowproof.problem.Activation;
import org.flowproof.problem.DataSet;
import org.flowproof.problem.Dynamics;
import org.flowproof.problem.Loss;
import org.flowproof.problem.Matrix;
import org.flowproof.problem.Network;
import org.flowproof.problem.Problem;
import org.flowproof.problem.SeededStream;
import org.flowproof.problem.Vec;
import org.flowproof.problem.Weights;
import org.flowproof.proof.ClaimCatalogue;

/**
 * The claims on linear models, on random samples that a direction separates: one neuron, which is
 * linear as long as it keeps its gates.
 */
class SeparableProperties {
  private static final ClaimCatalogue CLAIMS = ClaimCatalogue.load(Path.of("proofs"));
  private static final List<String> DESCENT =
      List.of("linear-separation/descent-decrease", "linear-separation/descent-rate");
  private static final List<String> FLOW = List.of("linear-separation/loss-rate");
  private static final int ITERATIONS = 25;

  /** With steps up to the largest one for which the rate is claimed, or a little less. */
  @Provide
  Arbitrary<Problem> descents() {
    return Arbitraries.longs()
        .between(0, 1_000_000)
        .map(
            seed -> {
              SeededStream stream = new SeededStream(seed, SeededStream.Purpose.WEIGHTS);
              DataSet data = separable(stream);
              double squares = 0;
              for (double x : data.x().toRowMajor()) {
                squares += x * x;
              }
              double step = (0.05 + 0.95 * stream.nextUniform()) * 4 / squares;
              return problem(
                  data,
                  stream,
                  Loss.Kind.LOGISTIC,
                  new Dynamics.Descent(
                      step, new Dynamics.StopRule(ITERATIONS * step, 0, ITERATIONS + 1L, false)));
            });
  }

  @Provide
  Arbitrary<Problem> flows() {
    return Arbitraries.longs()
        .between(0, 1_000_000)
        .map(
            seed -> {
              SeededStream stream = new SeededStream(seed, SeededStream.Purpose.WEIGHTS);
              return problem(
                  separable(stream),
                  stream,
                  Loss.Kind.EXPONENTIAL,
                  new Dynamics.Flow(
                      Dynamics.Residual.FULL,
                      1e-10,
                      new Dynamics.StopRule(20, 0, 1_000_000, false)));
            });
  }

  /** Samples times labels lie on one side of a hyperplane; labels are random. */
  private static DataSet separable(SeededStream stream) {
    int n = 2 + (int) (7 * stream.nextUniform());
    int d = 1 + (int) (4 * stream.nextUniform());
    double size = Math.pow(10, stream.nextUniform() - 0.5);
    double[][] x = new double[n][d];
    double[] y = new double[n];
    for (int k = 0; k < n; k++) {
      y[k] = stream.nextUniform() < 0.7 ? 1 : -1;
      for (int i = 0; i < d; i++) {
        double v = stream.nextGaussian();
        x[k][i] = size * y[k] * (i == 0 ? 0.3 + Math.abs(v) : v / 2);
      }
    }
    return new DataSet(Matrix.of(x), Vec.of(y), "separable");
  }

  /** The neuron starts along the direction, on the side of every sample that its label says. */
  private static Problem problem(
      DataSet data, SeededStream stream, Loss.Kind loss, Dynamics dynamics) {
    double[] w = new double[data.d()];
    w[0] = 0.1 + 2 * stream.nextUniform();
    double slope = 0.2 + 0.7 * stream.nextUniform();
    return new Problem(
        data,
        new Network(1, new Activation.Leaky(slope, slope), Network.Trained.FIRST),
        new Loss(loss, Loss.Factor.SUM),
        new Weights(Matrix.of(new double[][] {w}), Vec.of(1)),
        "given",
        dynamics);
  }

  @Property(tries = 12, seed = "20261121", shrinking = ShrinkingMode.OFF)
  void descentLowersTheLossAsFastAsClaimed(@ForAll("descents") Problem problem) {
    hold(DESCENT, problem);
  }

  @Property(tries = 8, seed = "20261122", shrinking = ShrinkingMode.OFF)
  void flowLowersTheLossAsFastAsClaimed(@ForAll("flows") Problem problem) {
    hold(FLOW, problem);
  }

  private static void hold(List<String> claims, Problem problem) {
    Trajectory run = IntegratorChoice.of(problem).integrate(problem);
    for (String id : claims) {
      SeenToHold.count(CLAIMS.find(id).orElseThrow(), run, 50);
    }
  }

  /**
   * Twins that say something else. The kernel refuses the others: a run without a separating
   * direction is no instance, and steps so long that the loss grows take the neuron over a kink.
   */
  @Provide
  Arbitrary<String> twins() {
    return Arbitraries.of(
        NamedTwin.names(
            CLAIMS.claims().stream().filter(c -> DESCENT.contains(c.id()) || FLOW.contains(c.id())),
            t -> t.conclusion() != null));
  }

  @Property(tries = 100, generation = GenerationMode.EXHAUSTIVE, shrinking = ShrinkingMode.OFF)
  void twinsAreRefuted(@ForAll("twins") String name) {
    NamedTwin twin = NamedTwin.of(CLAIMS, name);
    assertTrue(
        new CounterexampleSearch(20261123, 60)
            .search(twin.wrong(), FLOW.contains(twin.claim().id()) ? flows() : descents())
            .isPresent(),
        name);
  }
}
