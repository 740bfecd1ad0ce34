package org.flowproof.enclose.limit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.flowproof.enclose.Flows;
import org.flowproof.enclose.interval.Interval;
import org.flowproof.enclose.path.FlowModel;
import org.flowproof.enclose.path.Side;
import org.flowproof.problem.Loss;
import org.flowproof.problem.Network;
import org.flowproof.problem.Problem;
import org.junit.jupiter.api.Test;

/** Limits from ends of tubes made by hand, where the limit is known or there is none. */
class TerminalCertifierTest {
  /** The initial weights of a problem, as if a tube without width ended there. */
  static FlowEnd end(Problem problem, boolean captured, int... slides) {
    FlowModel model = Flows.model(problem);
    List<List<Interval>> hidden = new ArrayList<>();
    List<Interval> outer = new ArrayList<>();
    List<List<Side>> sides = new ArrayList<>();
    List<Boolean> caught = new ArrayList<>();
    for (int j = 0; j < model.m(); j++) {
      double[] w = problem.initial().w().row(j);
      hidden.add(Arrays.stream(w).mapToObj(Interval::of).toList());
      outer.add(Interval.of(problem.initial().a().get(j)));
      List<Side> mine = new ArrayList<>();
      for (int k = 0; k < model.n(); k++) {
        double g = 0;
        for (int i = 0; i < w.length; i++) {
          g += w[i] * model.x(k)[i];
        }
        mine.add(g > 0 ? Side.PLUS : Side.MINUS);
      }
      for (int k : slides) {
        mine.set(k, Side.SLIDE);
      }
      sides.add(mine);
      caught.add(captured);
    }
    return new FlowEnd(model, 0, hidden, outer, sides, caught);
  }

  static LimitTheorem proven(TerminalCertifier.Outcome outcome) {
    return assertInstanceOf(TerminalCertifier.Outcome.Proven.class, outcome, outcome::toString)
        .theorem();
  }

  static LimitObstacle.Kind refused(TerminalCertifier.Outcome outcome) {
    return assertInstanceOf(TerminalCertifier.Outcome.Open.class, outcome, outcome::toString)
        .obstacle()
        .kind();
  }

  /** One neuron, samples 1 and -1. It is active on the first alone until it reaches w = 0. */
  private static Problem line(double label, double w, double a, Network.Trained trained) {
    return Flows.of(
        new double[][] {{1}, {-1}},
        new double[] {label, 0.5},
        new double[][] {{w}},
        new double[] {a},
        0,
        Loss.Kind.SQUARED,
        trained,
        1);
  }

  @Test
  void aFirstLayerThatMustCrossIsNotTakenToStay() {
    // the output falls from 0.1 towards -5, so the neuron dies at w = 0 and never fits -5
    assertEquals(
        LimitObstacle.Kind.ANGLE,
        refused(TerminalCertifier.prove(end(line(-5, 0.1, 1, Network.Trained.FIRST), true))));
  }

  @Test
  void aFirstLayerNearItsFitConverges() {
    LimitTheorem theorem =
        proven(TerminalCertifier.prove(end(line(0.15, 0.1, 1, Network.Trained.FIRST), true)));
    // the second sample, with label 1/2, stays inactive: 1/(2n) of 1/4
    assertTrue(theorem.limitLoss().contains(1 / 16.0));
    assertTrue(theorem.limitLoss().width() < 1e-15);
    assertTrue(theorem.fit().get(0).contains(0.15));
    assertEquals(LimitTheorem.Interpolation.FAILS, theorem.interpolation());
  }

  @Test
  void bothLayersFarFromTheFitAreTooEarly() {
    assertEquals(
        LimitObstacle.Kind.TOO_EARLY,
        refused(TerminalCertifier.prove(end(line(-5, 0.1, 1, Network.Trained.BOTH), true))));
  }

  @Test
  void aSampleWithinReachIsAnAngle() {
    // near its fit of 1.01, but the second sample may be only 1e-6 from its kink
    double[][] x = {{1, 0}, {-1, 0.0001}};
    for (double far : new double[] {0, -1}) {
      x[1][0] = far == 0 ? -1e-6 : far;
      Problem problem =
          Flows.squared(
              x, new double[] {1.01, 0.5}, new double[][] {{1, 0}}, new double[] {1}, 0, 1);
      TerminalCertifier.Outcome outcome = TerminalCertifier.prove(end(problem, true));
      if (far == 0) {
        assertEquals(LimitObstacle.Kind.ANGLE, refused(outcome));
      } else {
        assertEquals(LimitTheorem.Interpolation.FAILS, proven(outcome).interpolation());
      }
    }
  }

  @Test
  void aSlideMustBeCaught() {
    // the neuron rests on the kink of the second sample, which pushes it back with gate 1/2
    Problem problem =
        Flows.squared(
            new double[][] {{1, -0.5}, {0, 1}},
            new double[] {1.01, -1},
            new double[][] {{1, 0}},
            new double[] {1},
            0,
            1);
    assertEquals(
        LimitObstacle.Kind.SLIDE, refused(TerminalCertifier.prove(end(problem, false, 1))));
  }

  @Test
  void labelsThatAreReachedInterpolate() {
    Problem problem =
        Flows.squared(
            new double[][] {{1, 0}, {0, 1}},
            new double[] {1.01, 0.99},
            new double[][] {{1, 1}},
            new double[] {1},
            0,
            1);
    LimitTheorem theorem = proven(TerminalCertifier.prove(end(problem, true)));
    assertEquals(LimitTheorem.Interpolation.HOLDS, theorem.interpolation());
    assertEquals(0, theorem.limitLoss().upper());
  }
}
