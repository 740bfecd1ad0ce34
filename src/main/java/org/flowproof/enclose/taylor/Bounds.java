package org.flowproof.enclose.taylor;

/**
 * Upper bounds computed in plain doubles: sums and products of numbers that are not negative,
 * raised once at the end.
 *
 * <p>A sum of products of at most 2^13 factors and terms in doubles is below its exact value by a
 * relative error under 2^-39, besides underflow; {@link #up} adds more than both.
 */
public final class Bounds {
  /** The unit roundoff of doubles. */
  public static final double ROUNDOFF = 0x1p-53;

  private static final double FACTOR = 1 + 0x1p-38;
  private static final double UNDERFLOW = 0x1p-1000;

  private Bounds() {}

  /**
   * At least the exact value of an expression in additions, multiplications, square roots and
   * divisions of numbers that are not negative, of which the double value is given.
   *
   * @param value at least 0; not a number gives infinity, so that no comparison accepts it
   */
  public static double up(double value) {
    return value >= 0 ? value * FACTOR + UNDERFLOW : Double.POSITIVE_INFINITY;
  }

  /** At most the exact value of such an expression, where it contains no subtraction. */
  public static double down(double value) {
    return value > 0 ? Math.max(0, value * (1 - 0x1p-38) - UNDERFLOW) : 0;
  }

  /** The Euclidean norm of a vector, rounded up. */
  public static double norm(double... parts) {
    double sum = 0;
    for (double part : parts) {
      sum += part * part;
    }
    return up(Math.sqrt(up(sum)));
  }

  /** The exponential of a number, rounded up by four units in the last place of the library's. */
  public static double expUp(double exponent) {
    if (Double.isNaN(exponent)) {
      return Double.POSITIVE_INFINITY;
    }
    return StrictMath.exp(exponent) * (1 + 0x1p-50) + Double.MIN_NORMAL;
  }
}
