package org.flowproof.flow;

/** Where an event happens, on the solution itself instead of its dense output. */
final class Crossing {
  private static final int POLISHING = 2;

  private final double time;
  private final double[] state;

  private Crossing(double time, double[] state) {
    this.time = time;
    this.state = state;
  }

  double time() {
    return time;
  }

  /** The weights there; handed over. */
  double[] state() {
    return state;
  }

  /** Moves an event from the dense output onto the solution by full-order steps. */
  static Crossing of(Happening happening, DensePiece piece, StepEngine engine, KinkEvents kinks) {
    double fraction = happening.fraction();
    if (fraction <= 0) {
      return new Crossing(piece.start(), piece.origin().clone());
    }
    double time = piece.start() + fraction * piece.span();
    double[] y = engine.advance(piece.pattern(), piece.start(), piece.origin(), time);
    for (int i = 0; i < POLISHING && happening.rate() != 0; i++) {
      double value = kinks.switching(happening, y, piece, engine);
      double shift = -value / happening.rate();
      if (!(Math.abs(shift) < 1e-3)) {
        break;
      }
      fraction = Math.min(1, Math.max(0, fraction + shift));
      double next = piece.start() + fraction * piece.span();
      if (next == time) {
        break;
      }
      time = next;
      y = engine.advance(piece.pattern(), piece.start(), piece.origin(), time);
    }
    return new Crossing(time, y);
  }
}
