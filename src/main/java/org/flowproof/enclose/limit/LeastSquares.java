package org.flowproof.enclose.limit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.LinearSolverFactory_DDRM;
import org.ejml.interfaces.linsol.LinearSolverDense;
import org.flowproof.enclose.interval.Interval;

/**
 * A least-squares problem with independent columns, solved in doubles and enclosed: for any
 * coefficients b, {@code |B (beta* - b)| <= |B'(y - B b)| / sqrt(least eigenvalue of B'B)}.
 *
 * @param least at most the least eigenvalue of {@code B'B}, positive
 * @param fit encloses the fitted values
 * @param squares encloses the squared norm of what is left of y
 */
record LeastSquares(double least, List<Interval> fit, Interval squares) {
  LeastSquares {
    fit = List.copyOf(fit);
  }

  /**
   * Solves.
   *
   * @param columns enclosures of the columns
   * @return empty when the columns are not proven independent
   */
  static Optional<LeastSquares> of(List<List<Interval>> columns, double[] y) {
    int n = y.length;
    int p = columns.size();
    if (p == 0) {
      return Optional.empty();
    }
    Interval[][] gram = new Interval[p][p];
    for (int i = 0; i < p; i++) {
      for (int l = 0; l <= i; l++) {
        Interval sum = Interval.ZERO;
        for (int k = 0; k < n; k++) {
          sum =
              sum.plus(
                  i == l
                      ? columns.get(i).get(k).square()
                      : columns.get(i).get(k).times(columns.get(l).get(k)));
        }
        gram[i][l] = sum;
        gram[l][i] = sum;
      }
    }
    double least = LeastEigenvalue.of(gram);
    if (!(least > 0)) {
      return Optional.empty();
    }
    double[] b = solve(columns, y);
    List<Interval> residual = new ArrayList<>();
    for (int k = 0; k < n; k++) {
      Interval r = Interval.of(y[k]);
      for (int i = 0; i < p; i++) {
        r = r.minus(columns.get(i).get(k).times(b[i]));
      }
      residual.add(r);
    }
    Interval gradient = Interval.ZERO;
    for (int i = 0; i < p; i++) {
      Interval sum = Interval.ZERO;
      for (int k = 0; k < n; k++) {
        sum = sum.plus(columns.get(i).get(k).times(residual.get(k)));
      }
      gradient = gradient.plus(sum.square());
    }
    // squared distance of B b from the fit, so that |y - fit|^2 is that much below |y - B b|^2
    Interval off = gradient.divide(Interval.of(least));
    Interval above = Interval.ZERO;
    List<Interval> fit = new ArrayList<>();
    double shift = off.sqrt().upper();
    for (int k = 0; k < n; k++) {
      above = above.plus(residual.get(k).square());
      fit.add(Interval.of(y[k]).minus(residual.get(k)).plus(Interval.of(-shift, shift)));
    }
    double lower = Math.max(0, above.minus(Interval.of(off.upper())).lower());
    return Optional.of(
        new LeastSquares(least, fit, Interval.of(Math.min(lower, above.upper()), above.upper())));
  }

  private static double[] solve(List<List<Interval>> columns, double[] y) {
    int n = y.length;
    int p = columns.size();
    DMatrixRMaj a = new DMatrixRMaj(n, p);
    for (int i = 0; i < p; i++) {
      for (int k = 0; k < n; k++) {
        a.set(k, i, columns.get(i).get(k).midpoint());
      }
    }
    DMatrixRMaj right = new DMatrixRMaj(n, 1, true, y.clone());
    DMatrixRMaj solution = new DMatrixRMaj(p, 1);
    LinearSolverDense<DMatrixRMaj> solver = LinearSolverFactory_DDRM.leastSquares(n, p);
    if (!solver.setA(a.copy())) {
      return new double[p];
    }
    solver.solve(right, solution);
    double[] b = solution.getData().clone();
    refine(a, right, solver, b);
    return b;
  }

  /** One step of refinement: a smaller gradient makes a narrower enclosure. */
  private static void refine(
      DMatrixRMaj a, DMatrixRMaj y, LinearSolverDense<DMatrixRMaj> solver, double[] b) {
    DMatrixRMaj residual = new DMatrixRMaj(a.numRows, 1);
    for (int k = 0; k < a.numRows; k++) {
      org.flowproof.enclose.taylor.Compensated sum = new org.flowproof.enclose.taylor.Compensated();
      sum.add(y.get(k, 0));
      for (int i = 0; i < b.length; i++) {
        sum.addProduct(-a.get(k, i), b[i]);
      }
      residual.set(k, 0, sum.value());
    }
    DMatrixRMaj change = new DMatrixRMaj(b.length, 1);
    solver.solve(residual, change);
    for (int i = 0; i < b.length; i++) {
      b[i] += change.get(i, 0);
    }
  }
}
