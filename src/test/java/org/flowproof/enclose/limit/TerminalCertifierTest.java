package org.flowproof.enclose.limit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.flowproof.enclose.Flows;
import org.flowproof.enclose.StepLog;
import org.flowproof.enclose.interval.Interval;
import org.flowproof.enclose.path.FlowModel;
import org.flowproof.enclose.path.PathStep;
import org.flowproof.enclose.path.Side;
import org.flowproof.enclose.plan.Precision;
import org.flowproof.enclose.plan.TubeBuilder;
import org.flowproof.enclose.precise.PreciseData;
import org.flowproof.enclose.precise.PreciseFlow;
import org.flowproof.problem.Loss;
import org.flowproof.problem.Network;
import org.flowproof.problem.Problem;
import org.junit.jupiter.api.Test;

/** Limits from ends of tubes made by hand, where the limit is known or there is none. */
class TerminalCertifierTest {
  /** The initial weights of a problem, as if a tube without width ended there. */
  static FlowEnd end(Problem problem, boolean captured, int... slides) {
    return ended(problem, captured, problem.network().width(), slides);
  }

  /** The same, with the first neuron alone on kinks. */
  static FlowEnd endOfFirst(Problem problem, int... slides) {
    return ended(problem, true, 1, slides);
  }

  private static FlowEnd ended(Problem problem, boolean captured, int sliding, int... slides) {
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
        mine.set(k, j < sliding ? Side.SLIDE : mine.get(k));
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
    // on the kink of the first sample with gate 0.45, as the others cannot both be fitted
    Problem problem =
        Flows.squared(
            new double[][] {{0, 1}, {1, 1}, {1, -0.5}},
            new double[] {-1, 1.31, 0.7},
            new double[][] {{1, 0}},
            new double[] {1},
            0,
            1);
    assertEquals(
        LimitObstacle.Kind.SLIDE, refused(TerminalCertifier.prove(end(problem, false, 0))));
    assertEquals(
        LimitTheorem.Interpolation.FAILS,
        proven(TerminalCertifier.prove(end(problem, true, 0))).interpolation());
  }

  /** Held on the kink of the second sample with gate 1/2, by a residual that stays. */
  private static FlowEnd held(double outer) {
    return end(
        Flows.squared(
            new double[][] {{1, 0.5}, {0, 1}},
            new double[] {outer + 1, -1},
            new double[][] {{1, 0}},
            new double[] {outer},
            0,
            1),
        true,
        1);
  }

  @Test
  void aSlideEndsWhereItsOutputWeightMayChangeItsSign() {
    assertEquals(Optional.empty(), SidesStay.obstacle(held(0.1), 0.05, 0.05, 1e-3));
    assertEquals(
        Optional.of(LimitObstacle.Kind.SLIDE),
        SidesStay.obstacle(held(0.1), 0.2, 1, 1e-3).map(LimitObstacle::kind));
  }

  /**
   * A neuron 1000 times lighter than the one that carries the limit, active on the first sample,
   * moves by 1/200 of its size while the first label is reached, less than its distance from the
   * kink of the second one or more.
   */
  private static Problem light(double room) {
    double off = 0.01;
    double w = 1e-3;
    return Flows.squared(
        new double[][] {{1, 0}, {-1, 0.5}},
        new double[] {1 - off, 0},
        new double[][] {{1, 0}, {w, 2 * w * (1 - room * off)}},
        new double[] {1, w},
        0,
        1);
  }

  @Test
  void aLightNeuronMayStillCross() {
    // it crosses in the end when the room is below 1/2
    Problem crosses = light(0.4);
    assertEquals(LimitObstacle.Kind.ANGLE, refused(TerminalCertifier.prove(end(crosses, true))));
    assertEquals(
        1, PreciseFlow.of(PreciseData.of(crosses), BigDecimal.valueOf(20), 25).crossings());
    assertEquals(
        0, PreciseFlow.of(PreciseData.of(light(0.6)), BigDecimal.valueOf(20), 25).crossings());
    proven(TerminalCertifier.prove(end(light(5), true)));
  }

  /** What is said of the end of a tube is said of all flows in it. */
  @Test
  void theEndOfATubeHoldsItsFlows() {
    Problem problem = light(5);
    FlowModel model = Flows.model(problem);
    double radius = 1e-3;
    StepLog<PathStep> log = new StepLog<>((step, certifier) -> step);
    TubeBuilder builder = new TubeBuilder(model, Precision.PAIRS, log, new double[] {radius, 1e-9});
    assertEquals(Optional.empty(), builder.advanceTo(0.5));
    FlowEnd end =
        FlowEnd.of(model, 0.5, log.notes().get(log.notes().size() - 1), builder.certifier());
    BigDecimal[][] start = new BigDecimal[2][3];
    for (int j = 0; j < 2; j++) {
      for (int i = 0; i < 2; i++) {
        start[j][i] = new BigDecimal(problem.initial().w().get(j, i));
      }
      start[j][2] = new BigDecimal(problem.initial().a().get(j));
    }
    start[0][1] = start[0][1].add(new BigDecimal(radius));
    BigDecimal[][] z =
        PreciseFlow.of(PreciseData.of(problem).from(start), BigDecimal.ONE, 25)
            .at(new BigDecimal(0.5));
    for (int j = 0; j < 2; j++) {
      assertTrue(end.outer().get(j).contains(z[j][2].doubleValue()));
      for (int i = 0; i < 2; i++) {
        assertTrue(end.hidden().get(j).get(i).contains(z[j][i].doubleValue()));
      }
    }
    assertTrue(end.hidden().get(0).get(1).width() < 3 * radius);
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
