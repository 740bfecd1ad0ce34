package org.flowproof.flow.structured;

/**
 * What the kinks of single neurons inside a macro step do to all others, who see only a polynomial:
 * the jump in the derivative of the residuals, times what its interpolation leaves out. Scratch of
 * one thread.
 */
final class KinkEffects {
  private final Setup setup;
  private final TimeBasis basis;
  private double length;
  private double heavy;
  private double squares;
  private double heavyAt;

  KinkEffects(Setup setup, TimeBasis basis) {
    this.setup = setup;
    this.basis = basis;
  }

  /** Starts a step; effects above {@code mostEffect} count as heavy. */
  void clear(double stepLength, double mostEffect) {
    length = stepLength;
    heavy = mostEffect;
    squares = 0;
    heavyAt = SafeRoot.NONE;
  }

  /** Sum of squares of the effects. */
  double squares() {
    return squares;
  }

  /** The first scaled time of a kink too heavy for the inside of a step. */
  double heavyAt() {
    return heavyAt;
  }

  /**
   * Adds the kink of one neuron.
   *
   * @param gate at the line before
   * @param later at the line after; 0 on a held line
   * @param before pull before, times the length of the step
   * @param after pull after
   * @param still whether the neuron has come to rest
   */
  void add(
      int line,
      double tau,
      double a,
      double gate,
      double later,
      double[] before,
      double[] after,
      boolean still) {
    double[] e = setup.lines.direction(line);
    double speed = 0;
    double change = 0;
    for (int c = 0; c < e.length; c++) {
      double now = still ? 0 : after[c];
      speed += (later * now - gate * before[c]) * e[c];
      change += (now - before[c]) * (now - before[c]);
    }
    double jump =
        a * a * (setup.gain[line] * Math.abs(speed) + setup.largestGain * Math.sqrt(change));
    double effect = jump * length * basis.kinkError(tau);
    squares += effect * effect;
    if (effect > heavy && tau < heavyAt) {
      heavyAt = tau;
    }
  }
}
