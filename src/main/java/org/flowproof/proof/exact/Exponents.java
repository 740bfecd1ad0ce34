package org.flowproof.proof.exact;

import org.flowproof.formula.Rational;
import org.flowproof.formula.Term;

/** Integer exponents. */
public final class Exponents {
  private static final int LARGEST = 64;

  private Exponents() {}

  /**
   * The integer that an exponent is.
   *
   * @throws NotRationalException when it is not a literal integer of size at most 64
   */
  public static int integer(Term exponent) {
    if (exponent instanceof Term.Negation n) {
      return -integer(n.operand());
    }
    if (exponent instanceof Term.Literal l
        && l.value().isInteger()
        && l.value().abs().compareTo(Rational.of(LARGEST)) <= 0) {
      return l.value().numerator().intValueExact();
    }
    throw new NotRationalException("the exponent is not a small integer: " + Show.of(exponent));
  }
}
