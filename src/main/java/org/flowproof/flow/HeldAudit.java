package org.flowproof.flow;

import java.util.List;

/**
 * Finds the first change among neurons that slide or rest on kinks: a slide that ends, a hold on
 * dependent lines that breaks, a hold that stops being the only solution. The functions that tell
 * are smooth while the pattern lasts; they are read at the nodes of the dense output.
 */
final class HeldAudit {
  private static final double ESCAPED = 1e-11;
  private static final int BISECTIONS = 50;

  private final FlowField field;
  private final double noise;

  /**
   * An audit.
   *
   * @param noise relative error of the outputs; exits smaller than what it can cause are not
   *     believed, since the room of a neuron may tend to zero without ever reaching it
   */
  HeldAudit(FlowField field, double noise) {
    this.field = field;
    this.noise = noise;
  }

  Happening first(DensePiece piece, double[][] states, SegmentMemory memory) {
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
          escapes[j][node] = HeldLines.escape(field, pattern, j, noise);
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
    double level = noise * field.gross();
    Happening first = null;
    for (int j : pattern.moving()) {
      if (room[j] != null) {
        first = Happening.earlier(first, exit(pattern, j, room[j], level));
        if (memory.watchesUniqueness()) {
          first = Happening.earlier(first, flip(piece, j));
        }
      } else if (escapes[j][nodes - 1] > ESCAPED && piece.origin()[j] != 0) {
        first = Happening.earlier(first, escape(piece, j));
      }
    }
    return memory.watchesUniqueness()
        ? Happening.earlier(first, restEnds(piece, weights, level))
        : first;
  }

  private static Happening exit(Pattern pattern, int j, double[][] room, double level) {
    Happening first = null;
    for (int i = 0; i < room.length; i++) {
      double[] c = Bernstein.interpolate(room[i]);
      double drop = SignChanges.firstFall(c, level);
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
      if (HeldLines.escape(field, piece.pattern(), j, noise) > ESCAPED) {
        hi = mid;
      } else {
        lo = mid;
      }
    }
    return new Happening(hi, Happening.Kind.ESCAPE, j, -1, 0);
  }

  private static Happening restEnds(DensePiece piece, double[][] weights, double level) {
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
        double drop = SignChanges.firstFall(c, level);
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
