package org.flowproof.enclose.ode;

import java.util.ArrayList;
import java.util.List;
import org.flowproof.enclose.interval.Interval;

/**
 * A solution during a step.
 *
 * @param series Taylor coefficients of each unknown over the box at the begin of the step
 * @param last the coefficient of the first order left out, over the whole step
 * @param box around the solution at all times of the step
 */
record StepPath(List<List<Interval>> series, List<Interval> last, List<Interval> box) {

  /**
   * Encloses the unknowns at all times of an interval.
   *
   * @param since times since the begin of the step, within it
   */
  List<Interval> at(Interval since) {
    Interval power = since.power(series.get(0).size());
    List<Interval> values = new ArrayList<>();
    for (int v = 0; v < series.size(); v++) {
      values.add(polynomial(series.get(v), since).plus(last.get(v).times(power)));
    }
    return values;
  }

  /** By the middle and the slope, which is closer for short intervals than the formula alone. */
  private static Interval polynomial(List<Interval> coefficients, Interval at) {
    Interval direct = horner(coefficients, Interval.ZERO, at);
    if (at.isPoint()) {
      return direct;
    }
    Interval middle = Interval.of(at.midpoint());
    Interval slope = Interval.ZERO;
    for (int k = coefficients.size() - 1; k >= 1; k--) {
      slope = coefficients.get(k).times(k).plus(slope.times(at));
    }
    Interval centred =
        horner(coefficients, Interval.ZERO, middle).plus(slope.times(at.minus(middle)));
    return direct.intersection(centred).orElse(direct);
  }

  /** A polynomial with one more coefficient. */
  static Interval horner(List<Interval> coefficients, Interval last, Interval at) {
    Interval sum = last;
    for (int i = coefficients.size() - 1; i >= 0; i--) {
      sum = coefficients.get(i).plus(sum.times(at));
    }
    return sum;
  }
}
