package org.flowproof.enclose;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.flowproof.enclose.interval.Interval;
import org.flowproof.problem.Loss;
import org.flowproof.problem.Network;
import org.flowproof.problem.Problem;
import org.junit.jupiter.api.Test;

/** Flows of one neuron and one sample that have a formula, which is read in intervals as well. */
class ClosedFormTubesTest {
  private static final double[] TIMES = {0.5, 1, 2.75, 6, 10};

  private static Tube tube(
      double sample, double label, double w, double a, Loss.Kind loss, Network.Trained trained) {
    Problem problem =
        Flows.of(
            new double[][] {{sample}},
            new double[] {label},
            new double[][] {{w}},
            new double[] {a},
            0,
            loss,
            trained,
            10);
    Enclosure enclosure = Flows.enclose(problem);
    assertEquals(10, enclosure.tube().end(), () -> enclosure.obstacle().toString());
    assertTrue(enclosure.tube().radius() < 1e-13, () -> "wide " + enclosure.tube().radius());
    return enclosure.tube();
  }

  private static void meets(Interval tube, Interval formula, double time) {
    assertTrue(tube.intersects(formula), () -> tube + " and " + formula + " at " + time);
    assertTrue(tube.width() < 1e-12 && formula.width() < 1e-12, () -> tube + ", " + formula);
  }

  /** {@code p = a w} with a = w obeys {@code p' = 2 p (y - p)}; LOGIS of the known answers. */
  @Test
  void oneBalancedNeuronIsALogisticCurve() {
    Tube tube = tube(1, 0.8, 0.01, 0.01, Loss.Kind.SQUARED, Network.Trained.BOTH);
    Interval y = Interval.of(0.8);
    Interval start = Interval.of(0.01).square();
    for (double t : TIMES) {
      Interval decay = y.times(-2 * t).exp();
      Interval p = y.divide(Interval.ONE.plus(y.divide(start).minus(1).times(decay)));
      TubePiece piece = OracleTubesTest.at(tube, t);
      Interval time = Interval.of(t);
      meets(piece.outer(0, time).times(piece.hidden(0, 0, time)), p, t);
      meets(piece.outer(0, time), piece.hidden(0, 0, time), t);
    }
    TubePiece piece = OracleTubesTest.at(tube, 6);
    Interval p = piece.outer(0, Interval.of(6)).times(piece.hidden(0, 0, Interval.of(6)));
    assertTrue(OracleTubesTest.outside(p, 0.5188867771567144) < 1e-14);
  }

  /** {@code w' = a x (y - a w x)} is linear. */
  @Test
  void aFirstLayerIsAnExponential() {
    double x = 1.25;
    double a = -0.75;
    Tube tube = tube(x, -2, 0.5, a, Loss.Kind.SQUARED, Network.Trained.FIRST);
    Interval limit = Interval.of(-2).divide(Interval.of(a * x));
    for (double t : TIMES) {
      Interval decay = Interval.of(-a * a * x * x).times(t).exp();
      Interval w = limit.plus(Interval.of(0.5).minus(limit).times(decay));
      meets(OracleTubesTest.at(tube, t).hidden(0, 0, Interval.of(t)), w, t);
    }
  }

  /**
   * {@code w' = sigmoid(-w)} with a = x = y = 1 and the factor 1/n, so that {@code w + exp(w)}
   * grows at the rate 1.
   */
  @Test
  void aLogisticFirstLayerIsKnownImplicitly() {
    Tube tube = tube(1, 1, 0.5, 1, Loss.Kind.LOGISTIC, Network.Trained.FIRST);
    Interval start = Interval.of(0.5).plus(Interval.of(0.5).exp());
    for (double t : TIMES) {
      Interval w = OracleTubesTest.at(tube, t).hidden(0, 0, Interval.of(t));
      meets(w.plus(w.exp()), start.plus(Interval.of(t)), t);
    }
  }
}
