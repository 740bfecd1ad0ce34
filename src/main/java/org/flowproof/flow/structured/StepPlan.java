package org.flowproof.flow.structured;

/** The length planned for the next macro step, from how the last one went. */
final class StepPlan {
  private static final double MOST_AFTER_CUT = 20;

  private StepPlan() {}

  /**
   * The next length.
   *
   * @param length accepted
   * @param plan the length planned before; longer when the step was cut at a kink
   * @param error of the step over the tolerance, at most 1
   * @param sweeps that it took
   * @param order with which the error falls
   */
  static double next(double length, double plan, double error, int sweeps, int order) {
    double growth = error == 0 ? 2 : Math.pow(0.5 / error, 1.0 / order);
    if (length < plan) {
      // cut at a kink: nothing is known yet about the length that was planned
      return Math.min(plan, length * Math.max(0.3, Math.min(MOST_AFTER_CUT, growth)));
    }
    double most = sweeps > 5 ? 0.9 : sweeps > 3 ? 1.1 : 1.8;
    return length * Math.max(0.3, Math.min(most, growth));
  }
}
