package org.flowproof.enclose.taylor;

/**
 * Sums and dot products as if in twice the precision (Ogita, Rump and Oishi, Accurate sum and dot
 * product, 2005), with a bound of what is still missing.
 */
public final class Compensated {
  private double high;
  private double low;
  private double size;
  private int terms;

  /** Adds a number. */
  public void add(double value) {
    double sum = high + value;
    double part = sum - high;
    low += (high - (sum - part)) + (value - part);
    high = sum;
    size += Math.abs(value);
    terms++;
  }

  /** Adds a product. */
  public void addProduct(double a, double b) {
    double product = a * b;
    double rest = Math.fma(a, b, -product);
    add(product);
    low += rest;
    size += Math.abs(product);
    terms++;
  }

  /** The sum, rounded. */
  public double value() {
    return high + low;
  }

  /** What rounding leaves out of {@link #value}. */
  public double rest() {
    return Pairs.sumRest(high, low, high + low);
  }

  /** At least the distance of {@link #value} from the sum. */
  public double error() {
    return Bounds.up(Bounds.ROUNDOFF * Math.abs(value()) + restError());
  }

  /** At least the distance of {@link #value} and {@link #rest} together from the sum. */
  public double restError() {
    double gamma = (terms + 2) * Bounds.ROUNDOFF;
    return Bounds.up(4 * gamma * gamma * size) + terms * Double.MIN_NORMAL;
  }
}
