package org.flowproof.proof.exact;

/**
 * Bounds on the degrees of numerator and denominator of a rational expression in its atoms, as if
 * nothing cancelled.
 *
 * @param numerator at least 0
 * @param denominator at least 0
 */
record Degree(double numerator, double denominator) {
  static final Degree CONSTANT = new Degree(0, 0);
  static final Degree ATOM = new Degree(1, 0);

  Degree plus(Degree o) {
    return new Degree(
        Math.max(numerator + o.denominator, o.numerator + denominator),
        denominator + o.denominator);
  }

  Degree times(Degree o) {
    return new Degree(numerator + o.numerator, denominator + o.denominator);
  }

  Degree inverse() {
    return new Degree(denominator, numerator);
  }

  Degree pow(int exponent) {
    Degree base = exponent < 0 ? inverse() : this;
    int times = Math.abs(exponent);
    return new Degree(times * base.numerator, times * base.denominator);
  }

  /** Of the sum of so many expressions of this degree. */
  Degree repeated(int count) {
    return count == 0
        ? CONSTANT
        : new Degree(numerator + (count - 1) * denominator, count * denominator);
  }
}
