package org.flowproof.flow;

import java.util.List;
import org.flowproof.problem.Vectors;

/**
 * Finds the first thing that happens inside a step. Preactivations are linear in the weights, so on
 * a step each is a polynomial whose Bernstein coefficients bound it: a step passes only when no
 * sign change is possible on its dense output, so double crossings cannot hide between samples.
 * Holds scratch arrays and what it knows of earlier steps, which saves work and changes no result:
 * one instance for each run.
 */
final class StepAudit {
  /** Of the norm of the hidden weight: preactivations below this are rounding. */
  private static final double ROUNDING = 16 * Math.ulp(1.0);

  private final HeldAudit held;
  private final double grazeTolerance;
  private final Margins margins;
  private final double[][] control;
  private final double[] c = new double[Bernstein.DEGREE + 1];
  private final double[] scratch = new double[Bernstein.DEGREE + 1];

  /**
   * An audit.
   *
   * @param grazeTolerance a local extremum of a preactivation below this times the norm of the
   *     hidden weight counts as zero
   * @param noise relative error of the outputs
   */
  StepAudit(FlowField field, int neurons, KinkLines lines, double grazeTolerance, double noise) {
    margins = new Margins(neurons, lines);
    control = new double[Bernstein.DEGREE + 1][lines.dimension()];
    held = new HeldAudit(field, noise);
    this.grazeTolerance = grazeTolerance;
  }

  /** The first happening, or null. */
  Happening first(DensePiece piece, double[][] states, SegmentMemory memory) {
    Happening first = hits(piece, memory);
    return Happening.earlier(first, held.first(piece, states, memory));
  }

  private Happening hits(DensePiece piece, SegmentMemory memory) {
    Pattern pattern = piece.pattern();
    KinkLines lines = pattern.lines();
    int d = lines.dimension();
    double[] origin = piece.origin();
    Happening first = null;
    for (int j : pattern.moving()) {
      int start = pattern.neurons() + j * d;
      double size = 0;
      for (int i = 0; i < d; i++) {
        size += origin[start + i] * origin[start + i];
      }
      double graze = grazeTolerance * Math.sqrt(size);
      double near = reach(piece, start) + graze;
      if (margins.allAbove(near, pattern, j, origin)) {
        continue;
      }
      for (int l = 0; l < lines.count(); l++) {
        double margin = margins.of(l);
        if (margin > near) {
          continue;
        }
        double[] e = lines.direction(l);
        for (int b = 0; b <= Bernstein.DEGREE; b++) {
          c[b] = margin + pattern.side(j, l) * Vectors.dot(control[b], e);
        }
        int departing = memory.departing(j, l);
        if (departing != 0 && Bernstein.within(c, ROUNDING * Math.sqrt(size))) {
          // it has left its kink too slowly to be told from it
          continue;
        }
        boolean tooLate =
            first != null
                && departing == 0
                && Bernstein.aboveUntil(c, first.fraction(), graze, scratch);
        if (!tooLate) {
          first = Happening.earlier(first, onLine(c, j, l, departing, graze));
        }
      }
    }
    return first;
  }

  /** How far a hidden weight can get in a step; leaves its control points in {@link #control}. */
  private double reach(DensePiece piece, int start) {
    double reach = 0;
    for (int b = 0; b <= Bernstein.DEGREE; b++) {
      double length = 0;
      for (int i = 0; i < control[b].length; i++) {
        control[b][i] = piece.increment(b, start + i);
        length += control[b][i] * control[b][i];
      }
      reach = Math.max(reach, length);
    }
    return Math.sqrt(reach) * (1 + 1e-9);
  }

  /** The first zero or graze of one margin, positive on the side where the neuron is. */
  private static Happening onLine(double[] margin, int j, int l, int departing, double graze) {
    if (departing == 0 && Bernstein.allAbove(margin, graze)) {
      return null;
    }
    double[] free = departing == 0 ? margin : Bernstein.deflate(margin, departing);
    double hit = SignChanges.firstDrop(free, departing == 0);
    double turn = firstTurn(margin, departing, Double.isNaN(hit) ? 0 : hit, graze);
    if (!Double.isNaN(turn)) {
      double curvature = Bernstein.value(Bernstein.derivative(Bernstein.derivative(margin)), turn);
      return new Happening(turn, Happening.Kind.GRAZE, j, l, curvature);
    }
    if (Double.isNaN(hit)) {
      return null;
    }
    double rate = Bernstein.value(Bernstein.derivative(margin), hit);
    return new Happening(hit, Happening.Kind.HIT, j, l, rate);
  }

  /** The first local minimum from a time on, if its value is zero within the tolerance. */
  private static double firstTurn(double[] margin, int departing, double from, double graze) {
    double[] slope = Bernstein.derivative(margin);
    double[] free = departing < 2 ? slope : Bernstein.deflate(slope, departing - 1);
    double[] curvature = Bernstein.derivative(free);
    List<Double> roots = Bernstein.roots(free);
    for (double root : roots) {
      if (root >= from && Bernstein.value(curvature, root) > 0) {
        double value = Bernstein.value(margin, root);
        if (Math.abs(value) <= graze) {
          return root;
        }
        if (value < 0) {
          return Double.NaN;
        }
      }
    }
    return Double.NaN;
  }
}
