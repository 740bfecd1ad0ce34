package org.flowproof.check.margins;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.flowproof.flow.DescentIntegrator;
import org.flowproof.flow.State;
import org.flowproof.problem.Loss;
import org.flowproof.problem.Matrix;
import org.flowproof.problem.Problem;
import org.flowproof.problem.Vec;
import org.flowproof.problem.Weights;
import org.junit.jupiter.api.Test;

/** Readings against numbers worked out by hand. */
class MarginReadingTest {
  private static Problem problem(Loss.Kind kind, double[][] w, double... a) {
    return NearlyOrthogonal.descent(NearlyOrthogonal.axes(1, 2), 0.5, a.length, kind, 1, 1)
        .from(new Weights(Matrix.of(w), Vec.of(a)), "test");
  }

  private static State start(Problem problem) {
    return new DescentIntegrator().integrate(problem).at(0);
  }

  private static MarginReading read(Problem problem) {
    return MarginReading.of(
        Classifier.of(problem).orElseThrow(), start(problem), WeightErrors.PLAIN);
  }

  @Test
  void ranksAreThoseOfTheMatrixThatIsNamed() {
    // W_+1 is diagonal (3, 4), W_-1 has one row that is not 0, W has columns of lengths 3 and
    // Sqrt[41]
    Problem problem =
        problem(Loss.Kind.LOGISTIC, new double[][] {{3, 0}, {0, 4}, {0, -5}, {0, 0}}, 1, 1, -1, -1);
    Ranks ranks = read(problem).ranks();
    assertEquals(25 / 16.0, ranks.positive().value(), 1e-13);
    assertEquals(1, ranks.negative().value(), 1e-13);
    assertEquals(50 / 41.0, ranks.whole().value(), 1e-13);
    assertTrue(ranks.whole().error() < 1e-12);
    Spectrum spectrum =
        Spectrum.of(Classifier.of(problem).orElseThrow(), start(problem), WeightErrors.PLAIN);
    assertEquals(4, spectrum.positive().get(0), 1e-14);
    assertEquals(3, spectrum.positive().get(1), 1e-14);
    assertEquals(5, spectrum.negative().get(0), 1e-14);
  }

  @Test
  void marginsAreThoseOfTheNetwork() {
    // h(x_1) = 3 - 0, h(x_2) = 2 * (-2) * 0.5 - 2 * 1
    Problem problem = problem(Loss.Kind.LOGISTIC, new double[][] {{3, -2}, {0, 1}}, 1, -1);
    MarginReading reading = read(problem);
    assertEquals(3, reading.margins().get(0), 1e-15);
    assertEquals(4, reading.margins().get(1), 1e-15);
    assertEquals(Math.sqrt(14), reading.norm(), 1e-14);
    double loss = (Math.log1p(Math.exp(-3)) + Math.log1p(Math.exp(-4))) / 2;
    assertEquals(Math.log(loss), reading.logLoss(), 1e-14);
    assertEquals(0, reading.scaledLoss());
  }

  /** Losses far below the smallest double. */
  @Test
  void lossesAreReadAsLogarithms() {
    for (Loss.Kind kind : new Loss.Kind[] {Loss.Kind.LOGISTIC, Loss.Kind.EXPONENTIAL}) {
      Problem problem = problem(kind, new double[][] {{2000, -2}, {0, 2000}}, 1, -1);
      // the margins are 2000 and 4002
      assertEquals(-2000 - Math.log(2), read(problem).logLoss(), 1e-10);
    }
    Problem wrong = problem(Loss.Kind.LOGISTIC, new double[][] {{-2000, 0}, {0, 0}}, 1, -1);
    // z_1 = -1000: the loss is (1000 + log 2)/2
    assertEquals(Math.log((1000 + Math.log(2)) / 2), read(wrong).logLoss(), 1e-12);
  }

  /** A combination of gradients is a KKT point when its margins are 1. */
  @Test
  void theResidualVanishesAtKktPointsAlone() {
    double own = 1 / 1.25;
    double other = -0.5 / 1.25;
    double[][] w = {{own, other / 2}, {other, own / 2}};
    assertEquals(0, kkt(w).stationarity(), 1e-14);
    assertEquals(0, kkt(w).complementarity(), 1e-14);
    w[0][1] -= 0.3;
    assertTrue(kkt(w).stationarity() > 0.1, kkt(w).toString());
  }

  private static KktResidual kkt(double[][] w) {
    Problem problem = problem(Loss.Kind.LOGISTIC, w, 1, -1);
    Classifier classifier = Classifier.of(problem).orElseThrow();
    State state = start(problem);
    double[] rows = classifier.weights(state);
    return KktResidual.of(classifier, rows, Sides.of(classifier, state, rows)).orElseThrow();
  }

  /** {@code (m sum 1/|x_i|^2)^(-1/2)} for ReLU with m neurons of each class. */
  @Test
  void theMaximalMarginOfOrthogonalSamplesIsTheClosedForm() {
    Problem problem =
        NearlyOrthogonal.descent(NearlyOrthogonal.axes(1, 2, 3), 0, 10, Loss.Kind.LOGISTIC, 1, 5);
    MaximalMargin maximal =
        MarginsCheck.of(problem, 0.05).end().orElseThrow().maximal().orElseThrow();
    double expected = 1 / Math.sqrt(5 * (1 + 1 / 4.0 + 1 / 9.0));
    assertEquals(expected, maximal.overall().orElseThrow(), 1e-14);
    assertTrue(maximal.withSides() < expected);
    assertTrue(maximal.keepsSides());
  }
}
