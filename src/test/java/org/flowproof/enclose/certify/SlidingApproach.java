package org.flowproof.enclose.certify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.flowproof.enclose.Flows;
import org.flowproof.enclose.bound.Kick;
import org.flowproof.enclose.path.FlowModel;
import org.flowproof.enclose.path.PathPoint;
import org.flowproof.enclose.path.PathStep;
import org.flowproof.enclose.path.Side;
import org.flowproof.enclose.path.Slidings;
import org.flowproof.enclose.path.TaylorCoefficients;

/**
 * A neuron that is held on the kink of the third sample comes to the concave kink of the second, at
 * a speed of 0.189, after a step in which it is caught. A fourth sample may have a kink at the same
 * place.
 */
final class SlidingApproach {
  private static final double RADIUS = 1e-6;
  static final double[] CONCAVE = {0.6, 0.8, 0};

  /** Has its kink at the same place as far as the slide goes, but not the same kink. */
  static final double[] BESIDE = {0.6, 0.8, 1e-9};

  private static final double LENGTH = 1.2e-5;

  private final FlowModel model;
  final StepCertifier certifier;
  final Side[] sides;
  double[] w;
  private double a = 0.9;

  /** With a fourth label that is all but met. */
  SlidingApproach() {
    this(-5e-6, -0.001, BESIDE);
  }

  /**
   * Starts.
   *
   * @param gap from the concave kink, with its sign
   * @param rest what is left of the fourth label, negative
   * @param fourth sample
   */
  SlidingApproach(double gap, double rest, double[] fourth) {
    this(gap, 1, rest, fourth);
  }

  private SlidingApproach(double gap, double second, double rest, double[] fourth) {
    double[][] x = {{1, 0, 0.3}, CONCAVE, {0, 0, 1}, fourth};
    w = new double[] {0.5, -0.375 + gap / 0.8, 0};
    double h = Math.max(0, gap * a);
    double[] y = {1.85, second + h, -2, rest + h};
    model = Flows.model(Flows.squared(x, y, new double[][] {w.clone()}, new double[] {a}, 0, 1));
    certifier = new StepCertifier(model, new Slidings(model), 0, new double[] {RADIUS});
    Side side = gap > 0 ? Side.PLUS : Side.MINUS;
    sides = new Side[] {Side.PLUS, side, Side.SLIDE, side};
    assertEquals(Optional.empty(), certifier.advance(step(LENGTH), List.of()));
    assertTrue(certifier.captured(0));
  }

  /** The second kink is convex and will hold the neuron too, the fourth is far away. */
  static SlidingApproach toSecondSlide() {
    return new SlidingApproach(-5e-6, -1, -1, new double[] {0, 1, 0});
  }

  /** Goes on. */
  PathStep step(double length) {
    TaylorCoefficients taylor =
        new TaylorCoefficients(model, new Slidings(model), new Side[][] {sides.clone()}, 12, 0);
    taylor.compute(PathPoint.of(new double[][] {w.clone()}, new double[] {a}), length);
    PathStep step = taylor.step(1);
    for (int i = 0; i < w.length; i++) {
      w[i] = TurningNeuron.end(step.hidden(0)[i]);
    }
    a = TurningNeuron.end(step.outer(0));
    return step;
  }

  private static Kick kick(double speed) {
    double push = 0.23;
    return new Kick(0, 1, 1e-5, speed, push, 1.001 * push / speed, 1e-5);
  }

  /** Goes on for a step that begins to pass the kink at a speed. */
  Optional<Refusal> pass(double speed) {
    return certifier.advance(step(LENGTH), List.of(kick(speed)));
  }
}
