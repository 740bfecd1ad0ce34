package org.flowproof.check;

/**
 * One obligation read at one time for one set of indices.
 *
 * @param outcome what it says
 * @param left left side of the comparison; NaN when the statement is not a comparison
 * @param right right side
 * @param gap distance from violation, negative when violated: upper minus lower side, or minus the
 *     difference for {@code ==}; NaN when the statement is not a comparison
 * @param error numerical error of the gap
 * @param size what gaps are measured by: the larger side, or for {@code ==} the largest summand;
 *     may be 0
 * @param tightness lower over upper side of an inequality; NaN for other statements and where the
 *     upper side is not positive
 * @param kind the kind of comparison
 * @param reason why it is open; empty otherwise
 */
record Reading(
    Outcome outcome,
    double left,
    double right,
    double gap,
    double error,
    double size,
    double tightness,
    Kind kind,
    String reason) {

  /** What a reading says. */
  enum Outcome {
    HOLDS,
    VIOLATED,
    /** Too close to call, or without a value. */
    OPEN,
    /** A premise is false. */
    VACUOUS
  }

  /** How the outcome was reached. */
  enum Kind {
    /** An inequality with a margin. */
    ORDER,
    /** An equality, decided against the numerical error. */
    EQUALITY,
    /** Decided without error, in rational arithmetic or by identical sides. */
    EXACT,
    /** Truth only, without a margin. */
    TRUTH
  }

  static Reading vacuous() {
    return truth(Outcome.VACUOUS, "");
  }

  static Reading truth(Outcome outcome, String reason) {
    return new Reading(
        outcome, Double.NaN, Double.NaN, Double.NaN, 0, Double.NaN, Double.NaN, Kind.TRUTH, reason);
  }

  static Reading exact(boolean holds, double left, double right, double gap) {
    return new Reading(
        holds ? Outcome.HOLDS : Outcome.VIOLATED,
        left,
        right,
        gap,
        0,
        Math.max(Math.abs(left), Math.abs(right)),
        Double.NaN,
        Kind.EXACT,
        "");
  }

  Reading open(String why) {
    return new Reading(Outcome.OPEN, left, right, gap, error, size, tightness, kind, why);
  }

  /** Whether gap and size mean something. */
  boolean measured() {
    return kind == Kind.ORDER || kind == Kind.EQUALITY;
  }

  /** The gap in units of the size. */
  double margin() {
    return gap / unit();
  }

  /** The error in units of the size. */
  double relativeError() {
    return error / unit();
  }

  /** A size to divide by: 1 when everything compared is zero. */
  private double unit() {
    return size > 0 ? size : 1;
  }
}
