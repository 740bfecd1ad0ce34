package org.flowproof.flow.cones;

import java.util.ArrayList;
import java.util.List;
import org.flowproof.formula.NoValueException;
import org.flowproof.formula.Rational;
import org.flowproof.problem.Activation;
import org.flowproof.problem.DataSet;
import org.flowproof.problem.Dynamics;
import org.flowproof.problem.Loss;
import org.flowproof.problem.Problem;

/**
 * A data set as the early-alignment flow sees it: samples, and what each would pull with while the
 * output of the network is 0. Samples that are 0 pull nothing and are left out.
 *
 * @param samples the samples that are not 0, exact
 * @param pulls for each of them {@code r_k x_k / n} with {@code r_k = -n dL/dh_k} at output 0
 * @param slope slope of the activation below zero
 */
record ZeroOutput(List<ExactVector> samples, List<ExactVector> pulls, Rational slope) {
  ZeroOutput {
    samples = List.copyOf(samples);
    pulls = List.copyOf(pulls);
  }

  /**
   * Reads a problem.
   *
   * @throws NoValueException when the activation has no kinks
   */
  static ZeroOutput of(Problem problem) {
    if (!(problem.network().activation() instanceof Activation.Leaky leaky)) {
      throw new NoValueException("a smooth activation has no cones");
    }
    DataSet data = problem.data();
    Rational factor = residualPerLabel(problem).dividedBy(Rational.of(data.n()));
    List<ExactVector> samples = new ArrayList<>();
    List<ExactVector> pulls = new ArrayList<>();
    for (int k = 0; k < data.n(); k++) {
      ExactVector sample = ExactVector.of(data.x().row(k));
      if (!sample.isZero()) {
        samples.add(sample);
        pulls.add(sample.times(Rational.ofDouble(data.y().get(k)).times(factor)));
      }
    }
    return new ZeroOutput(samples, pulls, Rational.ofDouble(leaky.slope()));
  }

  /** At output 0 the residual of every loss is a multiple of the label. */
  private static Rational residualPerLabel(Problem problem) {
    if (problem.dynamics() instanceof Dynamics.Flow flow
        && flow.residual() == Dynamics.Residual.LABELS) {
      return Rational.ONE;
    }
    Rational n = Rational.of(problem.data().n());
    Rational squared =
        switch (problem.loss().factor()) {
          case HALF_MEAN -> Rational.ONE;
          case MEAN -> Rational.of(2);
          case HALF_SUM -> n;
          case SUM -> n.times(Rational.of(2));
        };
    // the derivative at h = 0 is -2y for (y - h)^2, -y/2 for log(1 + exp(-y h)), -y for exp(-y h)
    return switch (problem.loss().kind()) {
      case SQUARED -> squared;
      case LOGISTIC -> squared.dividedBy(Rational.of(4));
      case EXPONENTIAL -> squared.dividedBy(Rational.of(2));
    };
  }

  /**
   * The least Lipschitz constant of the derivative of {@code ell} in {@code L = (1/n) sum_k
   * ell(h(x_k), y_k)}, for the labels of a problem.
   *
   * @throws NoValueException for the exponential loss, which has none
   */
  static Rational lipschitz(Problem problem) {
    Rational perLabel = residualPerLabel(problem);
    if (problem.loss().kind() == Loss.Kind.SQUARED) {
      return perLabel;
    }
    if (problem.loss().kind() == Loss.Kind.EXPONENTIAL) {
      throw new NoValueException("the derivative of the exponential loss is not Lipschitz");
    }
    // y^2/4 against y/2 for log(1 + exp(-y h))
    Rational most = Rational.ZERO;
    for (double y : problem.data().y().toArray()) {
      Rational square = Rational.ofDouble(y).pow(2);
      most = square.compareTo(most) > 0 ? square : most;
    }
    return perLabel.times(most).dividedBy(Rational.of(2));
  }

  /** The pull of a sample with the gate that a sign of its preactivation gives; not for sign 0. */
  ExactVector gated(int k, int sign) {
    return sign > 0 ? pulls.get(k) : pulls.get(k).times(slope);
  }

  /** The sum of all gated pulls at a weight that is on no kink. */
  ExactVector pullAt(ExactVector w) {
    ExactVector sum = ExactVector.zero(w.dimension());
    for (int k = 0; k < samples.size(); k++) {
      sum = sum.plus(gated(k, w.dot(samples.get(k)).signum()));
    }
    return sum;
  }
}
