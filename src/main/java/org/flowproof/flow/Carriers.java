package org.flowproof.flow;

import java.util.Arrays;
import org.flowproof.problem.Problem;
import org.flowproof.problem.Vec;

/**
 * How the squared norms {@code a_j^2 + |w_j|^2} of a state spread over the neurons, and how few of
 * them carry most of the sum.
 *
 * @param count the least number of neurons that together have the share
 * @param least the same at the most favourable weights within the numerical error
 * @param most at the least favourable ones
 * @param norms {@code sqrt(a_j^2 + |w_j|^2)}, decreasing
 */
public record Carriers(int count, int least, int most, Vec norms) {

  /**
   * Of a state.
   *
   * @param share of the sum of squared norms, above 0 and at most 1
   * @throws IllegalArgumentException for another share
   */
  public static Carriers of(Problem problem, State state, double share) {
    if (!(share > 0 && share <= 1)) {
      throw new IllegalArgumentException("share " + share);
    }
    int m = problem.network().width();
    int d = problem.data().d();
    double[] norms = new double[m];
    double[] low = new double[m];
    double[] high = new double[m];
    for (int j = 0; j < m; j++) {
      double square = state.a(j) * state.a(j);
      for (int i = 0; i < d; i++) {
        square += state.w(j, i) * state.w(j, i);
      }
      norms[j] = Math.sqrt(square);
      double error = Math.sqrt(sq(state.errorOfA(j)) + d * sq(state.errorOfW(j)));
      low[j] = sq(Math.max(0, norms[j] - error));
      high[j] = sq(norms[j] + error);
    }
    double[] squares = Arrays.stream(norms).map(Carriers::sq).toArray();
    return new Carriers(
        count(squares, squares, share),
        count(high, low, share),
        count(low, high, share),
        decreasing(norms));
  }

  private static double sq(double value) {
    return value * value;
  }

  private static Vec decreasing(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    for (int i = 0; i < sorted.length / 2; i++) {
      double swap = sorted[i];
      sorted[i] = sorted[sorted.length - 1 - i];
      sorted[sorted.length - 1 - i] = swap;
    }
    return Vec.of(sorted);
  }

  /** The least number of largest entries whose share of themselves and the rest is enough. */
  private static int count(double[] carried, double[] left, double share) {
    double[] own = decreasing(carried).toArray();
    double[] others = decreasing(left).toArray();
    double rest = Arrays.stream(others).sum();
    double sum = 0;
    for (int k = 0; k < own.length; k++) {
      sum += own[k];
      rest -= others[k];
      // rounding of the sums must not ask for more neurons than there are
      if (k == own.length - 1 || sum >= share * (sum + Math.max(0, rest))) {
        return k + 1;
      }
    }
    return 0;
  }
}
