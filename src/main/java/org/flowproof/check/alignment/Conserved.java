package org.flowproof.check.alignment;

import org.flowproof.formula.Rational;
import org.flowproof.problem.Problem;

/** {@code a_j^2 - |w_j|^2}, which every solution conserves (Lemma 1 of the paper), exactly. */
final class Conserved {
  private Conserved() {}

  /**
   * Its value for one neuron.
   *
   * @param neuron 0-based
   */
  static Rational difference(Problem problem, int neuron) {
    return Rational.ofDouble(problem.initial().a().get(neuron))
        .pow(2)
        .minus(norm2(problem.initial().w().row(neuron)));
  }

  static Rational norm2(double[] w) {
    Rational sum = Rational.ZERO;
    for (double entry : w) {
      sum = sum.plus(Rational.ofDouble(entry).pow(2));
    }
    return sum;
  }
}
