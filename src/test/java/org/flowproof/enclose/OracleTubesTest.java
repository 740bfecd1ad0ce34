package org.flowproof.enclose;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.flowproof.enclose.certify.Refusal;
import org.flowproof.enclose.interval.Interval;
import org.flowproof.enclose.limit.TerminalCertifier;
import org.flowproof.flow.OracleProblem;
import org.flowproof.flow.ReferenceIntegrator;
import org.flowproof.flow.State;
import org.flowproof.flow.Trajectory;
import org.flowproof.problem.Loss;
import org.flowproof.problem.Network;
import org.flowproof.problem.Problem;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tubes around the problems with 30-digit answers, and against the reference integrator. */
class OracleTubesTest {
  static TubePiece at(Tube tube, double time) {
    return tube.pieces().stream()
        .filter(p -> p.start() <= time && time <= p.end())
        .findFirst()
        .orElseThrow();
  }

  /** How far a value is outside an interval, 0 inside. */
  static double outside(Interval interval, double value) {
    return Math.max(0, Math.max(interval.lower() - value, value - interval.upper()));
  }

  /**
   * All the way, or to where the tube has to end. The answers are those of the decimal data;
   * rounding the data to doubles moves them by up to 5.6e-16 (stated beside them).
   */
  @ParameterizedTest
  @CsvSource({
    "sliding-exit, 25, 3",
    "resting-neuron, 6.4, 3",
    "scale-1e-12, 121.5, 3",
    "leave-together, 93.5, 3",
    "leaky-sliding-exit, 21.9, 3",
    "logistic-sliding-exit, 80, 3",
    "equal-samples, 13, 3",
    "one-dimensional, 5, 3",
    "grazing-convex, 8, 3",
    "through-origin, 10.9, 3"
  })
  void tubesContainTheKnownAnswers(String id, double reaches, int answers) {
    OracleProblem oracle = OracleProblem.named(id);
    Enclosure enclosure = Flows.enclose(oracle.problem(1e-12));
    assertTrue(enclosure.tube().end() >= reaches, () -> "ends at " + enclosure.obstacle());
    assertTrue(enclosure.tube().radius() < 5e-12, () -> "wide " + enclosure.tube().radius());
    int contained = 0;
    for (OracleProblem.Answer answer : oracle.answers()) {
      if (answer.t() <= enclosure.tube().end()) {
        assertTrue(worst(enclosure.tube(), answer) <= 6e-16, () -> "at " + answer.t());
        contained++;
      }
    }
    assertEquals(answers, contained);
  }

  /**
   * What cannot be enclosed is refused no later than it happens: a graze at a concave kink; a
   * resting neuron whose residual changes its sign.
   */
  @ParameterizedTest
  @CsvSource({
    "grazing-concave, 1.5739, 1.5740001, CONCAVE",
    "resting-neuron-nonunique, 6.58, 6.580992, KINK"
  })
  void whatIsNotProvenIsRefusedInTime(
      String id, double earliest, double latest, Refusal.Kind kind) {
    Enclosure enclosure = Flows.enclose(OracleProblem.named(id).problem(1e-12));
    Enclosure.Obstacle obstacle = enclosure.obstacle().orElseThrow();
    assertEquals(kind, obstacle.refusal().kind(), obstacle::toString);
    assertTrue(obstacle.time() >= earliest && obstacle.time() <= latest, obstacle::toString);
    assertEquals(enclosure.tube().end(), obstacle.time());
    assertInstanceOf(TerminalCertifier.Outcome.Open.class, enclosure.limit());
  }

  @ParameterizedTest
  @CsvSource({
    "start-repelling, starts on the kink",
    "gradient-descent, gradient descent",
    "tanh-bias, smooth"
  })
  void problemsWithoutATubeAreNamed(String id, String reason) {
    FlowCertifier.Outcome outcome =
        FlowCertifier.enclose(OracleProblem.named(id).problem(1e-12), 1);
    assertTrue(
        assertInstanceOf(FlowCertifier.Outcome.Unsuitable.class, outcome)
            .reason()
            .contains(reason));
  }

  /**
   * Random problems; the reference is good to about 1e-11 of the largest weight at its tolerance.
   */
  @ParameterizedTest
  @CsvSource({
    "1, 0, SQUARED, BOTH",
    "2, 0, SQUARED, BOTH",
    "3, 0.25, SQUARED, BOTH",
    "4, 0.1, SQUARED, FIRST",
    "5, 0, LOGISTIC, FIRST",
    "6, 0.5, LOGISTIC, BOTH"
  })
  void theReferenceIntegratorStaysInTheTube(
      long seed, double slope, Loss.Kind loss, Network.Trained trained) {
    Problem problem = Flows.gaussian(4, 8, 2, 0.1, slope, loss, trained, seed, 10);
    Tube tube = Flows.enclose(problem).tube();
    assertTrue(tube.end() > 1, () -> "ends at " + tube.end());
    assertTrue(tube.radius() < 1e-8, () -> "radius " + tube.radius());
    Trajectory run = new ReferenceIntegrator().integrate(problem);
    for (int i = 0; i <= 40; i++) {
      double time = tube.end() * i / 40;
      State state = run.at(time);
      TubePiece piece = at(tube, time);
      for (int j = 0; j < 4; j++) {
        assertTrue(outside(piece.outer(j, Interval.of(time)), state.a(j)) < 1e-10);
        for (int c = 0; c < 2; c++) {
          assertTrue(outside(piece.hidden(j, c, Interval.of(time)), state.w(j, c)) < 1e-10);
        }
      }
    }
  }

  private static double worst(Tube tube, OracleProblem.Answer answer) {
    TubePiece piece = at(tube, answer.t());
    Interval time = Interval.of(answer.t());
    double worst = 0;
    for (int j = 0; j < answer.a().length(); j++) {
      worst = Math.max(worst, outside(piece.outer(j, time), answer.a().get(j)));
      for (int i = 0; i < answer.w().columns(); i++) {
        worst = Math.max(worst, outside(piece.hidden(j, i, time), answer.w().get(j, i)));
      }
    }
    return worst;
  }
}
