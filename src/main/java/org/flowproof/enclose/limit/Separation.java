package org.flowproof.enclose.limit;

import java.util.Arrays;
import java.util.List;
import org.flowproof.enclose.interval.Interval;

/**
 * A sum of signed features, with coefficients that are not negative, whose inner products with all
 * of them are bounded below: weights that fit every label in sign. The coefficients are found by
 * descent on those of the largest margin (Hildreth 1957), in doubles that nobody trusts.
 *
 * @param coefficients one for each sample
 * @param reached encloses the inner products with the features
 * @param squaredLength encloses the squared norm of the sum
 */
record Separation(List<Double> coefficients, List<Interval> reached, Interval squaredLength) {
  private static final int SWEEPS = 20_000;
  private static final double WORK = 3e8;

  /** As good a one as was found; it need not separate. */
  static Separation of(SignedFeatures features) {
    return with(features, descend(features));
  }

  /** The sum with given coefficients. */
  static Separation with(SignedFeatures features, double[] coefficients) {
    int n = features.size();
    Interval[] reached = new Interval[n];
    Interval square = Interval.ZERO;
    for (int k = 0; k < n; k++) {
      Interval sum = Interval.ZERO;
      for (int l = 0; l < n; l++) {
        if (coefficients[l] != 0) {
          sum = sum.plus(features.product(k, l).times(coefficients[l]));
        }
      }
      reached[k] = sum;
      square = square.plus(sum.times(coefficients[k]));
    }
    return new Separation(Arrays.stream(coefficients).boxed().toList(), List.of(reached), square);
  }

  private static double[] descend(SignedFeatures features) {
    int n = features.size();
    double[][] products = new double[n][n];
    for (int k = 0; k < n; k++) {
      for (int l = 0; l < n; l++) {
        products[k][l] = features.product(k, l).midpoint();
      }
    }
    double[] b = new double[n];
    double[] reached = new double[n];
    int sweeps = (int) Math.min(SWEEPS, 1 + WORK / ((double) n * n));
    boolean moving = true;
    for (int sweep = 0; sweep < sweeps && moving; sweep++) {
      moving = false;
      for (int k = 0; k < n; k++) {
        if (products[k][k] > 0) {
          double next = Math.max(0, b[k] + (1 - reached[k]) / products[k][k]);
          double change = next - b[k];
          if (Math.abs(change) > 1e-14 * next) {
            moving = true;
            b[k] = next;
            for (int l = 0; l < n; l++) {
              reached[l] += change * products[k][l];
            }
          }
        }
      }
    }
    return b;
  }

  /** The sample with the least inner product. */
  int least() {
    int least = 0;
    for (int k = 1; k < reached.size(); k++) {
      if (reached.get(k).lower() < reached.get(least).lower()) {
        least = k;
      }
    }
    return least;
  }

  /** Whether all labels are proven to be fitted in sign. */
  boolean separates() {
    return reached.get(least()).lower() > 0 && squaredLength.isPositive();
  }

  /** The square of a lower bound of all inner products, by the squared norm; where it separates. */
  Interval squaredMargin() {
    return Interval.of(reached.get(least()).lower()).square().divide(squaredLength);
  }
}
