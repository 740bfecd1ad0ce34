package org.flowproof.formula;

import org.flowproof.formula.FormulaException.Reason;

/**
 * Bounds exponents that contain no names, because exact arithmetic on {@code 9^9^9} exhausts the
 * heap.
 */
final class Exponents {
  static final int MAX = 64;

  private static final Compiler<Double> DOUBLES = new Compiler<>(new DoubleArithmetic());

  private Exponents() {}

  static void check(Parsed exponent) {
    Term term = exponent.asTerm();
    if (constant(term) && !bounded(term)) {
      throw new FormulaException(
          Reason.EXPONENT_TOO_LARGE,
          exponent.first().position(),
          exponent.first().shown(),
          "expected a constant exponent between -" + MAX + " and " + MAX);
    }
  }

  private static boolean bounded(Term term) {
    try {
      return Math.abs(DOUBLES.evaluateConstant(term)) <= MAX;
    } catch (NoValueException e) {
      // an exponent such as 1/0 has no value that could be bounded
      return false;
    }
  }

  private static boolean constant(Term term) {
    return Terms.names(term).isEmpty() && Terms.observables(term).isEmpty() && !ranges(term);
  }

  private static boolean ranges(Term term) {
    return term instanceof Term.Over
        || term instanceof Term.OverTime
        || Children.of(term).stream().anyMatch(Exponents::ranges);
  }
}
