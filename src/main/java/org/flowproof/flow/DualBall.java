package org.flowproof.flow;

import org.flowproof.formula.Ball;

/**
 * A number and its derivative along the flow.
 *
 * @param value the value
 * @param slope the derivative by time
 */
record DualBall(Ball value, Ball slope) {

  /** A number that does not move. */
  static DualBall constant(Ball value) {
    return new DualBall(value, Ball.ZERO);
  }
}
