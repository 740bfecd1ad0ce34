package org.flowproof.flow;

import org.flowproof.problem.Vectors;

/**
 * The minimal-norm element of {@code offset + sum_l theta_l v_l} over {@code theta} in a box: the
 * velocity that the differential inclusion selects where several kinks meet. Active-set method of
 * bounded least squares: variables leave a bound one at a time by the steepest gradient, so that
 * the free columns stay independent.
 */
public final class BoxLeastNorm {
  private static final double RELATIVE_ZERO = 1e-13;
  private static final int MANY = 6;

  private final double[] theta;
  private final boolean[] free;
  private final double[] element;

  private BoxLeastNorm(double[] theta, boolean[] free, double[] element) {
    this.theta = theta;
    this.free = free;
    this.element = element;
  }

  /** A minimizing variable. */
  double theta(int l) {
    return theta[l];
  }

  /** Whether a variable is strictly inside its bounds (its gradient vanishes). */
  boolean free(int l) {
    return free[l];
  }

  /** The minimal-norm element, unique; not to be changed. */
  public double[] element() {
    return element;
  }

  /**
   * Minimizes.
   *
   * @param offset length d
   * @param columns the vectors v_l, each of length d
   * @param lower common lower bound of theta
   * @param upper common upper bound of theta
   */
  public static BoxLeastNorm solve(
      double[] offset, double[][] columns, double lower, double upper) {
    int count = columns.length;
    double[] theta = new double[count];
    boolean[] free = new boolean[count];
    java.util.Arrays.fill(theta, lower);
    double scale = Vectors.norm(offset);
    for (double[] column : columns) {
      scale += Vectors.norm(column);
    }
    if (count >= MANY && Orthonormal.basis(columns).length == count) {
      // most of many lines hold as a rule: cheaper to release the others than to catch these
      java.util.Arrays.fill(theta, 0.5 * (lower + upper));
      java.util.Arrays.fill(free, true);
      moveToFreeMinimum(offset, columns, theta, free, lower, upper);
    }
    for (int round = 0; round < 10 * (count + 1); round++) {
      double[] element = element(offset, columns, theta);
      int entering = entering(columns, element, theta, free, upper, scale);
      if (entering < 0) {
        return new BoxLeastNorm(theta, free, element);
      }
      free[entering] = true;
      moveToFreeMinimum(offset, columns, theta, free, lower, upper);
      if (!free[entering]
          && Vectors.norm(element(offset, columns, theta)) >= Vectors.norm(element)) {
        return new BoxLeastNorm(theta, free, element(offset, columns, theta));
      }
    }
    return new BoxLeastNorm(theta, free, element(offset, columns, theta));
  }

  private static int entering(
      double[][] columns,
      double[] element,
      double[] theta,
      boolean[] free,
      double upper,
      double scale) {
    int best = -1;
    double bestGain = 0;
    for (int l = 0; l < columns.length; l++) {
      double length = Vectors.norm(columns[l]);
      if (free[l] || length == 0) {
        continue;
      }
      double descent = -Vectors.dot(columns[l], element) / length;
      double gain = theta[l] == upper ? -descent : descent;
      if (gain > bestGain && gain > RELATIVE_ZERO * scale) {
        best = l;
        bestGain = gain;
      }
    }
    return best;
  }

  private static void moveToFreeMinimum(
      double[] offset,
      double[][] columns,
      double[] theta,
      boolean[] free,
      double lower,
      double upper) {
    while (true) {
      int[] index = indices(free);
      if (index.length == 0) {
        return;
      }
      double[] target = freeMinimum(offset, columns, theta, free, index);
      double step = 1;
      int blocking = -1;
      for (int i = 0; i < index.length; i++) {
        double from = theta[index[i]];
        double to = target[i];
        double bound = to < lower ? lower : upper;
        if (to < lower || to > upper) {
          double allowed = (bound - from) / (to - from);
          if (allowed < step) {
            step = allowed;
            blocking = i;
          }
        }
      }
      for (int i = 0; i < index.length; i++) {
        theta[index[i]] += step * (target[i] - theta[index[i]]);
      }
      if (blocking < 0) {
        return;
      }
      theta[index[blocking]] = target[blocking] < lower ? lower : upper;
      free[index[blocking]] = false;
    }
  }

  private static double[] freeMinimum(
      double[] offset, double[][] columns, double[] theta, boolean[] free, int[] index) {
    double[] rest = offset.clone();
    for (int l = 0; l < columns.length; l++) {
      if (!free[l]) {
        Vectors.add(theta[l], columns[l], rest);
      }
    }
    double[][] chosen = new double[index.length][];
    for (int i = 0; i < index.length; i++) {
      chosen[i] = columns[index[i]];
    }
    double[] solution = Orthonormal.leastSquares(chosen, rest);
    for (int i = 0; i < solution.length; i++) {
      solution[i] = -solution[i];
    }
    return solution;
  }

  private static int[] indices(boolean[] free) {
    return java.util.stream.IntStream.range(0, free.length).filter(l -> free[l]).toArray();
  }

  private static double[] element(double[] offset, double[][] columns, double[] theta) {
    double[] sum = offset.clone();
    for (int l = 0; l < columns.length; l++) {
      Vectors.add(theta[l], columns[l], sum);
    }
    return sum;
  }
}
