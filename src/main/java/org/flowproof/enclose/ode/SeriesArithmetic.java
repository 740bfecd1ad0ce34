package org.flowproof.enclose.ode;

import org.flowproof.formula.Rational;

/**
 * Numbers that Taylor coefficients are computed in. Every result encloses the exact one.
 *
 * @param <T> the numbers
 */
interface SeriesArithmetic<T> {
  T of(Rational value);

  T plus(T left, T right);

  T minus(T left, T right);

  T times(T left, T right);

  T square(T value);

  T twice(T value);

  /** The quotient by a whole number from 1 to 1000. */
  T over(T value, int divisor);
}
