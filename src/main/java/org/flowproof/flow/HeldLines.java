package org.flowproof.flow;

import org.flowproof.problem.Vectors;

/**
 * Whether a neuron still belongs on the lines it is held on, and the gates it takes there.
 *
 * <p>With {@code P} the solution of {@code Gram P = -<rest, e>} over the held lines, the gate of a
 * line would be {@code P_l / g_l}; it is never formed to decide. The neuron stays while {@code P_l}
 * lies between {@code slope g_l} and {@code g_l}; both distances, taken with the sign that {@code
 * g_l} had when the slide began, are smooth functions that change sign at the exit, also when
 * {@code g_l} goes through zero (theory notes, G6).
 */
public final class HeldLines {
  private HeldLines() {}

  /**
   * Room left on both sides for each held line: {@code room[2i]} to the positive side, {@code
   * room[2i + 1]} to the negative side; the neuron leaves when one becomes negative.
   *
   * @param field prepared at the state
   * @param signs sign of {@code g_l} when the slide began, by line
   */
  public static double[] room(Pulls field, Pattern pattern, int neuron, byte[] signs) {
    int[] held = pattern.held(neuron);
    double[] p = balance(field, pattern, neuron);
    double[] room = new double[2 * held.length];
    for (int i = 0; i < held.length; i++) {
      double g = field.weight(held[i]);
      room[2 * i] = signs[held[i]] * (g - p[i]);
      room[2 * i + 1] = signs[held[i]] * (p[i] - pattern.slope() * g);
    }
    return room;
  }

  /** {@code theta_l g_l} on the held lines, which must be independent. */
  private static double[] balance(Pulls field, Pattern pattern, int neuron) {
    int[] held = pattern.held(neuron);
    double[] rest = new double[pattern.lines().dimension()];
    field.restPull(neuron, pattern, rest);
    double[][] directions = new double[held.length][];
    for (int i = 0; i < held.length; i++) {
      directions[i] = pattern.lines().direction(held[i]);
    }
    double[] p = Orthonormal.leastSquares(directions, rest);
    for (int i = 0; i < p.length; i++) {
      p[i] = -p[i];
    }
    return p;
  }

  /** The minimal-norm gates on the held lines, aligned with {@link Pattern#held}. */
  public static double[] gates(Pulls field, Pattern pattern, int neuron) {
    BoxLeastNorm solution = leastNorm(field, pattern, neuron);
    double[] gates = new double[pattern.held(neuron).length];
    for (int i = 0; i < gates.length; i++) {
      gates[i] = solution.theta(i);
    }
    return gates;
  }

  /**
   * The speed, as a fraction of what the lines pull, with which the minimal-norm element leaves the
   * span of the held lines, less what a relative error of the neurons can feign; zero or less while
   * the neuron is held. For dependent lines, where no smooth exit function exists.
   */
  public static double escape(Pulls field, Pattern pattern, int neuron, double noise) {
    double[] element = leastNorm(field, pattern, neuron).element();
    double inside = 0;
    for (double[] q : pattern.basis(neuron)) {
      double along = Vectors.dot(q, element);
      inside += along * along;
    }
    double size = 0;
    for (int l : pattern.held(neuron)) {
      size += Math.abs(field.weight(l));
    }
    return size == 0 ? 0 : (Math.sqrt(inside) - noise * field.gross()) / size;
  }

  private static BoxLeastNorm leastNorm(Pulls field, Pattern pattern, int neuron) {
    int[] held = pattern.held(neuron);
    double[] rest = new double[pattern.lines().dimension()];
    field.restPull(neuron, pattern, rest);
    double[][] columns = new double[held.length][];
    for (int i = 0; i < held.length; i++) {
      columns[i] = pattern.lines().direction(held[i]).clone();
      for (int c = 0; c < columns[i].length; c++) {
        columns[i][c] *= field.weight(held[i]);
      }
    }
    return BoxLeastNorm.solve(rest, columns, pattern.slope(), 1);
  }
}
