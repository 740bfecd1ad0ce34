package org.flowproof.check.margins;

import java.util.Arrays;
import java.util.List;

/**
 * A limit from readings whose logarithmic terms are removed, so that successive values approach it
 * like a power of t.
 *
 * @param successive the values, in order of time
 * @param limit the last of them
 * @param bar error bar: the last changes, each reduced by as much as the law shrinks it up to the
 *     end, and the numerical error
 * @param settles whether the changes shrink as the law says, at half its exponent at least
 */
public record Extrapolation(List<Double> successive, double limit, double bar, boolean settles) {
  /** Changes that are looked at. */
  private static final int LAST = 3;

  public Extrapolation {
    successive = List.copyOf(successive);
  }

  /** The same with another error bar. */
  Extrapolation withBar(double other) {
    return new Extrapolation(successive, limit, other, settles);
  }

  /**
   * From successive values.
   *
   * @param values at least one
   * @param noise numerical error of each
   * @param shrink factor, below 1, by which the law shrinks changes from one value to the next
   */
  static Extrapolation of(double[] values, double[] noise, double shrink) {
    int last = values.length - 1;
    double largest = 0;
    double allowed = 0;
    for (int back = 0; back < LAST && last - back >= 1; back++) {
      double change = Math.abs(values[last - back] - values[last - back - 1]);
      largest = Math.max(largest, Math.pow(shrink, back) * change);
    }
    for (int back = 1; back <= LAST && last - back >= 1; back++) {
      double change = Math.abs(values[last - back] - values[last - back - 1]);
      allowed = Math.max(allowed, Math.pow(shrink, back / 2.0) * change);
    }
    boolean enough = last > LAST && Arrays.stream(values).allMatch(Double::isFinite);
    double change = last >= 1 ? Math.abs(values[last] - values[last - 1]) : Double.NaN;
    double rounding = noise[last] + (last >= 1 ? noise[last - 1] : 0);
    return new Extrapolation(
        Arrays.stream(values).boxed().toList(),
        values[last],
        last >= 1
            ? largest * Math.max(1, shrink / (1 - shrink)) + rounding
            : Double.POSITIVE_INFINITY,
        enough && change <= allowed + 2 * rounding);
  }

  /**
   * From readings of a quantity that approaches its limit like {@code (A log t + B) / t}: what is
   * left when three neighbours are fitted.
   *
   * @param t iterations, increasing, at least three
   * @param values one for each
   * @param noise numerical error of each
   * @param shrink as above
   */
  static Extrapolation inverse(double[] t, double[] values, double[] noise, double shrink) {
    int count = values.length - 2;
    double[] limits = new double[count];
    double[] errors = new double[count];
    for (int i = 0; i < count; i++) {
      double[] weights = weights(t[i], t[i + 1], t[i + 2]);
      for (int c = 0; c < 3; c++) {
        limits[i] += weights[c] * values[i + c];
        errors[i] += Math.abs(weights[c]) * noise[i + c];
      }
    }
    return of(limits, errors, shrink);
  }

  /**
   * Weights that add to 1 and are orthogonal to {@code 1/t} and {@code log(t)/t}: the cross product
   * of these two columns, scaled.
   */
  private static double[] weights(double p, double q, double r) {
    double[] u = {1, p / q, p / r};
    // log(t/p) for log t changes nothing: 1/t is there as well
    double[] v = {0, u[1] * Math.log(q / p), u[2] * Math.log(r / p)};
    double[] w = {u[1] * v[2] - u[2] * v[1], u[2] * v[0] - u[0] * v[2], u[0] * v[1] - u[1] * v[0]};
    double sum = w[0] + w[1] + w[2];
    return new double[] {w[0] / sum, w[1] / sum, w[2] / sum};
  }
}
