package org.flowproof.enclose.taylor;

/**
 * Sums of products of numbers that are each given by two doubles, kept in two doubles: about 30
 * digits, without a bound of the error. For what is judged elsewhere.
 */
public final class PairSum {
  private double high;
  private double low;

  /** Starts anew. */
  public void clear() {
    high = 0;
    low = 0;
  }

  /** Adds a number. */
  public void add(double value) {
    double sum = high + value;
    double part = sum - high;
    low += (high - (sum - part)) + (value - part);
    high = sum;
  }

  /** Adds a product of doubles. */
  public void addProduct(double a, double b) {
    double product = a * b;
    add(product);
    low += Math.fma(a, b, -product);
  }

  /** Adds {@code (a + aRest) b}. */
  public void addProduct(double a, double aRest, double b) {
    addProduct(a, b);
    low += aRest * b;
  }

  /** Adds {@code (a + aRest) (b + bRest)}. */
  public void addProduct(double a, double aRest, double b, double bRest) {
    addProduct(a, b);
    low += aRest * b + a * bRest;
  }

  /** Multiplies what there is by a double. */
  public void times(double factor) {
    double oldHigh = high;
    double oldLow = low;
    clear();
    addProduct(oldHigh, oldLow, factor);
  }

  /** Divides what there is by a double. */
  public void over(double divisor) {
    double quotient = high / divisor;
    low = (Math.fma(-quotient, divisor, high) + low) / divisor;
    high = quotient;
  }

  /** The sum, rounded. */
  public double high() {
    return high + low;
  }

  /** What rounding leaves out of {@link #high}. */
  public double rest() {
    double sum = high + low;
    double part = sum - high;
    return (high - (sum - part)) + (low - part);
  }
}
