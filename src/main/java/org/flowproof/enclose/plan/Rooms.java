package org.flowproof.enclose.plan;

import java.util.Arrays;
import org.flowproof.enclose.bound.ErrorBounds;

/**
 * How near a kink counts as near, for samples of norm 1: where errors and the rounding of the last
 * long step leave the side of a neuron in doubt. What a step does not move it does not round.
 */
final class Rooms {
  /** Room around a kink, in errors of the neuron, outside which its side is proven. */
  private static final double ERRORS = 3;

  /** Room in roundoffs of weights: neurons are put on their sides of kinks by some. */
  private static final double ROUNDOFFS = 100;

  private final double least;

  /** How far the last long step moved a neuron, relative to its scale, at most 1. */
  private final double[] moved;

  Rooms(int m, Precision precision) {
    least = ROUNDOFFS * precision.unit();
    moved = new double[m];
    Arrays.fill(moved, 1);
  }

  /** A long step is proposed, with these polynomials of hidden weights. */
  void along(double[][][] w, Walker walker) {
    for (int j = 0; j < w.length; j++) {
      moved[j] = Math.min(1, reach(w[j]) / walker.scale(j));
    }
  }

  /** At least how far polynomials get from their start. */
  static double reach(double[][] w) {
    double squares = 0;
    for (double[] one : w) {
      double part = 0;
      for (int l = 1; l < one.length; l++) {
        part += Math.abs(one[l]);
      }
      squares += part * part;
    }
    return Math.sqrt(squares);
  }

  /** The widths of all neurons. */
  double[] widths(ErrorBounds bounds, Walker walker) {
    double[] widths = new double[moved.length];
    for (int j = 0; j < widths.length; j++) {
      double rounding = Math.max(least, 2 * Walker.ROUGH * moved[j]);
      widths[j] = ERRORS * bounds.of(j) + rounding * walker.scale(j);
    }
    return widths;
  }
}
