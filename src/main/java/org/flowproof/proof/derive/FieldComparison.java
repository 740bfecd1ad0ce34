package org.flowproof.proof.derive;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.flowproof.flow.VelocityField;
import org.flowproof.formula.IndexKind;
import org.flowproof.formula.Rational;
import org.flowproof.formula.Term;
import org.flowproof.problem.Activation;
import org.flowproof.problem.DataSet;
import org.flowproof.problem.Dynamics;
import org.flowproof.problem.Loss;
import org.flowproof.problem.Matrix;
import org.flowproof.problem.Network;
import org.flowproof.problem.Problem;
import org.flowproof.problem.Vec;
import org.flowproof.problem.Weights;
import org.flowproof.proof.exact.Definitions;
import org.flowproof.proof.exact.Dot;
import org.flowproof.proof.exact.Grounding;
import org.flowproof.proof.exact.Instance;
import org.flowproof.proof.exact.Question;
import org.flowproof.proof.exact.Show;
import org.flowproof.proof.symja.SymjaProcess;

/**
 * The gradient that the algebra system finds from the loss at one size, evaluated exactly at random
 * states, against the numeric velocity.
 */
final class FieldComparison {
  private static final int M = 2;
  private static final int N = 3;
  private static final int DIM = 2;
  private static final Term T = new Term.Name("t");

  private final Random random;
  private final double[] a = new double[M];
  private final double[][] w = new double[M][DIM];
  private final double[][] x = new double[N][DIM];
  private final double[] y = new double[N];
  private final double[][] gates = new double[M][N];
  private final double slope;

  private FieldComparison(Random random) {
    this.random = random;
    slope = random.nextBoolean() ? 0 : 0.25;
    for (int j = 0; j < M; j++) {
      a[j] = number();
      for (int i = 0; i < DIM; i++) {
        w[j][i] = number();
      }
      for (int k = 0; k < N; k++) {
        gates[j][k] = random.nextBoolean() ? 1 : slope;
      }
    }
    for (int k = 0; k < N; k++) {
      y[k] = number();
      for (int i = 0; i < DIM; i++) {
        x[k][i] = number();
      }
    }
  }

  /** Compares at so many random states. */
  static FlowDerivation.Comparison compare(long seed, int states) {
    Random random = new Random(seed);
    double largest = 0;
    List<Grounding.Written> partials = partials();
    try (SymjaProcess symja = new SymjaProcess()) {
      for (int s = 0; s < states; s++) {
        largest = Math.max(largest, new FieldComparison(random).difference(symja, partials));
      }
    }
    return new FlowDerivation.Comparison(states, seed, largest);
  }

  // multiples of 1/64, so that the doubles and the rationals are the same numbers
  private double number() {
    return (random.nextInt(257) - 128) / 64.0;
  }

  // in the order of the numeric velocity: output weights, then hidden weights neuron by neuron
  private static List<Grounding.Written> partials() {
    List<Grounding.Written> partials = new ArrayList<>();
    for (int j = 1; j <= M; j++) {
      partials.add(partial(Map.of("j", j)));
    }
    for (int j = 1; j <= M; j++) {
      for (int i = 1; i <= DIM; i++) {
        partials.add(partial(Map.of("j", j, "i", i)));
      }
    }
    return partials;
  }

  private double difference(SymjaProcess symja, List<Grounding.Written> partials) {
    double[] numeric = VelocityField.of(problem()).velocity(weights(), gates);
    Map<String, Rational> values = values();
    double largest = 0;
    for (int c = 0; c < partials.size(); c++) {
      Rational derived = symja.valueAt(partials.get(c), values).negate();
      double difference = Math.abs(derived.toDouble() - numeric[c]);
      largest = Math.max(largest, difference / (1 + Math.abs(numeric[c])));
    }
    return largest;
  }

  // d loss / d weight at this size: the weight moves with speed 1 and nothing else moves
  private static Grounding.Written partial(Map<String, Integer> component) {
    Definitions definitions = Definitions.ofFlow();
    Term loss = definitions.unfoldExcept(new Term.Observed("loss", 0, List.of(), T), Set.of());
    Map<IndexKind, Integer> sizes = new EnumMap<>(IndexKind.class);
    sizes.put(IndexKind.NEURON, M);
    sizes.put(IndexKind.SAMPLE, N);
    sizes.put(IndexKind.COORDINATE, DIM);
    Grounding.Written written =
        Grounding.write(
            new Question(
                loss, new Term.Literal(Rational.ZERO), o -> new Dot.Constant(), Map.of(), Map.of()),
            new Instance(sizes, Map.of()));
    String moving =
        component.containsKey("i")
            ? key("w", component.get("j"), component.get("i"))
            : key("a", component.get("j"));
    return new Grounding.Written(
        written.derived(),
        written.rest(),
        Map.of(
            moving,
            Grounding.Change.known(new org.flowproof.proof.exact.Ground.Num(Rational.ONE))));
  }

  private Map<String, Rational> values() {
    Map<String, Rational> values = new LinkedHashMap<>();
    values.put("n", Rational.of(N));
    for (int j = 0; j < M; j++) {
      values.put(key("a", j + 1), Rational.ofDouble(a[j]));
      for (int i = 0; i < DIM; i++) {
        values.put(key("w", j + 1, i + 1), Rational.ofDouble(w[j][i]));
      }
      for (int k = 0; k < N; k++) {
        values.put(key("s", j + 1, k + 1), Rational.ofDouble(gates[j][k]));
      }
    }
    for (int k = 0; k < N; k++) {
      values.put(dataKey("y", k + 1), Rational.ofDouble(y[k]));
      for (int i = 0; i < DIM; i++) {
        values.put(dataKey("x", k + 1, i + 1), Rational.ofDouble(x[k][i]));
      }
    }
    return values;
  }

  private static String key(String name, int... indices) {
    return Show.of(new Term.Observed(name, 0, literals(indices), T));
  }

  private static String dataKey(String name, int... indices) {
    return Show.of(new Term.Observed(name, 0, literals(indices), null));
  }

  private static List<Term> literals(int... indices) {
    List<Term> terms = new ArrayList<>();
    for (int index : indices) {
      terms.add(new Term.Literal(Rational.of(index)));
    }
    return terms;
  }

  private Weights weights() {
    return new Weights(Matrix.of(w), Vec.of(a));
  }

  private Problem problem() {
    return new Problem(
        new DataSet(Matrix.of(x), Vec.of(y), "random state"),
        new Network(M, new Activation.Leaky(slope, slope), Network.Trained.BOTH),
        new Loss(Loss.Kind.SQUARED, Loss.Factor.HALF_MEAN),
        weights(),
        "random state",
        new Dynamics.Flow(Dynamics.Residual.FULL, 1e-6, new Dynamics.StopRule(1, 0, 1000, false)));
  }
}
