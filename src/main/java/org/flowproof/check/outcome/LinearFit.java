package org.flowproof.check.outcome;

import org.flowproof.problem.DataSet;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.linear.RealVector;
import org.hipparchus.linear.SingularValueDecomposition;

/**
 * The least-squares fit of a linear map to some samples, of least norm where several fit alike.
 *
 * @param coefficients d numbers
 * @param error bound on the error of each prediction at these samples
 */
record LinearFit(RealVector coefficients, double error) {
  private static final double UNIT = 0.5 * Math.ulp(1.0);

  /**
   * Fits.
   *
   * @param samples 0-based; none give the zero map
   */
  static LinearFit of(DataSet data, int[] samples) {
    if (samples.length == 0) {
      return new LinearFit(MatrixUtils.createRealVector(new double[data.d()]), 0);
    }
    double[][] rows = new double[samples.length][];
    double[] labels = new double[samples.length];
    for (int i = 0; i < samples.length; i++) {
      rows[i] = data.x().row(samples[i]);
      labels[i] = data.y().get(samples[i]);
    }
    RealMatrix x = MatrixUtils.createRealMatrix(rows);
    RealVector y = MatrixUtils.createRealVector(labels);
    SingularValueDecomposition svd = new SingularValueDecomposition(x);
    RealVector beta = svd.getSolver().solve(y);
    // one step of refinement
    beta = beta.add(svd.getSolver().solve(y.subtract(x.operate(beta))));
    double[] values = svd.getSingularValues();
    double condition = values[0] / values[Math.max(0, svd.getRank() - 1)];
    double error = 8 * (samples.length + data.d()) * UNIT * condition * y.getNorm();
    return new LinearFit(beta, error);
  }

  /** The prediction at any point. */
  double at(double[] x) {
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      sum += coefficients.getEntry(i) * x[i];
    }
    return sum;
  }
}
