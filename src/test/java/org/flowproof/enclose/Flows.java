package org.flowproof.enclose;

import java.util.Random;
import org.flowproof.enclose.path.FlowModel;
import org.flowproof.enclose.taylor.Series;
import org.flowproof.problem.Activation;
import org.flowproof.problem.DataSet;
import org.flowproof.problem.Dynamics;
import org.flowproof.problem.Loss;
import org.flowproof.problem.Matrix;
import org.flowproof.problem.Network;
import org.flowproof.problem.Problem;
import org.flowproof.problem.Vec;
import org.flowproof.problem.Weights;

/** Problems for tests of tubes. */
public final class Flows {
  private Flows() {}

  /** Squared loss, factor 1/(2n), both layers trained. */
  public static Problem squared(
      double[][] x, double[] y, double[][] w, double[] a, double slope, double end) {
    return of(x, y, w, a, slope, Loss.Kind.SQUARED, Network.Trained.BOTH, end);
  }

  /** The same with the factor 1/2. */
  public static Problem summed(
      double[][] x, double[] y, double[][] w, double[] a, double slope, double end) {
    Problem mean = squared(x, y, w, a, slope, end);
    return new Problem(
        mean.data(),
        mean.network(),
        new Loss(Loss.Kind.SQUARED, Loss.Factor.HALF_SUM),
        mean.initial(),
        mean.initialOrigin(),
        mean.dynamics());
  }

  public static Problem of(
      double[][] x,
      double[] y,
      double[][] w,
      double[] a,
      double slope,
      Loss.Kind loss,
      Network.Trained trained,
      double end) {
    return new Problem(
        new DataSet(Matrix.of(x), Vec.of(y), "inline"),
        new Network(a.length, new Activation.Leaky(slope, slope), trained),
        new Loss(loss, loss == Loss.Kind.LOGISTIC ? Loss.Factor.MEAN : Loss.Factor.HALF_MEAN),
        new Weights(Matrix.of(w), Vec.of(a)),
        "inline",
        new Dynamics.Flow(
            Dynamics.Residual.FULL, 1e-12, new Dynamics.StopRule(end, 0, 5_000_000, false)));
  }

  /**
   * Gaussian samples with labels {@code x_1 + 0.3 N}, or their signs for the logistic loss, and a
   * start of the given scale with {@code |a_j| = |w_j|}.
   */
  public static Problem gaussian(
      int m,
      int n,
      int d,
      double scale,
      double slope,
      Loss.Kind loss,
      Network.Trained trained,
      long seed,
      double end) {
    Random random = new Random(seed);
    double[][] x = new double[n][d];
    double[] y = new double[n];
    for (int k = 0; k < n; k++) {
      for (int i = 0; i < d; i++) {
        x[k][i] = random.nextGaussian();
      }
      double label = x[k][0] + 0.3 * random.nextGaussian();
      y[k] = loss == Loss.Kind.LOGISTIC ? Math.signum(label) : label;
    }
    double[][] w = new double[m][d];
    double[] a = new double[m];
    for (int j = 0; j < m; j++) {
      double square = 0;
      for (int i = 0; i < d; i++) {
        w[j][i] = scale * random.nextGaussian();
        square += w[j][i] * w[j][i];
      }
      a[j] = (random.nextBoolean() ? 1 : -1) * Math.sqrt(square) * (1 + 1e-7);
    }
    return of(x, y, w, a, slope, loss, trained, end);
  }

  /** A problem of one neuron with a second one beside it, a quarter larger and turned a little. */
  public static Problem twins(Problem one) {
    double[] w = one.initial().w().row(0);
    double a = one.initial().a().get(0);
    double[] turned = new double[w.length];
    for (int i = 0; i < w.length; i++) {
      turned[i] = 1.25 * w[i] + (i % 2 == 0 ? 0.01 : -0.01) * a;
    }
    double[][] x = new double[one.data().n()][];
    for (int k = 0; k < x.length; k++) {
      x[k] = one.data().x().row(k);
    }
    return of(
        x,
        one.data().y().toArray(),
        new double[][] {w, turned},
        new double[] {a, 1.25 * a},
        ((Activation.Leaky) one.network().activation()).slope(),
        one.loss().kind(),
        one.network().trained(),
        ((Dynamics.Flow) one.dynamics()).stop().time());
  }

  /** The model of a problem that has one. */
  public static FlowModel model(Problem problem) {
    return ((FlowModel.Outcome.Suitable) FlowModel.of(problem)).model();
  }

  /** The tube up to the end time of a problem. */
  public static Enclosure enclose(Problem problem) {
    double end = ((Dynamics.Flow) problem.dynamics()).stop().time();
    return ((FlowCertifier.Outcome.Tried) FlowCertifier.enclose(problem, end)).enclosure();
  }

  /** The coefficients of a path as precise flows are compared with them. */
  public static double[] pairs(Series series) {
    double[] pairs = new double[2 * (series.degree() + 1)];
    for (int l = 0; l <= series.degree(); l++) {
      pairs[2 * l] = series.coefficient(l);
      pairs[2 * l + 1] = l < series.pairs() ? series.rest(l) : 0;
    }
    return pairs;
  }
}
