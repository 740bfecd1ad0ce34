package org.flowproof.flow.structured;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.EigenDecomposition_F64;
import org.flowproof.flow.KinkLines;
import org.flowproof.flow.Residuals;
import org.flowproof.problem.Activation;
import org.flowproof.problem.Dynamics;
import org.flowproof.problem.Network;
import org.flowproof.problem.Problem;

/** What stays the same in a run: sizes, lines, constants of the data. Immutable after creation. */
final class Setup {
  final Problem problem;
  final KinkLines lines;
  final Residuals residuals;
  final int m;
  final int n;
  final int d;
  final int lineCount;

  /** Words of a bit set over the lines. */
  final int words;

  final double slope;
  final boolean trainOutput;
  final boolean labelsOnly;

  /** Coordinate c of the direction of line l at {@code c * lineCount + l}. */
  final double[] columns;

  /** {@code dg_l/dh} per line, up to the sign: what a change of an output does to the pull. */
  final double[] gain;

  /** Largest eigenvalue of {@code sum_l gain_l e_l e_l^T}. */
  final double largestGain;

  /** A change of pulls {@code (g_l)} changes a neuron's pull by at most this times its norm. */
  final double spread;

  final double relativeNoise;

  Setup(Problem problem, double tolerance) {
    this.problem = problem;
    lines = KinkLines.of(problem.data().x());
    residuals = Residuals.of(problem);
    m = problem.network().width();
    n = problem.data().n();
    d = problem.data().d();
    lineCount = lines.count();
    words = (lineCount + 63) / 64;
    slope = problem.network().activation() instanceof Activation.Leaky leaky ? leaky.slope() : 0;
    trainOutput = problem.network().trained() == Network.Trained.BOTH;
    labelsOnly =
        problem.dynamics() instanceof Dynamics.Flow flow
            && flow.residual() == Dynamics.Residual.LABELS;
    columns = new double[d * lineCount];
    gain = new double[lineCount];
    double[] ones = new double[lineCount];
    for (int l = 0; l < lineCount; l++) {
      ones[l] = 1;
      for (int c = 0; c < d; c++) {
        columns[c * lineCount + l] = lines.direction(l)[c];
      }
      for (int k : lines.members(l)) {
        double size = lines.coefficient(k);
        gain[l] += Math.abs(residuals.residualSlope(k, 0)) * size * size / n;
      }
    }
    largestGain = largestEigenvalue(gain);
    spread = Math.sqrt(largestEigenvalue(ones));
    relativeNoise = Math.max(1e-12, 64 * tolerance);
  }

  /**
   * Inner products of a vector with the directions of all lines.
   *
   * @param v {@code d} numbers from {@code at} on
   */
  void along(double[] v, int at, double[] into) {
    java.util.Arrays.fill(into, 0);
    for (int c = 0; c < d; c++) {
      double part = v[at + c];
      int from = c * lineCount;
      for (int l = 0; l < lineCount; l++) {
        into[l] += part * columns[from + l];
      }
    }
  }

  private double largestEigenvalue(double[] weights) {
    DMatrixRMaj matrix = new DMatrixRMaj(d, d);
    for (int l = 0; l < lineCount; l++) {
      double[] e = lines.direction(l);
      for (int r = 0; r < d; r++) {
        for (int c = 0; c < d; c++) {
          matrix.add(r, c, weights[l] * e[r] * e[c]);
        }
      }
    }
    EigenDecomposition_F64<DMatrixRMaj> eigen = DecompositionFactory_DDRM.eig(d, false, true);
    if (!eigen.decompose(matrix)) {
      throw new IllegalStateException("no eigenvalues of the second moments of the data");
    }
    double largest = 0;
    for (int i = 0; i < d; i++) {
      largest = Math.max(largest, eigen.getEigenvalue(i).getReal());
    }
    return largest;
  }
}
