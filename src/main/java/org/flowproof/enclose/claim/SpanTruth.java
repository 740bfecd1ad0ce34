package org.flowproof.enclose.claim;

/** What is known of a statement over a span of time. */
enum SpanTruth {
  /** It holds at every time of the span. */
  TRUE,
  /** It holds at every time because nothing is asked: no premise is met. */
  VACUOUS,
  /** It fails at every time of the span. */
  FALSE,
  /** None of these is known. */
  UNDECIDED;

  boolean holds() {
    return this == TRUE || this == VACUOUS;
  }

  SpanTruth and(SpanTruth other) {
    if (this == FALSE || other == FALSE) {
      return FALSE;
    }
    if (this == UNDECIDED || other == UNDECIDED) {
      return UNDECIDED;
    }
    return this == VACUOUS && other == VACUOUS ? VACUOUS : TRUE;
  }

  SpanTruth or(SpanTruth other) {
    return not().and(other.not()).not();
  }

  SpanTruth not() {
    return switch (this) {
      case TRUE, VACUOUS -> FALSE;
      case FALSE -> TRUE;
      case UNDECIDED -> UNDECIDED;
    };
  }

  /** The truth of a consequence under a premise with this truth. */
  SpanTruth implies(SpanTruth consequence) {
    return switch (this) {
      case FALSE -> VACUOUS;
      case TRUE, VACUOUS -> consequence;
      case UNDECIDED -> consequence.holds() ? consequence : UNDECIDED;
    };
  }
}
