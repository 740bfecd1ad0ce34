package org.flowproof.flow.stiff;

/**
 * Keeps steps short against growth. An implicit step damps what should grow when it is long, so
 * that a run could stay at a saddle for ever, and a second run with it. For a gradient flow the
 * derivative is symmetric, and no growth is faster than {@code z} exactly when {@code z I - J} is
 * positive definite, which a Cholesky decomposition tells. Used by one thread.
 */
final class Growth {
  /** Times the norm of the derivative: rates that are rounding. */
  private static final double ROUNDING = 64 * Math.ulp(1.0);

  private final int size;
  private final double[] factor;

  Growth(int size) {
    this.size = size;
    factor = new double[size * size];
  }

  /**
   * Whether all of a symmetric derivative's eigenvalues are below a rate, or are rounding.
   *
   * @param jacobian row-major, of which the lower half is read
   */
  boolean below(double rate, double[] jacobian) {
    double squares = 0;
    for (double entry : jacobian) {
      squares += entry * entry;
    }
    double shift = rate + ROUNDING * Math.sqrt(squares);
    for (int i = 0; i < size; i++) {
      for (int k = 0; k <= i; k++) {
        double sum = (i == k ? shift : 0) - jacobian[i * size + k];
        for (int l = 0; l < k; l++) {
          sum -= factor[i * size + l] * factor[k * size + l];
        }
        if (i > k) {
          factor[i * size + k] = sum / factor[k * size + k];
        } else if (sum > 0) {
          factor[i * size + i] = Math.sqrt(sum);
        } else {
          return false;
        }
      }
    }
    return true;
  }
}
