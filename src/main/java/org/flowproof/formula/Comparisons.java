package org.flowproof.formula;

/** Turns the sign of a comparison into truth. */
final class Comparisons {
  private Comparisons() {}

  /**
   * Whether a relation holds.
   *
   * @param sign the sign of left minus right
   */
  static Truth decide(Proposition.Relation relation, int sign) {
    return Truth.of(
        switch (relation) {
          case EQUAL -> sign == 0;
          case NOT_EQUAL -> sign != 0;
          case LESS -> sign < 0;
          case LESS_OR_EQUAL -> sign <= 0;
          case GREATER -> sign > 0;
          case GREATER_OR_EQUAL -> sign >= 0;
        });
  }
}
