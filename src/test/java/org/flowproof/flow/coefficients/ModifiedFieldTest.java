package org.flowproof.flow.coefficients;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.flowproof.problem.Activation;
import org.flowproof.problem.DataSet;
import org.flowproof.problem.Dynamics;
import org.flowproof.problem.Loss;
import org.flowproof.problem.Matrix;
import org.flowproof.problem.Network;
import org.flowproof.problem.Problem;
import org.flowproof.problem.Vec;
import org.flowproof.problem.Weights;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The field whose flow passes through the iterates. */
class ModifiedFieldTest {
  /** One neuron on one sample of norm 1: the kernel is the step. */
  private static CoefficientModel one(double kappa, Loss.Kind kind) {
    return new CoefficientModel(
        new Problem(
            new DataSet(Matrix.of(new double[][] {{1}}), Vec.of(1), "inline"),
            new Network(1, new Activation.Leaky(0.5, 1), Network.Trained.FIRST),
            new Loss(kind, Loss.Factor.SUM),
            new Weights(Matrix.of(new double[][] {{1}}), Vec.of(1)),
            "inline",
            new Dynamics.Descent(kappa, MarginProblems.until(10))));
  }

  private static double[] velocity(CoefficientModel model, ModifiedField field, double z) {
    ModifiedField.Value value =
        field.at(Position.start(model).frozen(), new double[] {z}, new double[1], 1);
    return new double[] {value.velocity()[0], value.omitted()[0]};
  }

  /** Relative error against the exact field {@code 1 / (w A'(w))}, and the stated one. */
  private static double[] errors(int terms, double ofLast, double w) {
    CoefficientModel model = one(1, Loss.Kind.EXPONENTIAL);
    double[] value = velocity(model, new ModifiedField(model, terms, ofLast), Math.log(w));
    double exact = 1 / (w * ScalarMap.countSlope(w));
    return new double[] {Math.abs(value[0] / exact - 1), value[1]};
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6})
  void eachTermAddsAnOrder(int terms) {
    double[] near = errors(terms, 1, 20);
    double[] far = errors(terms, 1, 40);
    assertEquals(terms, Math.log(near[0] / far[0]) / Math.log(2), 0.35);
    // the first term left out is what is missing, up to later ones
    assertEquals(1, far[0] / far[1], 0.5);
    // and a term that is wrong by a tenth is seen
    double[] wrong = errors(terms, 0.9, 40);
    assertTrue(terms == 1 || wrong[0] > 2 * wrong[1], wrong[0] + " within " + wrong[1]);
  }

  @Test
  void theSeriesBeginsAsBackwardAnalysisSays() {
    double kappa = 1e-2;
    for (Loss.Kind kind : new Loss.Kind[] {Loss.Kind.LOGISTIC, Loss.Kind.EXPONENTIAL}) {
      CoefficientModel model = one(kappa, kind);
      double z = 0.7;
      double e = Math.exp(-z);
      boolean logistic = kind == Loss.Kind.LOGISTIC;
      double g = logistic ? 1 / (1 + Math.exp(z)) : e;
      double slope = logistic ? -g * (1 - g) : -e;
      double bend = logistic ? g * (1 - g) * (1 - 2 * g) : e;
      double first = kappa * slope;
      double expected = g * (1 - first / 2 + kappa * kappa * bend * g / 12 + first * first / 3);
      double[] value = velocity(model, new ModifiedField(model, 3, 1), z);
      double fourth = Math.pow(kappa * g, 3);
      assertEquals(expected, value[0], 2 * g * fourth);
      assertTrue(Math.abs(value[0] / expected - 1) > 1e-3 * fourth, "the fourth order differs");
    }
  }

  @Test
  void aWrongCoefficientShowsInTheRun() {
    Problem problem = MarginProblems.random(3, 20_000);
    CoefficientModel model = new CoefficientModel(problem);
    double[] plain = margins(model, new ModifiedField(model), false)[0];
    double[][] right = margins(model, new ModifiedField(model, 3, 1), true);
    double[][] wrong = margins(model, new ModifiedField(model, 3, 0.9), true);
    boolean seen = false;
    for (int k = 0; k < model.n; k++) {
      assertEquals(plain[k], right[0][k], right[1][k]);
      seen |= Math.abs(plain[k] - wrong[0][k]) > wrong[1][k];
    }
    assertTrue(seen, "an error of a tenth in the third term stays within the stated error");
  }

  private static double[][] margins(
      CoefficientModel model, ModifiedField field, boolean accelerated) {
    CoefficientRun run = new CoefficientRun(model, new Stepping(model, field, accelerated));
    while (run.stopReason().isEmpty()) {
      run.advance();
    }
    CoefficientPoint point = new CoefficientPoint(model, run.position(), run.time());
    double[][] result = new double[2][model.n];
    for (int k = 0; k < model.n; k++) {
      result[0][k] = point.margin(k);
      result[1][k] = point.errorOfMargin(k);
    }
    return result;
  }
}
