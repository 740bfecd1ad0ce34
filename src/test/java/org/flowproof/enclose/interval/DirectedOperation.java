package org.flowproof.enclose.interval;

import java.math.BigDecimal;
import java.util.function.DoubleBinaryOperator;

/**
 * A rounded operation and its exact twin: which side of a candidate the exact result lies on.
 *
 * @param name for messages
 * @param down rounds down
 * @param up rounds up
 * @param exact compares
 */
record DirectedOperation(
    String name, DoubleBinaryOperator down, DoubleBinaryOperator up, Exact exact) {

  /** The sign of the exact result minus a finite candidate. */
  interface Exact {
    int sign(BigDecimal a, BigDecimal b, BigDecimal candidate);
  }

  static final DirectedOperation SUM =
      new DirectedOperation(
          "sum", Rounding::addDown, Rounding::addUp, (a, b, c) -> a.add(b).compareTo(c));
  static final DirectedOperation DIFFERENCE =
      new DirectedOperation(
          "difference",
          Rounding::subDown,
          Rounding::subUp,
          (a, b, c) -> a.subtract(b).compareTo(c));
  static final DirectedOperation PRODUCT =
      new DirectedOperation(
          "product", Rounding::mulDown, Rounding::mulUp, (a, b, c) -> a.multiply(b).compareTo(c));
  static final DirectedOperation QUOTIENT =
      new DirectedOperation(
          "quotient",
          Rounding::divDown,
          Rounding::divUp,
          (a, b, c) -> a.compareTo(c.multiply(b)) * b.signum());
  static final DirectedOperation ROOT =
      new DirectedOperation(
          "root",
          (a, b) -> Rounding.sqrtDown(a),
          (a, b) -> Rounding.sqrtUp(a),
          (a, b, c) -> c.signum() < 0 ? 1 : a.compareTo(c.multiply(c)));

  /** The same operation rounded to nearest on both sides: unsound. */
  DirectedOperation roundedToNearest(DoubleBinaryOperator nearest) {
    return new DirectedOperation(name, nearest, nearest, exact);
  }

  /** How the two results lie around the exact one. */
  enum Finding {
    TIGHT,
    LOOSE,
    WRONG
  }

  /**
   * WRONG when the exact result is outside, LOOSE when an end could move by so many doubles.
   *
   * @param slack doubles that an end may lie beyond the closest one
   */
  Finding judge(double a, double b, int slack) {
    double lower = down.applyAsDouble(a, b);
    double upper = up.applyAsDouble(a, b);
    if (sign(a, b, lower) < 0 || sign(a, b, upper) > 0) {
      return Finding.WRONG;
    }
    double above = lower;
    double below = upper;
    for (int i = 0; i <= slack; i++) {
      above = Math.nextUp(above);
      below = Math.nextDown(below);
    }
    return sign(a, b, above) < 0 && sign(a, b, below) > 0 ? Finding.TIGHT : Finding.LOOSE;
  }

  private int sign(double a, double b, double candidate) {
    if (Double.isNaN(candidate)) {
      throw new AssertionError(name + " of " + a + " and " + b + " is not a number");
    }
    return Double.isInfinite(candidate)
        ? candidate > 0 ? -1 : 1
        : exact.sign(new BigDecimal(a), new BigDecimal(b), new BigDecimal(candidate));
  }
}
