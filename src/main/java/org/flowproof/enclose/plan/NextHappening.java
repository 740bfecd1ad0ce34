package org.flowproof.enclose.plan;

import org.flowproof.enclose.bound.ErrorBounds;
import org.flowproof.enclose.certify.StepCertifier;
import org.flowproof.enclose.path.FlowModel;
import org.flowproof.enclose.path.Side;
import org.flowproof.enclose.path.Sliding;
import org.flowproof.enclose.path.Slidings;

/** Looks along the polynomials of a step for what ends it. */
final class NextHappening {
  /** Room around a kink, in errors of the neuron, outside which its side is proven. */
  private static final double ROOM = 3;

  private final FlowModel model;
  private final Slidings slidings;
  private final StepCertifier certifier;
  private final ErrorBounds bounds;
  private final Walker walker;
  private final Precision precision;
  private final double[] width;
  private final double[][] rough;

  NextHappening(
      FlowModel model,
      Slidings slidings,
      StepCertifier certifier,
      Walker walker,
      Precision precision) {
    this.model = model;
    this.slidings = slidings;
    this.certifier = certifier;
    this.walker = walker;
    this.precision = precision;
    bounds = certifier.bounds();
    width = new double[model.m()];
    rough = new double[model.m()][];
    for (int j = 0; j < width.length; j++) {
      width[j] = ROOM * bounds.of(j) + 2 * Walker.ROUGH * walker.norm(j);
      rough[j] = walker.roughPreactivations(j);
    }
  }

  /** How near a kink counts as near. */
  double room(int j, int k) {
    return model.sampleNorm(k) * width[j];
  }

  boolean near(int j, int k) {
    Side side = walker.sides()[j][k];
    return side != Side.SLIDE && from(side, j, k) <= room(j, k) * 1.001;
  }

  /** The preactivation, as precisely as it matters, positive on a side. */
  private double from(Side side, int j, int k) {
    double plain = side.sign() * rough[j][k];
    return plain > 2 * room(j, k) ? plain : side.sign() * walker.preactivation(j, k);
  }

  /** The first happening along coefficients of hidden weights, residuals and pulls. */
  Happening first(double[][][] w, double[][] residuals, Pulls pulls) {
    Happening first = Happening.NONE;
    for (int j = 0; j < w.length; j++) {
      double speed = 0;
      for (double[] wi : w[j]) {
        double part = 0;
        for (int l = 1; l < wi.length; l++) {
          part += Math.abs(wi[l]);
        }
        speed += part * part;
      }
      double reach = Math.sqrt(speed);
      for (int k = 0; k < model.n(); k++) {
        Side side = walker.sides()[j][k];
        if (side != Side.SLIDE) {
          double start = from(side, j, k);
          if (start - reach * model.sampleNorm(k) < 2 * room(j, k)) {
            first = first.earlier(kink(w[j], j, k, side, residuals[k][0]));
          }
        }
      }
      int[] samples = Sliding.samples(walker.sides()[j]);
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

  private Happening kink(double[][] w, int j, int k, Side side, double residual) {
    double[] g = Polynomial.combination(model.x(k), w, side.sign());
    double room = room(j, k);
    g[0] = side.sign() * walker.preactivation(j, k);
    if (g[0] > room * 1.001) {
      return new Happening(Polynomial.firstFall(g, room), Happening.Kind.NEAR, j, k);
    }
    boolean concave = walker.outer()[j] * residual > 0;
    if (concave && g.length > 1 && g[1] >= 0 && !certifier.isOpen(j, k)) {
      // leaving a concave kink: should it turn, the kink must be opened first
      return new Happening(Polynomial.firstFall(g, 0.6 * g[0]), Happening.Kind.NEAR, j, k);
    }
    double level = 0.1 * precision.unit() * walker.norm(j) * model.sampleNorm(k);
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
      double[] r = residuals[samples[p]];
      double sign = Math.signum(r[0]);
      double[] above = new double[force.length];
      double[] below = new double[force.length];
      for (int l = 0; l < force.length; l++) {
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
