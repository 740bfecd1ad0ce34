package org.flowproof.flow;

import org.flowproof.problem.Vectors;

/**
 * The rule that ends a run when its velocity falls to a bound. A run that starts slowly must exceed
 * the bound first.
 */
public final class SpeedRule {
  private final double bound;
  private boolean armed;

  /**
   * A rule.
   *
   * @param bound on the norm of the velocity; 0 for none
   */
  public SpeedRule(double bound) {
    this.bound = bound;
  }

  /** Whether there is a bound. */
  public boolean watches() {
    return bound > 0;
  }

  /** Whether the bound was reached in the step that ends with a velocity. */
  public boolean met(double[] velocity) {
    if (Math.sqrt(Vectors.dot(velocity, velocity)) > bound) {
      armed = true;
      return false;
    }
    return armed && bound > 0;
  }

  /** Whether the velocity has exceeded the bound. */
  public boolean armed() {
    return armed;
  }

  /** Takes over from a run that is resumed. */
  public void arm(boolean before) {
    armed = before;
  }
}
