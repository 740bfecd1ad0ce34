package org.flowproof.check.recovery;

import java.util.Arrays;
import java.util.Optional;
import org.flowproof.flow.Orthonormal;
import org.flowproof.formula.NoValueException;
import org.flowproof.problem.Dynamics;
import org.flowproof.problem.Problem;

/**
 * How far a run can still go, where the derivatives of the outputs are not degenerate. With
 * residuals r and derivatives J the velocity is {@code J^T r} times a constant, so that {@code |r|}
 * falls at least at the rate {@code kappa} along the path when {@code |J^T r| >= kappa |r|}: what
 * is left of the path is at most {@code |r|/kappa}, if {@code kappa} holds in a ball that it cannot
 * leave. J is enclosed in that ball.
 */
final class Remaining {
  private static final double[] WIDER = {2, 4, 10};

  /** More than second derivatives of outputs are: what residuals add to the curvature. */
  private static final double BENT = 100;

  private final Problem problem;
  private final double[] theta;
  private final double error;
  private final double residual;

  /**
   * @param theta weights at the end of a run: outputs, then hidden weights
   * @param error bound on their numerical error
   */
  Remaining(Problem problem, double[] theta, double error) {
    this.problem = problem;
    this.theta = theta;
    this.error = error;
    residual = Residual.norm(problem, theta);
  }

  /**
   * A distance from the weights within which the run tends to loss 0, when the derivatives have
   * full rank along the directions that it can take.
   *
   * @param directions orthonormal, of a subspace that the run stays in
   */
  Optional<Double> toZeroLoss(double[][] directions) {
    if (directions.length < problem.data().n()) {
      return Optional.empty();
    }
    TangentBox here = box(theta, 0, directions).orElse(null);
    if (here == null || here.smallest() <= here.deviation()) {
      return Optional.empty();
    }
    double guess = error + residual(here) / here.smallest();
    for (double wider : WIDER) {
      double radius = wider * guess;
      Optional<TangentBox> box = box(theta, radius, directions);
      double kappa = box.map(b -> b.smallest() - b.deviation()).orElse(0.0);
      if (kappa > 0) {
        double reach = error + steps(box.get()) * residual(box.get()) / kappa;
        if (reach <= radius) {
          return Optional.of(reach);
        }
      }
    }
    return Optional.empty();
  }

  /**
   * A bound on the distance from a point of the target set within which the run tends to a point of
   * the piece of the set through it, and on which all networks of loss 0 belong to that piece.
   *
   * @param point of the piece, the nearest to the weights
   * @param across orthonormal directions, all those that leave the piece inside a subspace that the
   *     run stays in
   */
  Optional<Double> toPiece(double[] point, double[][] across) {
    if (across.length > problem.data().n() || across.length == 0) {
      return Optional.empty();
    }
    double off = error;
    double squares = 0;
    for (int i = 0; i < theta.length; i++) {
      squares += (theta[i] - point[i]) * (theta[i] - point[i]);
    }
    off += Math.sqrt(squares);
    TangentBox here = box(point, 0, across).orElse(null);
    if (here == null || here.smallest() <= here.deviation()) {
      return Optional.empty();
    }
    double guess = off + residual(here) / here.smallest();
    for (double wider : WIDER) {
      double radius = wider * guess;
      Optional<TangentBox> box = box(point, radius, across);
      double kappa = box.map(Remaining::pull).orElse(0.0);
      if (kappa > 0) {
        double reach = off + steps(box.get()) * residual(box.get()) / kappa;
        if (reach <= radius) {
          return Optional.of(reach);
        }
      }
    }
    return Optional.empty();
  }

  /**
   * With s the smallest singular value in the middle, restricted to the directions across, e the
   * deviation and {@code J'} the mean of J on the way from the piece: {@code r = J' delta} for some
   * delta across, {@code |J delta| >= (s - e) |delta|} and {@code |J' - J| <= 2e}. So {@code
   * <delta, J^T r> >= |J delta| (s - 3e) |delta|}, and {@code |r| <= |J delta| (1 + 2e/(s - e))}.
   */
  private static double pull(TangentBox box) {
    double s = box.smallest();
    double e = box.deviation();
    return s > 3 * e ? (s - 3 * e) / (1 + 2 * e / (s - e)) : 0;
  }

  /** The residual at the true weights, which are within the error of those computed. */
  private double residual(TangentBox box) {
    return residual + whole(box) * error;
  }

  private double whole(TangentBox box) {
    // along directions that are left out derivatives may be larger
    return Math.max(
            box.largest(),
            box(theta, 0, identity(theta.length)).map(TangentBox::largest).orElse(Double.MAX_VALUE))
        + box.deviation();
  }

  /** The factor by which steps of a descent may go further than the flow. */
  private double steps(TangentBox box) {
    if (!(problem.dynamics() instanceof Dynamics.Descent descent)) {
      return 1;
    }
    double largest = whole(box);
    double curvature =
        descent.step()
            * 2
            * problem.loss().factor().value(problem.data().n())
            * (largest * largest + BENT * residual);
    return curvature < 2 ? 1 / (1 - curvature / 2) : Double.POSITIVE_INFINITY;
  }

  private Optional<TangentBox> box(double[] middle, double radius, double[][] directions) {
    try {
      return Optional.of(new TangentBox(problem, middle, radius, directions));
    } catch (NoValueException e) {
      // wide balls can leave where a formula has values: nothing is known of them then
      return Optional.empty();
    }
  }

  /** All directions. */
  static double[][] identity(int p) {
    double[][] rows = new double[p][p];
    for (int i = 0; i < p; i++) {
      rows[i][i] = 1;
    }
    return rows;
  }

  /** Orthonormal directions across given ones. */
  static double[][] complement(double[][] along, int p) {
    double[][] all = Arrays.copyOf(along, along.length + p);
    System.arraycopy(identity(p), 0, all, along.length, p);
    double[][] basis = Orthonormal.basis(all);
    return Arrays.copyOfRange(basis, along.length, basis.length);
  }
}
