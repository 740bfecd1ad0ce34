package org.flowproof.flow.structured;

/** How far a macro step has got: its length, and how its sweeps converge. Mutable. */
final class Attempt {
  private static final double SLOWEST = 0.8;

  /** Rate of convergence that is taken for granted. */
  private static final double UNKNOWN = 0.5;

  private double length;
  private double plan;
  private double previous = Double.POSITIVE_INFINITY;
  private double change;
  private int sweeps;
  private boolean whole;

  /**
   * A first attempt.
   *
   * @param length of the step
   * @param whole whether it reaches the end of the run
   */
  Attempt(double length, boolean whole) {
    this.length = length;
    this.whole = whole;
    plan = length;
  }

  double length() {
    return length;
  }

  /** The length that was planned before a kink cut the step. */
  double plan() {
    return plan;
  }

  int sweeps() {
    return sweeps;
  }

  /** Whether the step reaches the end of the run. */
  boolean whole() {
    return whole;
  }

  /** Notes a sweep with the change that it brought. */
  void swept(double by) {
    previous = sweeps == 0 ? Double.POSITIVE_INFINITY : change;
    change = by;
    sweeps++;
  }

  double change() {
    return change;
  }

  /** By what the last sweep reduced the change; 0 after the first. */
  double rate() {
    return change / previous;
  }

  /** What is left to converge, as far as can be told; more after a single sweep. */
  double left() {
    return sweeps > 1 ? change / (1 - Math.min(rate(), SLOWEST)) : change / (1 - UNKNOWN);
  }

  /** Whether the guess is still so rough that the next sweep is worth more than a cut. */
  boolean rough(double tolerance) {
    return change > 100 * tolerance && sweeps < 4 && change < previous;
  }

  /** Whether what is left to converge is small against a tolerance. */
  boolean agreed(double tolerance) {
    double rate = rate();
    double left = rate < 0.9 ? change * rate / (1 - rate) : change;
    return change <= 0.1 * tolerance || (sweeps > 1 && rate < 0.5 && left <= 0.02 * tolerance);
  }

  /** Goes on with a shorter step, which a kink demands; the plan stays. */
  void cutAtKink(double shorter) {
    length = shorter;
    whole = false;
    sweeps = 0;
  }

  /** Goes on with a shorter step. */
  void shorten(double shorter) {
    cutAtKink(shorter);
    plan = shorter;
  }
}
