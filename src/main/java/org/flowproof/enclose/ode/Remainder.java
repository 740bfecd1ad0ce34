package org.flowproof.enclose.ode;

import java.util.List;
import org.flowproof.enclose.interval.Interval;

/** What a Taylor polynomial leaves out over a step. */
interface Remainder {
  /**
   * Encloses the coefficients of the first order left out, at all times of the step.
   *
   * @param path a box around the solution during the step
   * @param order the first order that the polynomial leaves out
   */
  List<Interval> over(List<Interval> path, int order);

  /** Lagrange's form: the Taylor coefficients of that order over the whole path. */
  static Remainder lagrange(TaylorProgram<Interval> program) {
    return (path, order) ->
        program.coefficients(path, order).stream().map(series -> series.get(order)).toList();
  }
}
