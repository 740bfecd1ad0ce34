package org.flowproof.falsify;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
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
import org.flowproof.problem.Vectors;
import org.flowproof.problem.Weights;
import org.flowproof.proof.ClaimCatalogue;

/**
 * The claims on early neuron alignment, on random samples whose products with their labels have
 * nonnegative inner products.
 */
class CorrelatedProperties {
  private static final ClaimCatalogue CLAIMS = ClaimCatalogue.load(Path.of("proofs"));

  /** Claims on the logistic loss, with the smallest share of problems, in percent, they hold on. */
  private static final Map<String, Double> EARLY =
      Map.of(
          "neuron-alignment/balancedness", 80.0,
          "neuron-alignment/domination-kept", 50.0,
          "neuron-alignment/growth", 50.0,
          "neuron-alignment/output-bound", 50.0,
          "neuron-alignment/small-until", 30.0,
          "neuron-alignment/sign-kept", 80.0,
          "neuron-alignment/approximate-direction", 50.0,
          "neuron-alignment/activation-kept", 50.0);

  /** Those on the exponential loss, from the last event on, at which a neuron is on a kink. */
  private static final Map<String, Double> SETTLED =
      Map.of("neuron-alignment/settled-signs", 50.0, "neuron-alignment/loss-rate", 5.0);

  @Provide
  Arbitrary<Problem> early() {
    return problems(Loss.Kind.LOGISTIC, 1e-4, 1e-1, 3);
  }

  @Provide
  Arbitrary<Problem> settled() {
    return problems(Loss.Kind.EXPONENTIAL, 1e-1, 1, 30);
  }

  /**
   * @param time longest run in units of one over the sum of the norms of the samples
   */
  private static Arbitrary<Problem> problems(
      Loss.Kind loss, double smallest, double largest, double time) {
    return Arbitraries.longs()
        .between(0, 1_000_000)
        .map(
            seed -> {
              SeededStream stream = new SeededStream(seed, SeededStream.Purpose.WEIGHTS);
              DataSet data = correlated(stream);
              double norms = 0;
              for (int k = 0; k < data.n(); k++) {
                norms += Vectors.norm(data.x().row(k));
              }
              double slope =
                  loss == Loss.Kind.EXPONENTIAL || stream.nextUniform() < 0.5
                      ? 0
                      : 0.1 + 0.8 * stream.nextUniform();
              double scale = smallest * Math.pow(largest / smallest, stream.nextUniform());
              Weights start = dominated(stream, scale, data.d());
              double end = (0.5 + 0.5 * stream.nextUniform()) * time / norms;
              return new Problem(
                  data,
                  new Network(
                      start.a().length(), new Activation.Leaky(slope, slope), Network.Trained.BOTH),
                  new Loss(loss, Loss.Factor.SUM),
                  start,
                  "given",
                  new Dynamics.Flow(
                      Dynamics.Residual.FULL,
                      1e-10,
                      new Dynamics.StopRule(end, 0, 1_000_000, false)));
            });
  }

  /** Samples times labels have nonnegative coordinates; labels are random. */
  private static DataSet correlated(SeededStream stream) {
    int n = 1 + (int) (5 * stream.nextUniform());
    int d = 1 + (int) (3 * stream.nextUniform());
    double size = Math.pow(10, stream.nextUniform() - 0.5);
    double[][] x = new double[n][d];
    double[] y = new double[n];
    for (int k = 0; k < n; k++) {
      y[k] = stream.nextUniform() < 0.6 ? 1 : -1;
      for (int i = 0; i < d; i++) {
        x[k][i] = size * y[k] * ((i == 0 ? 0.3 : 0) + Math.abs(stream.nextGaussian()));
      }
    }
    return new DataSet(Matrix.of(x), Vec.of(y), "correlated");
  }

  private static Weights dominated(SeededStream stream, double scale, int d) {
    int m = 1 + (int) (4 * stream.nextUniform());
    double[][] w = new double[m][d];
    double[] a = new double[m];
    for (int j = 0; j < m; j++) {
      for (int i = 0; i < d; i++) {
        w[j][i] = scale * stream.nextGaussian();
      }
      double ratio = 1.01 + stream.nextUniform();
      a[j] = (stream.nextUniform() < 0.6 ? 1 : -1) * ratio * Vectors.norm(w[j]);
    }
    return new Weights(Matrix.of(w), Vec.of(a));
  }

  @Property(tries = 40, seed = "20261124", shrinking = ShrinkingMode.OFF)
  void flowsFromSmallWeights(@ForAll("early") Problem problem) {
    hold(EARLY, problem);
  }

  @Property(tries = 60, seed = "20261125", shrinking = ShrinkingMode.OFF)
  void settledFlows(@ForAll("settled") Problem problem) {
    hold(SETTLED, problem);
  }

  private static void hold(Map<String, Double> shares, Problem problem) {
    Trajectory run = IntegratorChoice.of(problem).integrate(problem);
    for (Map.Entry<String, Double> share : new TreeMap<>(shares).entrySet()) {
      SeenToHold.count(CLAIMS.find(share.getKey()).orElseThrow(), run, share.getValue());
    }
  }

  /** Twins that say something else of these problems; the kernel refuses all. */
  @Provide
  Arbitrary<String> twins() {
    return Arbitraries.of(
        NamedTwin.names(
            CLAIMS.claims().stream()
                .filter(c -> EARLY.containsKey(c.id()) || SETTLED.containsKey(c.id())),
            t -> t.conclusion() != null));
  }

  @Property(tries = 100, generation = GenerationMode.EXHAUSTIVE, shrinking = ShrinkingMode.OFF)
  void twinsAreRefuted(@ForAll("twins") String name) {
    NamedTwin twin = NamedTwin.of(CLAIMS, name);
    assertTrue(
        new CounterexampleSearch(20261126, 200)
            .search(twin.wrong(), SETTLED.containsKey(twin.claim().id()) ? settled() : early())
            .isPresent(),
        name);
  }
}
