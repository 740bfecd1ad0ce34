package org.flowproof.formula;

/**
 * A number system in which terms are evaluated. One tree, several readings: double, exact rational,
 * double with an error radius.
 *
 * <p>An operation that has no value in the system throws {@link NoValueException}; it never returns
 * a stand-in.
 *
 * @param <T> the numbers
 */
public interface Arithmetic<T> {
  T of(Rational value);

  T plus(T left, T right);

  T minus(T left, T right);

  T times(T left, T right);

  T divide(T left, T right);

  /** Integer power. */
  T power(T base, int exponent);

  /** Real power of a non-negative base, for exponents that are not integer literals. */
  T power(T base, T exponent);

  T negate(T value);

  /** An elementary function; the argument count matches {@link Term.Function#arity()}. */
  T apply(Term.Function function, java.util.List<T> arguments);

  /** The logarithm of 1 plus a number, without loss of digits where the number is small. */
  default T logOnePlus(T value) {
    return apply(Term.Function.LOG, java.util.List.of(plus(of(Rational.ONE), value)));
  }

  /**
   * Decides a comparison as far as the number system can.
   *
   * @return TRUE, FALSE, or UNDECIDED when the difference is within the error of the values
   */
  Truth compare(Proposition.Relation relation, T left, T right);
}
