package org.flowproof.enclose.claim;

import org.flowproof.enclose.interval.Interval;
import org.flowproof.formula.Proposition;
import org.flowproof.formula.Truth;

/**
 * The signs that a number may have, as far as is known.
 *
 * @param negative whether it may be below 0
 * @param zero whether it may be 0
 * @param positive whether it may be above 0
 */
record SignSet(boolean negative, boolean zero, boolean positive) {
  static final SignSet ANY = new SignSet(true, true, true);
  private static final SignSet NEGATIVE = new SignSet(true, false, false);
  private static final SignSet ZERO = new SignSet(false, true, false);
  private static final SignSet POSITIVE = new SignSet(false, false, true);

  /** The one sign that is known: 1, 0 or -1. */
  static SignSet of(int sign) {
    return sign < 0 ? NEGATIVE : sign == 0 ? ZERO : POSITIVE;
  }

  /** The signs in an interval. */
  static SignSet of(Interval values) {
    return new SignSet(
        values.lower() < 0, values.lower() <= 0 && values.upper() >= 0, values.upper() > 0);
  }

  /**
   * What is left when two things are known of the same number.
   *
   * @throws IllegalStateException when they contradict each other, so that one of them is wrong
   */
  SignSet and(SignSet other) {
    SignSet both =
        new SignSet(negative && other.negative, zero && other.zero, positive && other.positive);
    if (both.equals(new SignSet(false, false, false))) {
      throw new IllegalStateException("two enclosures of one number have no number in common");
    }
    return both;
  }

  /**
   * The signs after a start with these ones, over times of which the derivative is known: a
   * quantity that does not fall does not change from positive to anything else.
   *
   * @param slope holds the derivative at almost every time, the quantity being the integral of it
   */
  SignSet moving(Interval slope) {
    if (Jet.isZero(slope)) {
      return this;
    }
    if (slope.lower() >= 0 && !negative) {
      return new SignSet(false, zero && slope.lower() == 0, true);
    }
    if (slope.upper() <= 0 && !positive) {
      return new SignSet(true, zero && slope.upper() == 0, false);
    }
    return ANY;
  }

  /** Whether the number stands in a relation to 0. */
  Truth compare(Proposition.Relation relation) {
    return switch (relation) {
      case LESS -> truth(negative, zero || positive);
      case LESS_OR_EQUAL -> truth(negative || zero, positive);
      case GREATER -> truth(positive, zero || negative);
      case GREATER_OR_EQUAL -> truth(positive || zero, negative);
      case EQUAL -> truth(zero, negative || positive);
      case NOT_EQUAL -> truth(negative || positive, zero);
    };
  }

  private static Truth truth(boolean may, boolean mayNot) {
    return may && mayNot ? Truth.UNDECIDED : Truth.of(may);
  }
}
