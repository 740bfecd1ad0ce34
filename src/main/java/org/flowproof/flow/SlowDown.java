package org.flowproof.flow;

import org.flowproof.problem.Vectors;

/** When the velocity falls to a bound inside a step. */
final class SlowDown {
  private static final int BISECTIONS = 40;

  private SlowDown() {}

  /** A time in the piece from which on the norm of the velocity is at most {@code bound}. */
  static double time(DensePiece piece, StepEngine engine, double bound) {
    double lo = piece.start();
    double hi = piece.end();
    for (int i = 0; i < BISECTIONS; i++) {
      double mid = 0.5 * (lo + hi);
      double[] v = engine.velocity(piece.pattern(), piece.at(mid));
      if (Math.sqrt(Vectors.dot(v, v)) > bound) {
        lo = mid;
      } else {
        hi = mid;
      }
    }
    return hi;
  }
}
