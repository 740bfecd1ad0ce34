package org.flowproof.flow.limit;

import java.util.ArrayList;
import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.flowproof.flow.KinkLines;
import org.flowproof.flow.limit.Obstruction.Cause;
import org.flowproof.problem.Matrix;
import org.flowproof.problem.Vectors;

/**
 * The gates that neurons of one group take on the lines they slide on, as quotients {@code <p_l, r>
 * / <g_l, r>} of linear functions of the residual {@code r = y - h}: {@code g_l = sum_k |c_k| r_k}
 * over the samples of the line, and the {@code p_l} make the pull orthogonal to all held lines. The
 * neurons stay while, with the sign that makes the kink convex, {@code g_l - p_l} and {@code p_l -
 * slope g_l} are positive; so both are, and with them {@code g_l}.
 */
final class HeldGates {
  private final FrozenPattern pattern;
  private final PatternGroup group;
  private final List<double[]> weights = new ArrayList<>();
  private final List<double[]> balances = new ArrayList<>();

  HeldGates(Matrix x, FrozenPattern pattern, PatternGroup group) {
    this.pattern = pattern;
    this.group = group;
    KinkLines lines = pattern.lines();
    int[] held = group.held();
    int n = x.rows();
    double[][] along = new double[held.length][n];
    DMatrixRMaj gram = new DMatrixRMaj(held.length, held.length);
    for (int i = 0; i < held.length; i++) {
      double[] direction = lines.direction(held[i]);
      weights.add(weight(lines, held[i], n));
      for (int k = 0; k < n; k++) {
        along[i][k] = constantGate(k) * Vectors.dot(x.row(k), direction);
      }
      for (int c = 0; c < held.length; c++) {
        gram.set(i, c, Vectors.dot(direction, lines.direction(held[c])));
      }
    }
    SymmetricEigen eigen = SymmetricEigen.of(gram);
    for (int i = 0; i < held.length; i++) {
      double[] balance = new double[n];
      for (int e = 0; e < held.length; e++) {
        double[] vector = eigen.vectors()[e];
        for (int c = 0; c < held.length; c++) {
          Vectors.add(-vector[i] * vector[c] / eigen.values()[e], along[c], balance);
        }
      }
      balances.add(balance);
    }
  }

  /** {@code g_l} as a function of the residual. */
  static double[] weight(KinkLines lines, int line, int n) {
    double[] weight = new double[n];
    for (int k : lines.members(line)) {
      weight[k] = Math.abs(lines.coefficient(k));
    }
    return weight;
  }

  /** The gate of a sample, without the part that a held line decides. */
  private double constantGate(int k) {
    int line = pattern.lines().lineOf(k);
    if (line < 0) {
      return 0;
    }
    if (group.row()[line] != 0) {
      return pattern.gate(group.row(), k);
    }
    return pattern.lines().coefficient(k) < 0 ? 1 + pattern.slope() : 0;
  }

  /**
   * Checks that the group stays on its lines.
   *
   * @param output the output weight of one of its neurons
   * @throws ObstructedException when it may leave one
   */
  void check(FutureSigns signs, double output) throws ObstructedException {
    for (int i = 0; i < group.held().length; i++) {
      double sign = -Math.signum(output);
      double[] above = new double[weights.get(i).length];
      Vectors.add(sign, weights.get(i), above);
      Vectors.add(-sign, balances.get(i), above);
      double[] below = new double[above.length];
      Vectors.add(sign, balances.get(i), below);
      Vectors.add(-sign * pattern.slope(), weights.get(i), below);
      if (!signs.positive(above) || !signs.positive(below)) {
        throw new ObstructedException(
            Obstruction.at(
                Cause.SLIDE_MAY_END,
                group.members()[0],
                pattern.lines().members(group.held()[i])[0],
                "it slides on this kink, and its gate tends to "
                    + Show.number(gate(i, signs.finalDirection()))
                    + ", which is not shown to lie inside ("
                    + Show.number(pattern.slope())
                    + ", 1) at all later times"));
      }
    }
  }

  /** The gate of a held line, by its position among them, at a residual. */
  double gate(int position, double[] residual) {
    return Vectors.dot(balances.get(position), residual)
        / Vectors.dot(weights.get(position), residual);
  }
}
