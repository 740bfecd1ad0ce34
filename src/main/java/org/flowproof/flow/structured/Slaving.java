package org.flowproof.flow.structured;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.EigenDecomposition_F64;

/**
 * Lets sweeps converge when the residuals follow the neurons fast. Linearized, a guess that is off
 * by {@code delta} comes out of a sweep as {@code -K int delta}, with the tangent kernel K:
 * repeating converges only while {@code |K|} times the step is small. Solving {@code (1 + K int)
 * delta = found - used} instead converges for any step in which the kernel changes little. It
 * changes how fast the residuals are found, never what they are.
 */
final class Slaving {
  private static final long MOST_WORK = 100_000_000L;

  private final Setup setup;
  private final TimeBasis basis;
  private final double[] values;
  private final double[][] vectors;

  private Slaving(Setup setup, TimeBasis basis, double[] values, double[][] vectors) {
    this.setup = setup;
    this.basis = basis;
    this.values = values;
    this.vectors = vectors;
  }

  /** Whether the kernel of a problem is cheap enough to form. */
  static boolean affordable(Setup setup, Groups groups) {
    long parts = groups.all().size();
    for (int j = 0; j < setup.m; j++) {
      parts += groups.sums(j) ? 0 : 1;
    }
    return !setup.labelsOnly && parts * setup.n * setup.n <= MOST_WORK;
  }

  /**
   * The tangent kernel at some states; null when its eigenvalues cannot be found.
   *
   * @param groups among these states
   */
  static Slaving at(Setup setup, TimeBasis basis, Neurons states, Groups groups) {
    Kernel kernel = new Kernel(setup);
    for (int j = 0; j < setup.m; j++) {
      if (!states.still[j] && !groups.sums(j)) {
        kernel.add(states, j);
      }
    }
    int width = setup.d + 1;
    double[] moments = new double[width * width];
    for (Group group : groups.all()) {
      group.moments(Group.LEVELS, moments);
      kernel.add(states, group.first, moments);
    }
    return of(setup, basis, kernel.matrix());
  }

  /** The sum of {@code a^2 <x_k, x_l> + <w, x_k> <w, x_l>} over neurons with both gates open. */
  private static final class Kernel {
    private final Setup setup;
    private final int n;
    private final int d;
    private final double[] x;
    private final double[] own;
    private final double[] mixed;
    private final double[] gates;
    private final double[] along;

    Kernel(Setup setup) {
      this.setup = setup;
      n = setup.n;
      d = setup.d;
      x = setup.problem.data().x().toRowMajor();
      own = new double[n * n];
      mixed = new double[n * n];
      gates = new double[n];
      along = new double[n];
    }

    /** Adds one neuron. */
    void add(Neurons states, int j) {
      int at = j * (d + 1);
      double square = states.z[at] * states.z[at];
      for (int k = 0; k < n; k++) {
        gates[k] = gate(setup, states, j, k);
        double u = 0;
        for (int c = 0; c < d && gates[k] != 0; c++) {
          u += states.z[at + 1 + c] * x[k * d + c];
        }
        along[k] = setup.trainOutput ? gates[k] * u : 0;
      }
      for (int k = 0; k < n; k++) {
        if (gates[k] == 0) {
          continue;
        }
        double weighted = square * gates[k];
        double mine = along[k];
        for (int l = 0; l <= k; l++) {
          own[k * n + l] += weighted * gates[l];
          mixed[k * n + l] += mine * along[l];
        }
      }
    }

    /** Adds neurons with the gates of one of them and a sum of {@code z z^T}. */
    void add(Neurons states, int like, double[] moments) {
      double[] image = new double[d];
      for (int k = 0; k < n; k++) {
        gates[k] = gate(setup, states, like, k);
      }
      for (int k = 0; k < n; k++) {
        if (gates[k] == 0) {
          continue;
        }
        for (int r = 0; r < d && setup.trainOutput; r++) {
          double part = 0;
          for (int c = 0; c < d; c++) {
            part += moments[(r + 1) * (d + 1) + 1 + c] * x[k * d + c];
          }
          image[r] = gates[k] * part;
        }
        for (int l = 0; l <= k; l++) {
          double product = 0;
          for (int c = 0; c < d && gates[l] != 0; c++) {
            product += image[c] * x[l * d + c];
          }
          own[k * n + l] += moments[0] * gates[k] * gates[l];
          mixed[k * n + l] += gates[l] * product;
        }
      }
    }

    DMatrixRMaj matrix() {
      DMatrixRMaj matrix = new DMatrixRMaj(n, n);
      for (int k = 0; k < n; k++) {
        double factor = Math.abs(setup.residuals.residualSlope(k, 0)) / n;
        for (int l = 0; l <= k; l++) {
          double product = 0;
          for (int c = 0; c < d; c++) {
            product += x[k * d + c] * x[l * d + c];
          }
          double value = factor * (own[k * n + l] * product + mixed[k * n + l]);
          matrix.set(k, l, value);
          matrix.set(l, k, value);
        }
      }
      return matrix;
    }
  }

  private static Slaving of(Setup setup, TimeBasis basis, DMatrixRMaj kernel) {
    int n = setup.n;
    EigenDecomposition_F64<DMatrixRMaj> eigen = DecompositionFactory_DDRM.eig(n, true, true);
    if (!eigen.decompose(kernel)) {
      return null;
    }
    double[] values = new double[n];
    double[][] vectors = new double[n][];
    for (int i = 0; i < n; i++) {
      DMatrixRMaj vector = eigen.getEigenVector(i);
      if (vector == null) {
        return null;
      }
      values[i] = Math.max(0, eigen.getEigenvalue(i).getReal());
      vectors[i] = vector.getData().clone();
    }
    return new Slaving(setup, basis, values, vectors);
  }

  private static double gate(Setup setup, Neurons states, int j, int k) {
    int line = setup.lines.lineOf(k);
    int side = line < 0 ? 0 : states.side(j, line);
    if (side == 0) {
      return 0;
    }
    return side > 0 == setup.lines.coefficient(k) > 0 ? 1 : setup.slope;
  }

  /**
   * Corrects a guess.
   *
   * @param used residuals at the nodes under which neurons were walked; overwritten with better
   *     ones
   * @param found what came out
   */
  void correct(double[] used, double[] found, double length) {
    int q = basis.degree();
    int stride = q + 1;
    double[] part = new double[q];
    double[][] matrix = new double[q][q];
    double[] change = new double[setup.n * q];
    for (int e = 0; e < values.length; e++) {
      java.util.Arrays.fill(part, 0);
      for (int k = 0; k < setup.n; k++) {
        double v = vectors[e][k];
        for (int i = 0; i < q; i++) {
          part[i] += v * (found[k * stride + 1 + i] - used[k * stride + 1 + i]);
        }
      }
      double z = values[e] * length;
      for (int i = 0; i < q; i++) {
        for (int j = 0; j < q; j++) {
          matrix[i][j] = (i == j ? 1 : 0) + z * basis.integral(i + 1, j + 1);
        }
      }
      solve(matrix, part);
      for (int k = 0; k < setup.n; k++) {
        double v = vectors[e][k];
        for (int i = 0; i < q; i++) {
          change[k * q + i] += v * part[i];
        }
      }
    }
    for (int k = 0; k < setup.n; k++) {
      for (int i = 0; i < q; i++) {
        used[k * stride + 1 + i] += change[k * q + i];
      }
    }
  }

  /** Gaussian elimination with row exchange; the solution replaces the right-hand side. */
  private static void solve(double[][] matrix, double[] right) {
    int size = right.length;
    for (int c = 0; c < size; c++) {
      int best = c;
      for (int r = c + 1; r < size; r++) {
        if (Math.abs(matrix[r][c]) > Math.abs(matrix[best][c])) {
          best = r;
        }
      }
      double[] row = matrix[c];
      matrix[c] = matrix[best];
      matrix[best] = row;
      double held = right[c];
      right[c] = right[best];
      right[best] = held;
      for (int r = c + 1; r < size; r++) {
        double factor = matrix[r][c] / matrix[c][c];
        for (int i = c; i < size; i++) {
          matrix[r][i] -= factor * matrix[c][i];
        }
        right[r] -= factor * right[c];
      }
    }
    for (int r = size - 1; r >= 0; r--) {
      for (int i = r + 1; i < size; i++) {
        right[r] -= matrix[r][i] * right[i];
      }
      right[r] /= matrix[r][r];
    }
  }
}
