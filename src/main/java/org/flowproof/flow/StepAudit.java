package org.flowproof.flow;

import java.util.List;

/**
 * Finds the first thing that happens inside a step. Preactivations are linear in the weights, so on
 * a step each is a polynomial whose Bernstein coefficients bound it: a step passes only when no
 * sign change is possible on its dense output, so double crossings cannot hide between samples.
 */
final class StepAudit {
  private static final double ESCAPED = 1e-11;
  private static final int BISECTIONS = 50;

  private final FlowField field;
  private final double grazeTolerance;

  /**
   * An audit.
   *
   * @param grazeTolerance a local extremum of a preactivation below this times the norm of the
   *     hidden weight counts as zero
   */
  StepAudit(FlowField field, double grazeTolerance) {
    this.field = field;
    this.grazeTolerance = grazeTolerance;
  }

  /** The first happening, or null. */
  Happening first(DensePiece piece, double[][] states, SegmentMemory memory) {
    Happening first = hits(piece, memory);
    return Happening.earlier(first, heldOnes(piece, states, memory));
  }

  private Happening hits(DensePiece piece, SegmentMemory memory) {
    Pattern pattern = piece.pattern();
    KinkLines lines = pattern.lines();
    int d = lines.dimension();
    Happening first = null;
    double[][] control = new double[Bernstein.DEGREE + 1][d];
    for (int j : pattern.moving()) {
      int start = pattern.neurons() + j * d;
      double reach = 0;
      double size = 0;
      for (int b = 0; b <= Bernstein.DEGREE; b++) {
        double length = 0;
        for (int i = 0; i < d; i++) {
          control[b][i] = piece.increment(b, start + i);
          length += control[b][i] * control[b][i];
        }
        reach = Math.max(reach, length);
      }
      for (int i = 0; i < d; i++) {
        size += piece.origin()[start + i] * piece.origin()[start + i];
      }
      reach = Math.sqrt(reach) * (1 + 1e-9);
      double graze = grazeTolerance * Math.sqrt(size);
      for (int l = 0; l < lines.count(); l++) {
        int side = pattern.side(j, l);
        if (side == 0) {
          continue;
        }
        double[] e = lines.direction(l);
        double u = 0;
        for (int i = 0; i < d; i++) {
          u += piece.origin()[start + i] * e[i];
        }
        if (side * u > reach + graze) {
          continue;
        }
        double[] c = new double[Bernstein.DEGREE + 1];
        for (int b = 0; b <= Bernstein.DEGREE; b++) {
          c[b] = side * (u + KinkLines.dot(control[b], e));
        }
        first = Happening.earlier(first, onLine(c, j, l, memory.departing(j, l), graze));
      }
    }
    return first;
  }

  /** The first zero or graze of one margin, positive on the side where the neuron is. */
  private static Happening onLine(double[] margin, int j, int l, int departing, double graze) {
    if (departing == 0 && Bernstein.allAbove(margin, graze)) {
      return null;
    }
    double[] free = departing == 0 ? margin : Bernstein.deflate(margin, departing);
    double hit = firstDrop(free, departing == 0);
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

  /** The first change from positive to negative, NaN when there is none. */
  private static double firstDrop(double[] c, boolean strict) {
    if (strict && c[0] <= 0) {
      return 0;
    }
    double[] slope = Bernstein.derivative(c);
    for (double root : Bernstein.roots(c)) {
      if (Bernstein.value(slope, root) <= 0) {
        return root;
      }
    }
    return Double.NaN;
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

  private Happening heldOnes(DensePiece piece, double[][] states, SegmentMemory memory) {
    Pattern pattern = piece.pattern();
    if (!memory.anyHeld()) {
      return null;
    }
    int nodes = Bernstein.DEGREE + 1;
    double[][][] room = new double[pattern.neurons()][][];
    double[][] weights = new double[pattern.lines().count()][nodes];
    double[][] escapes = new double[pattern.neurons()][nodes];
    for (int node = 0; node < nodes; node++) {
      field.prepare(states[node], pattern);
      for (int l = 0; l < weights.length; l++) {
        weights[l][node] = field.weight(l);
      }
      for (int j : pattern.moving()) {
        if (pattern.held(j).length == 0) {
          continue;
        }
        if (!pattern.independent(j)) {
          escapes[j][node] = HeldLines.escape(field, pattern, j);
          continue;
        }
        double[] here = HeldLines.room(field, pattern, j, memory.signs(j));
        if (room[j] == null) {
          room[j] = new double[here.length][nodes];
        }
        for (int i = 0; i < here.length; i++) {
          room[j][i][node] = here[i];
        }
      }
    }
    Happening first = null;
    for (int j : pattern.moving()) {
      if (room[j] != null) {
        first = Happening.earlier(first, exit(pattern, j, room[j]));
        if (memory.watchesUniqueness()) {
          first = Happening.earlier(first, flip(piece, j));
        }
      } else if (escapes[j][nodes - 1] > ESCAPED && piece.origin()[j] != 0) {
        first = Happening.earlier(first, escape(piece, j));
      }
    }
    return memory.watchesUniqueness() ? Happening.earlier(first, restEnds(piece, weights)) : first;
  }

  private static Happening exit(Pattern pattern, int j, double[][] room) {
    Happening first = null;
    for (int i = 0; i < room.length; i++) {
      double[] c = Bernstein.interpolate(room[i]);
      double drop = Bernstein.allAbove(c, 0) ? Double.NaN : firstDrop(c, true);
      if (!Double.isNaN(drop)) {
        Happening.Kind kind = i % 2 == 0 ? Happening.Kind.EXIT_PLUS : Happening.Kind.EXIT_MINUS;
        double rate = Bernstein.value(Bernstein.derivative(c), drop);
        first =
            Happening.earlier(first, new Happening(drop, kind, j, pattern.held(j)[i / 2], rate));
      }
    }
    return first;
  }

  private static Happening flip(DensePiece piece, int j) {
    double[] c = new double[Bernstein.DEGREE + 1];
    for (int b = 0; b < c.length; b++) {
      c[b] = piece.origin()[j] + piece.increment(b, j);
    }
    if (c[0] == 0) {
      return null;
    }
    List<Double> roots = Bernstein.roots(c);
    return roots.isEmpty()
        ? null
        : new Happening(roots.get(0), Happening.Kind.OUTPUT_FLIP, j, piece.pattern().held(j)[0], 0);
  }

  private Happening escape(DensePiece piece, int j) {
    double lo = 0;
    double hi = 1;
    for (int i = 0; i < BISECTIONS; i++) {
      double mid = 0.5 * (lo + hi);
      field.prepare(piece.at(piece.start() + mid * piece.span()), piece.pattern());
      if (HeldLines.escape(field, piece.pattern(), j) > ESCAPED) {
        hi = mid;
      } else {
        lo = mid;
      }
    }
    return new Happening(hi, Happening.Kind.ESCAPE, j, -1, 0);
  }

  private static Happening restEnds(DensePiece piece, double[][] weights) {
    Pattern pattern = piece.pattern();
    Happening first = null;
    for (int j = 0; j < pattern.neurons(); j++) {
      if (!pattern.still(j)) {
        continue;
      }
      for (int l : pattern.held(j)) {
        double sign = -Math.signum(piece.origin()[j]);
        double[] c = Bernstein.interpolate(weights[l]);
        for (int b = 0; b < c.length; b++) {
          c[b] *= sign;
        }
        double drop = Bernstein.allAbove(c, 0) ? Double.NaN : firstDrop(c, true);
        if (!Double.isNaN(drop)) {
          double rate = Bernstein.value(Bernstein.derivative(c), drop);
          first =
              Happening.earlier(first, new Happening(drop, Happening.Kind.REST_ENDS, j, l, rate));
        }
      }
    }
    return first;
  }
}
