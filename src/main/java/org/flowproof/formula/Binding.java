package org.flowproof.formula;

import java.math.BigInteger;

/** How tightly the outermost sign of a tree binds, for printers. */
final class Binding {
  static final int OR = 1;
  static final int AND = 2;
  static final int COMPARISON = 3;
  static final int SUM = 4;
  static final int PRODUCT = 5;
  static final int NEGATION = 6;
  static final int POWER = 7;
  static final int ATOM = 8;

  private Binding() {}

  static int of(Term term) {
    if (term instanceof Term.Negation) {
      return NEGATION;
    }
    if (term instanceof Term.Operation operation) {
      return switch (operation.operator()) {
        case PLUS, MINUS -> SUM;
        case TIMES, DIVIDE -> PRODUCT;
        case POWER -> POWER;
      };
    }
    return ATOM;
  }

  /** Whether the text of a term starts with a minus sign. */
  static boolean signed(Term term) {
    return term instanceof Term.Negation
        || (term instanceof Term.Operation operation
            && operation.operator() != Term.Operator.POWER
            && of(operation.left()) >= of(operation)
            && signed(operation.left()));
  }

  static int of(Proposition proposition) {
    if (proposition instanceof Proposition.And and) {
      return and.parts().isEmpty() ? COMPARISON : AND;
    }
    if (proposition instanceof Proposition.Or or) {
      return or.parts().isEmpty() ? COMPARISON : OR;
    }
    return proposition instanceof Proposition.Comparison ? COMPARISON : ATOM;
  }

  /** Whether a number has a finite decimal expansion. */
  static boolean decimal(Rational value) {
    BigInteger rest = value.denominator();
    rest = rest.shiftRight(rest.getLowestSetBit());
    BigInteger five = BigInteger.valueOf(5);
    while (rest.mod(five).signum() == 0) {
      rest = rest.divide(five);
    }
    return rest.equals(BigInteger.ONE);
  }
}
