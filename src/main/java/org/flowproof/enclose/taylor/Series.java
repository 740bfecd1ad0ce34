package org.flowproof.enclose.taylor;

/**
 * A Taylor model in one variable: all functions of {@code s} in [0, 1] that differ from a
 * polynomial with double coefficients by at most a radius.
 *
 * <p>Operations compute the coefficients in plain doubles and raise the radius by a bound of all
 * rounding and of the terms above the degree. Immutable; arrays are not copied on the way out.
 */
public final class Series {
  private final double[] c;
  private final double radius;
  private final double norm;

  private Series(double[] coefficients, double radius) {
    this.c = coefficients;
    this.radius = radius;
    double sum = 0;
    for (double one : coefficients) {
      sum += Math.abs(one);
    }
    this.norm = Bounds.up(sum);
  }

  /** The polynomial itself. */
  public static Series exact(double[] coefficients) {
    return new Series(coefficients, 0);
  }

  /** A polynomial with a radius, at least 0. */
  public static Series of(double[] coefficients, double radius) {
    return new Series(coefficients, radius);
  }

  /** A constant. */
  public static Series constant(double value, int degree) {
    double[] c = new double[degree + 1];
    c[0] = value;
    return new Series(c, 0);
  }

  public int degree() {
    return c.length - 1;
  }

  /** One coefficient. */
  public double coefficient(int power) {
    return c[power];
  }

  /** How far a member may be from the polynomial on [0, 1]. */
  public double radius() {
    return radius;
  }

  /** At least the sum of the absolute coefficients, so at least |polynomial| on [0, 1]. */
  public double norm() {
    return norm;
  }

  /** At least the absolute value of every member on [0, 1]. */
  public double magnitude() {
    return Bounds.up(norm + radius);
  }

  /**
   * A linear combination.
   *
   * @param factors as many as terms
   */
  public static Series combination(double[] factors, Series[] terms, int degree) {
    double[] sum = new double[degree + 1];
    double error = 0;
    double size = 0;
    for (int i = 0; i < terms.length; i++) {
      double f = factors[i];
      if (f != 0) {
        double[] t = terms[i].c;
        for (int k = 0; k <= degree; k++) {
          sum[k] += f * t[k];
        }
        double magnitude = Math.abs(f);
        error += magnitude * terms[i].radius;
        size += magnitude * terms[i].norm;
      }
    }
    return new Series(sum, Bounds.up(error + (terms.length + 2) * Bounds.ROUNDOFF * size));
  }

  public Series plus(Series other) {
    double[] sum = new double[c.length];
    for (int k = 0; k < sum.length; k++) {
      sum[k] = c[k] + other.c[k];
    }
    return new Series(
        sum, Bounds.up(radius + other.radius + Bounds.ROUNDOFF * (norm + other.norm)));
  }

  public Series minus(Series other) {
    return plus(other.negate());
  }

  public Series negate() {
    double[] result = new double[c.length];
    for (int k = 0; k < result.length; k++) {
      result[k] = -c[k];
    }
    return new Series(result, radius);
  }

  /** The same polynomial with a larger radius. */
  public Series widened(double by) {
    return by == 0 ? this : new Series(c, Bounds.up(radius + by));
  }

  /** Times a number that is exact. */
  public Series times(double factor) {
    double[] result = new double[c.length];
    for (int k = 0; k < result.length; k++) {
      result[k] = factor * c[k];
    }
    double size = Math.abs(factor);
    return new Series(result, Bounds.up(size * radius + Bounds.ROUNDOFF * size * norm));
  }

  /** Divided by a number that is exact and not 0. */
  public Series over(double divisor) {
    double[] result = new double[c.length];
    for (int k = 0; k < result.length; k++) {
      result[k] = c[k] / divisor;
    }
    double size = 1 / Math.abs(divisor);
    return new Series(result, Bounds.up(Bounds.up(size) * (radius + 2 * Bounds.ROUNDOFF * norm)));
  }

  public Series times(Series other) {
    int degree = degree();
    double[] product = new double[degree + 1];
    double[] b = other.c;
    for (int i = 0; i <= degree; i++) {
      double f = c[i];
      if (f != 0) {
        for (int k = i; k <= degree; k++) {
          product[k] += f * b[k - i];
        }
      }
    }
    double rounding = (degree + 4) * Bounds.ROUNDOFF * norm * other.norm;
    double carried = radius * (other.norm + other.radius) + other.radius * norm;
    return new Series(product, Bounds.up(carried + tail(other) + rounding));
  }

  /** The sum of the absolute coefficients of a product above the degree. */
  private double tail(Series other) {
    double above = 0;
    double suffix = 0;
    int degree = degree();
    for (int i = 1; i <= degree; i++) {
      suffix += Math.abs(other.c[degree + 1 - i]);
      above += Math.abs(c[i]) * suffix;
    }
    return above;
  }

  /** The derivative of the polynomial by s; the radius must be 0. */
  public Series derivative() {
    if (radius != 0) {
      throw new IllegalStateException("only a polynomial has a derivative");
    }
    double[] result = new double[c.length];
    double size = 0;
    for (int k = 1; k < c.length; k++) {
      result[k - 1] = k * c[k];
      size += Math.abs(result[k - 1]);
    }
    return new Series(result, Bounds.up(size * Bounds.ROUNDOFF));
  }
}
