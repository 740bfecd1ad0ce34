package org.flowproof.enclose.plan;

import java.util.Optional;
import org.flowproof.enclose.path.FlowModel;
import org.flowproof.enclose.path.Side;
import org.flowproof.enclose.path.Sliding;
import org.flowproof.enclose.path.Slidings;
import org.flowproof.problem.Vectors;

/** Puts neurons on the sides of kinks, or on the kinks, on which they are meant to be. */
final class Footing {
  private static final int MOST_PASSES = 50;

  /** Least distances from a kink, in roundoffs. */
  private static final double MARGIN = 3;

  private static final double SLIDING_MARGIN = 12;

  private final FlowModel model;
  private final Slidings slidings;
  private final Walker walker;
  private final Precision precision;

  Footing(FlowModel model, Slidings slidings, Walker walker, Precision precision) {
    this.model = model;
    this.slidings = slidings;
    this.walker = walker;
    this.precision = precision;
  }

  /** Puts a neuron on its sides of kinks, besides those that it slides on. */
  void nudge(int j, int[] kinks) {
    boolean moved = true;
    for (int pass = 0; moved && pass < MOST_PASSES; pass++) {
      moved = false;
      for (int k : kinks) {
        moved |= walker.sides()[j][k] != Side.SLIDE && nudge(j, k);
      }
    }
  }

  /**
   * Puts a neuron on a kink's side by a rounding, where it is not on it yet; along the kinks that
   * it slides on, and then farther, as it is off these by a rounding too.
   */
  private boolean nudge(int j, int k) {
    double[] x = model.x(k);
    double[] along = along(j, x);
    int sign = walker.sides()[j][k].sign();
    double square = Vectors.dot(x, along);
    double room = along == x ? MARGIN : SLIDING_MARGIN;
    double margin = room * precision.unit() * walker.scale(j) * model.sampleNorm(k);
    for (int tries = 0; tries < 8; tries++) {
      double g = walker.preactivation(j, k);
      if (sign * g >= margin) {
        return tries > 0;
      }
      walker.move(j, (sign * 1.5 * margin - g) / square, along);
    }
    return true;
  }

  /** A sample projected off those that a neuron slides on, where something is left of it. */
  private double[] along(int j, double[] x) {
    int[] samples = model.kinks().slides(walker.sides()[j]);
    Optional<Sliding> slide = samples.length == 0 ? Optional.empty() : slidings.on(samples);
    if (slide.isEmpty()) {
      return x;
    }
    double[] along = slide.get().projected(x);
    return Vectors.dot(x, along) > 1e-6 * Vectors.dot(x, x) ? along : x;
  }

  /** Puts neurons back on their sides where a rounding has moved them across. */
  void keepSides() {
    for (int pass = 0; pass < 3; pass++) {
      boolean kept = true;
      for (int j = 0; j < model.m(); j++) {
        double[] rough = walker.roughPreactivations(j);
        double doubtful = Walker.ROUGH * walker.norm(j);
        Side[] sides = walker.sides()[j];
        for (int k : model.kinks().samples()) {
          int sign = sides[k].sign();
          if (sign * rough[k] <= doubtful * model.sampleNorm(k)
              && sides[k] != Side.SLIDE
              && sign * walker.preactivation(j, k) <= 0) {
            nudge(j, k);
            kept = false;
          }
        }
      }
      if (kept) {
        return;
      }
    }
  }

  /** Puts a neuron on the kinks that it slides on. */
  void project(int j) {
    int[] samples = model.kinks().slides(walker.sides()[j]);
    if (samples.length == 0 || slidings.on(samples).isEmpty()) {
      return;
    }
    Sliding sliding = slidings.on(samples).get();
    for (int pass = 0; pass < 2; pass++) {
      double[] off = new double[samples.length];
      for (int q = 0; q < off.length; q++) {
        off[q] = walker.preactivation(j, samples[q]);
      }
      for (int p = 0; p < samples.length; p++) {
        walker.move(j, -Vectors.dot(sliding.gramInverse(p), off), model.x(samples[p]));
      }
    }
  }
}
