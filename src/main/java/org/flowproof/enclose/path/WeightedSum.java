package org.flowproof.enclose.path;

import java.util.List;
import java.util.function.IntFunction;
import org.flowproof.enclose.interval.Interval;
import org.flowproof.enclose.taylor.Bounds;
import org.flowproof.enclose.taylor.Series;
import org.flowproof.formula.Rational;

/**
 * A sum of values of some samples with exact weights, which are kept in two doubles with what these
 * leave out.
 */
public final class WeightedSum {
  private final int[] samples;
  private final Interval[] weights;
  private final double[] high;
  private final double[] low;
  private final double error;

  WeightedSum(int[] samples, List<Rational> exact) {
    this.samples = samples;
    weights = exact.stream().map(Interval::of).toArray(Interval[]::new);
    high = new double[samples.length];
    low = new double[samples.length];
    double left = 0;
    for (int p = 0; p < samples.length; p++) {
      high[p] = exact.get(p).toDouble();
      Rational rest = exact.get(p).minus(Rational.ofDouble(high[p]));
      low[p] = rest.toDouble();
      left = Math.max(left, Interval.of(rest.minus(Rational.ofDouble(low[p]))).magnitude());
    }
    error = left;
  }

  /** Encloses the sum of enclosed values. */
  public Interval of(IntFunction<Interval> values) {
    Interval sum = Interval.ZERO;
    for (int p = 0; p < samples.length; p++) {
      sum = sum.plus(weights[p].times(values.apply(samples[p])));
    }
    return sum;
  }

  /** The sum of Taylor models. */
  public Series along(IntFunction<Series> values) {
    Series[] terms = new Series[samples.length];
    double size = 0;
    for (int p = 0; p < terms.length; p++) {
      terms[p] = values.apply(samples[p]);
      size += terms[p].magnitude();
    }
    return Series.combination(high, low, terms, terms[0].degree())
        .widened(Bounds.up(error * Bounds.up(size)));
  }

  /** The sum of plain values, rounded. */
  public double rounded(double[] values) {
    double sum = 0;
    for (int p = 0; p < samples.length; p++) {
      sum += high[p] * values[samples[p]];
    }
    return sum;
  }

  /** The sums of coefficients, by sample and order, rounded. */
  public double[] rounded(double[][] coefficients) {
    double[] sum = new double[coefficients[samples[0]].length];
    for (int p = 0; p < samples.length; p++) {
      for (int l = 0; l < sum.length; l++) {
        sum[l] += high[p] * coefficients[samples[p]][l];
      }
    }
    return sum;
  }
}
