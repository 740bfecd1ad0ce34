package org.flowproof.flow.cones;

import org.flowproof.formula.NoValueException;
import org.flowproof.formula.Rational;
import org.flowproof.problem.Problem;

/**
 * The scale of initialization {@code lambda*} below which Boursier and Flammarion, Early alignment,
 * Theorem 1, applies:
 *
 * <pre>
 * [ min { n / sum |x_k|^2 min(alpha_min^2 D_min / 8, alpha_0^2 D_min / 4, delta_0),
 *         min_k |ell'(0, y_k)| / |x_k| } ] ^ (1 / (2 - 4 epsilon))           (21)
 * </pre>
 *
 * <p>Samples that are 0 are left out of the second minimum.
 */
public final class AlignmentScale {
  private AlignmentScale() {}

  /**
   * Its value, with a relative error of some roundings.
   *
   * @param constants of all cones of the problem
   * @param epsilon in (0, 1/3): the alignment phase ends at {@code epsilon log(1/lambda) / D_max}
   * @param alpha0 in (0, 1]: how far from the pull's negative neurons have to start
   * @return at least 0; 0 when no scale is small enough by this bound
   * @throws NoValueException when the loss is not one of the theorem's, every pull is 0, or there
   *     is no extremal vector
   * @throws IllegalArgumentException for epsilon or alpha0 out of range
   */
  public static double of(
      Problem problem, AlignmentConstants constants, double epsilon, double alpha0) {
    if (!(epsilon > 0 && epsilon < 1.0 / 3) || !(alpha0 > 0 && alpha0 <= 1)) {
      throw new IllegalArgumentException("epsilon " + epsilon + ", alpha0 " + alpha0);
    }
    if (ZeroOutput.lipschitz(problem).compareTo(Rational.ONE) > 0) {
      throw new NoValueException(
          "the derivative of the loss changes faster than the output (Assumption 1 of the paper)");
    }
    double shortest = root(constants.smallestPull2());
    double first = constants.alphaMin2().toDouble() * shortest / 8;
    double second = alpha0 * alpha0 * shortest / 4;
    double reach = Math.min(Math.min(first, second), root(constants.delta2()));
    ZeroOutput data = ZeroOutput.of(problem);
    Rational n = Rational.of(problem.data().n());
    Rational squares = Rational.ZERO;
    double labels = Double.POSITIVE_INFINITY;
    for (int k = 0; k < data.samples().size(); k++) {
      Rational square = data.samples().get(k).norm2();
      squares = squares.plus(square);
      // the pull is ell' x_k / n
      Rational ratio2 = data.pulls().get(k).norm2().times(n).times(n).dividedBy(square.pow(2));
      labels = Math.min(labels, root(ratio2));
    }
    double smallest = Math.min(n.dividedBy(squares).toDouble() * reach, labels);
    return StrictMath.pow(smallest, 1 / (2 - 4 * epsilon));
  }

  private static double root(Rational square) {
    return Math.sqrt(square.toDouble());
  }
}
