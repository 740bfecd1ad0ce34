package org.flowproof.proof.exact;

import org.flowproof.formula.Rational;

/**
 * A value with its derivative in time: forward-mode differentiation in exact arithmetic.
 *
 * @param value the value
 * @param dot the derivative
 */
record Dual(Rational value, Rational dot) {
  static final Dual ZERO = constant(Rational.ZERO);

  static Dual constant(Rational value) {
    return new Dual(value, Rational.ZERO);
  }

  Dual plus(Dual o) {
    return new Dual(value.plus(o.value), dot.plus(o.dot));
  }

  Dual minus(Dual o) {
    return new Dual(value.minus(o.value), dot.minus(o.dot));
  }

  Dual times(Dual o) {
    return new Dual(value.times(o.value), dot.times(o.value).plus(value.times(o.dot)));
  }

  /** The quotient; throws ArithmeticException when the divisor is zero. */
  Dual dividedBy(Dual o) {
    Rational quotient = value.dividedBy(o.value);
    return new Dual(quotient, dot.minus(quotient.times(o.dot)).dividedBy(o.value));
  }

  Dual negate() {
    return new Dual(value.negate(), dot.negate());
  }

  /** An integer power; throws ArithmeticException for zero to a negative power. */
  Dual pow(int exponent) {
    if (exponent == 0) {
      return constant(Rational.ONE);
    }
    Rational inner = value.pow(exponent - 1);
    return new Dual(inner.times(value), inner.times(dot).times(Rational.of(exponent)));
  }
}
