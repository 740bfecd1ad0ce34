package org.flowproof.formula;

/**
 * A number with an absolute error radius: the true value lies within {@code radius} of {@code
 * value}.
 *
 * @param value finite
 * @param radius finite, at least 0
 */
public record Ball(double value, double radius) {
  public static final Ball ZERO = exact(0);

  public Ball {
    if (!Double.isFinite(value) || !Double.isFinite(radius) || !(radius >= 0)) {
      throw new NoValueException("no finite value: " + value + " +- " + radius);
    }
  }

  /** A number without error. */
  public static Ball exact(double value) {
    return new Ball(value, 0);
  }

  /** A lower bound of the true value. */
  public double lower() {
    return radius == 0 ? value : Math.nextDown(value - radius);
  }

  /** An upper bound of the true value. */
  public double upper() {
    return radius == 0 ? value : Math.nextUp(value + radius);
  }
}
