package org.flowproof.flow;

import org.flowproof.problem.Vectors;

/**
 * The rule that ends a run when its velocity falls to a bound. A run that starts slowly must exceed
 * the bound first.
 */
final class SpeedRule {
  private final double bound;
  private boolean armed;

  /**
   * A rule.
   *
   * @param bound on the norm of the velocity; 0 for none
   */
  SpeedRule(double bound) {
    this.bound = bound;
  }

  /** Whether there is a bound. */
  boolean watches() {
    return bound > 0;
  }

  /** Whether the bound was reached in the step that ends with a velocity. */
  boolean met(double[] velocity) {
    if (Math.sqrt(Vectors.dot(velocity, velocity)) > bound) {
      armed = true;
      return false;
    }
    return armed && bound > 0;
  }

  /** Whether the velocity has exceeded the bound. */
  boolean armed() {
    return armed;
  }

  /** Takes over from a run that is resumed. */
  void arm(boolean before) {
    armed = before;
  }
}
