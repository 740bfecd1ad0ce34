package org.flowproof.flow;

/** Where an event happens, on the solution itself instead of its dense output. */
final class Crossing {
  private static final int POLISHING = 2;

  /**
   * Of the step: up to here the third-order error of a midpoint step is below rounding, since a
   * step is at most a few times the time in which the solution changes.
   */
  private static final double SHORT = 1e-5;

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

  /**
   * Moves an event from the dense output onto the solution: one step of full order to the time read
   * off the dense output, then corrections by Newton's rule.
   *
   * @param zero the function that is zero at the event
   */
  static Crossing of(Happening happening, DensePiece piece, StepEngine engine, Switching zero) {
    double fraction = happening.fraction();
    if (fraction <= 0) {
      return new Crossing(piece.start(), piece.origin().clone());
    }
    double time = piece.start() + fraction * piece.span();
    double[] y = engine.advance(piece.pattern(), piece.origin(), time - piece.start());
    for (int i = 0; i < POLISHING && happening.rate() != 0; i++) {
      double value = zero.at(y);
      double shift = -value / happening.rate();
      if (!(Math.abs(shift) < 1e-3)) {
        break;
      }
      fraction = Math.min(1, Math.max(0, fraction + shift));
      double next = piece.start() + fraction * piece.span();
      if (next == time) {
        break;
      }
      y =
          Math.abs(shift) < SHORT
              ? engine.nudge(piece.pattern(), y, next - time)
              : engine.advance(piece.pattern(), piece.origin(), next - piece.start());
      time = next;
    }
    return new Crossing(time, y);
  }
}
