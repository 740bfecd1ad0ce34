package org.flowproof.enclose.plan;

import org.flowproof.enclose.certify.StepCertifier;
import org.flowproof.enclose.path.FlowModel;
import org.flowproof.enclose.path.KinkLine;
import org.flowproof.enclose.path.Side;
import org.flowproof.enclose.path.Sliding;
import org.flowproof.enclose.path.Slidings;

/** Looks along the polynomials of a step for what ends it. */
final class NextHappening {
  /** Polynomials in doubles come to the edge of a room up to a percent of it. */
  private static final double NEARLY = 1.1;

  private final FlowModel model;
  private final Slidings slidings;
  private final StepCertifier certifier;
  private final Walker walker;
  private final Precision precision;
  private final double[] width;
  private final double[] doubt;
  private final double[][] rough;

  /** Widths at the end of the step that is looked along. */
  private double[] widthThen;

  NextHappening(
      FlowModel model,
      Slidings slidings,
      StepCertifier certifier,
      Walker walker,
      Precision precision,
      Rooms rooms) {
    this.model = model;
    this.slidings = slidings;
    this.certifier = certifier;
    this.walker = walker;
    this.precision = precision;
    width = rooms.widths(certifier.bounds(), walker);
    widthThen = width;
    doubt = new double[model.m()];
    rough = new double[model.m()][];
    for (int j = 0; j < width.length; j++) {
      doubt[j] = 2 * Walker.ROUGH * walker.norm(j);
      rough[j] = walker.roughPreactivations(j);
    }
  }

  /** How near a kink counts as near. */
  double room(int j, int k) {
    return model.sampleNorm(k) * width[j];
  }

  boolean near(int j, int k) {
    Side side = walker.sides()[j][k];
    return side != Side.SLIDE && isNear(from(side, j, k), j, k);
  }

  private boolean isNear(double distance, int j, int k) {
    return distance <= room(j, k) * NEARLY;
  }

  /** Looks along a step that leaves these widths around kinks. */
  void widen(double[] widths) {
    widthThen = widths;
  }

  /** The preactivation, as precisely as it matters, positive on a side. */
  private double from(Side side, int j, int k) {
    double plain = side.sign() * rough[j][k];
    return plain > 2 * room(j, k) + model.sampleNorm(k) * doubt[j]
        ? plain
        : side.sign() * walker.preactivation(j, k);
  }

  /** The first happening along coefficients of hidden weights, residuals and pulls. */
  Happening first(double[][][] w, double[][] residuals, Pulls pulls) {
    Happening first = Happening.NONE;
    for (int j = 0; j < w.length; j++) {
      double reach = Rooms.reach(w[j]);
      for (int k : model.kinks().samples()) {
        Side side = walker.sides()[j][k];
        if (side != Side.SLIDE) {
          double start = from(side, j, k);
          double most =
              (reach + 2 * Math.max(width[j], widthThen[j]) + doubt[j]) * model.sampleNorm(k);
          if (start < most) {
            first = first.earlier(kink(w[j], j, k, side, residuals));
          }
        }
      }
      int[] samples = model.kinks().slides(walker.sides()[j]);
      if (samples.length > 0) {
        first = first.earlier(slide(j, samples, residuals, pulls.of(j)));
      }
    }
    return first;
  }

  /** Coefficients of the pulls of neurons, without the samples of a slide. */
  interface Pulls {
    double[][] of(int neuron);
  }

  private Happening kink(double[][] w, int j, int k, Side side, double[][] residuals) {
    double[] g = Polynomial.combination(model.x(k), w, side.sign());
    double room = room(j, k);
    g[0] = side.sign() * walker.preactivation(j, k);
    if (!isNear(g[0], j, k)) {
      double then = Math.min(model.sampleNorm(k) * widthThen[j], 0.6 * g[0]);
      return new Happening(Polynomial.firstFall(g, then), Happening.Kind.NEAR, j, k);
    }
    boolean concave = walker.outer()[j] * model.kinks().of(k).residual(residuals)[0] > 0;
    if (concave && g.length > 1 && g[1] >= 0 && !certifier.isOpen(j, k)) {
      // leaving a concave kink: should it turn, the kink must be opened first
      return new Happening(Polynomial.firstFall(g, 0.6 * g[0]), Happening.Kind.NEAR, j, k);
    }
    double level = 0.1 * precision.unit() * walker.scale(j) * model.sampleNorm(k);
    Happening reach = new Happening(Polynomial.firstFall(g, level), Happening.Kind.REACH, j, k);
    double[] down = new double[g.length];
    for (int i = 0; i < g.length; i++) {
      down[i] = -g[i];
    }
    return reach.earlier(
        new Happening(Polynomial.firstFall(down, -2 * room), Happening.Kind.CLEAR, j, k));
  }

  private Happening slide(int j, int[] samples, double[][] residuals, double[][] pull) {
    Sliding sliding = slidings.on(samples).orElseThrow();
    double factor = model.multiplier() / model.divisor();
    double[][] along = new double[samples.length][];
    for (int q = 0; q < samples.length; q++) {
      along[q] = Polynomial.combination(model.x(samples[q]), pull, 1);
    }
    Happening first = Happening.NONE;
    for (int p = 0; p < samples.length; p++) {
      double[] force = Polynomial.combination(sliding.gramInverse(p), along, -1);
      KinkLine kink = model.kinks().of(samples[p]);
      double[] r = kink.residual(residuals);
      double[] offset = kink.offset(residuals);
      double sign = Math.signum(r[0]);
      double[] above = new double[force.length];
      double[] below = new double[force.length];
      for (int l = 0; l < force.length; l++) {
        force[l] -= factor * offset[l];
        above[l] = sign * (factor * r[l] - force[l]);
        below[l] = sign * (force[l] - model.alpha() * factor * r[l]);
      }
      double room = precision.leaving() * factor * Math.abs(r[0]);
      first =
          first
              .earlier(leave(above, room, Happening.Kind.LEAVE_UP, j, samples[p]))
              .earlier(leave(below, room, Happening.Kind.LEAVE_DOWN, j, samples[p]));
    }
    return first;
  }

  /** First to near the end of a slide: what gates are not known by is charged for a whole step. */
  private static Happening leave(double[] left, double room, Happening.Kind kind, int j, int k) {
    return left[0] > 2 * room
        ? new Happening(
            Polynomial.firstFall(left, room), room > 0 ? Happening.Kind.NEAR : kind, j, k)
        : new Happening(Polynomial.firstFall(left, 0), kind, j, k);
  }
}
