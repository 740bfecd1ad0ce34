package org.flowproof.check.alignment;

import org.flowproof.check.alignment.Hypothesis.Status;
import org.flowproof.flow.cones.Cone;
import org.flowproof.flow.cones.ExactVector;
import org.flowproof.formula.Rational;
import org.flowproof.problem.Problem;

/**
 * Condition 1 of the paper for one neuron: with D the pull where it starts, {@code <D, w/a> >
 * -sqrt(1 - alpha_0^2) |D|}, and {@code w = 0} is absorbing, which it is when w never becomes 0.
 *
 * @param status MET, NOT_MET or UNKNOWN
 * @param reason what is not met or not known; empty when it is met
 * @param inner {@code <D, w/a> / |D|} at time 0; NaN when D is 0
 */
public record StartCondition(Status status, String reason, double inner) {

  /**
   * Decides it.
   *
   * @param neuron 0-based
   * @param offZero whether w is surely not 0 up to the end of the phase
   */
  static StartCondition of(Phase phase, int neuron, boolean offZero) {
    Problem problem = phase.problem();
    double a = problem.initial().a().get(neuron);
    double[] w = problem.initial().w().row(neuron);
    Cone cone = phase.cones().at(w);
    if (cone.pull().isZero()) {
      return new StartCondition(Status.NOT_MET, "it starts where the pull is 0", Double.NaN);
    }
    if (a == 0) {
      return new StartCondition(Status.NOT_MET, "its output weight is 0", Double.NaN);
    }
    Rational product = cone.pull().dot(ExactVector.of(w)).times(Rational.of(a > 0 ? 1 : -1));
    Rational scale2 = cone.pull().norm2().times(Rational.ofDouble(a).pow(2));
    Rational square = product.times(product);
    double inner =
        product.signum() == 0
            ? 0
            : product.signum() * Math.sqrt(square.dividedBy(scale2).toDouble());
    Rational share = Rational.ONE.minus(Rational.ofDouble(phase.request().alpha0()).pow(2));
    boolean towards =
        product.signum() > 0
            || product.signum() == 0 && share.signum() > 0
            || product.signum() < 0 && square.compareTo(share.times(scale2)) < 0;
    if (!towards) {
      return new StartCondition(
          Status.NOT_MET, "it starts too close to the negative of its pull", inner);
    }
    if (cone.kind() == Cone.Kind.ORIGIN) {
      return new StartCondition(Status.NOT_MET, "w starts at 0 and leaves it", inner);
    }
    if (!offZero) {
      return new StartCondition(
          Status.UNKNOWN, "w may become 0, and whether it then stays there is not known", inner);
    }
    return new StartCondition(Status.MET, "", inner);
  }
}
