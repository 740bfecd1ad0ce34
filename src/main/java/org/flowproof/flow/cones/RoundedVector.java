package org.flowproof.flow.cones;

/**
 * An exact vector with its nearest doubles, for signs of inner products: taken from the doubles
 * when their rounding cannot change the sign, exactly otherwise.
 */
final class RoundedVector {
  private static final double HALF_ULP = 0x1p-53;
  private static final double SMALL = 1e-120;
  private static final double LARGE = 1e120;

  private final ExactVector exact;
  private final double[] values;
  private final boolean plain;

  RoundedVector(ExactVector exact) {
    this.exact = exact;
    values = exact.toDoubles();
    boolean fits = true;
    for (int i = 0; i < values.length; i++) {
      double size = Math.abs(values[i]);
      // beyond these, products may lose more than a rounding
      fits &= exact.get(i).signum() == 0 || (size > SMALL && size < LARGE);
    }
    plain = fits;
  }

  /** The sign of the inner product, 1, 0 or -1; both of one dimension. */
  int sign(RoundedVector other) {
    if (plain && other.plain) {
      double sum = 0;
      double size = 0;
      for (int i = 0; i < values.length; i++) {
        double product = values[i] * other.values[i];
        sum += product;
        size += Math.abs(product);
      }
      // one rounding for each factor and product, one for each partial sum; twice that
      if (Math.abs(sum) > 2 * (values.length + 4) * HALF_ULP * size) {
        return sum > 0 ? 1 : -1;
      }
    }
    return exact.dot(other.exact).signum();
  }
}
