package org.flowproof.check.alignment;

import java.util.OptionalDouble;
import org.flowproof.formula.Rational;
import org.flowproof.problem.Problem;

/**
 * The scale of initialization: weights are {@code (lambda/sqrt(m)) (a~_j, w~_j)} with {@code (1/k)
 * sum_{j <= k} a~_j^2 <= 1} for all k (equations (3) and (5) of the paper).
 *
 * @param lambda as asked for, or else the smallest double that meets (5)
 * @param asked whether it was asked for
 * @param largestMean the largest of the means in (5)
 * @param prefix the k at which it is attained, 1-based
 * @param met whether (5) holds, decided exactly
 */
public record InitialScale(
    double lambda, boolean asked, double largestMean, int prefix, boolean met) {

  static InitialScale of(Problem problem, OptionalDouble wanted) {
    int m = problem.network().width();
    Rational sum = Rational.ZERO;
    Rational most = Rational.ZERO;
    int prefix = 1;
    for (int j = 0; j < m; j++) {
      sum = sum.plus(Rational.ofDouble(problem.initial().a().get(j)).pow(2));
      Rational mean = sum.times(Rational.of(m, j + 1));
      if (mean.compareTo(most) > 0) {
        most = mean;
        prefix = j + 1;
      }
    }
    double lambda = wanted.orElse(smallest(most));
    Rational square = Rational.ofDouble(lambda).pow(2);
    double largest = most.signum() == 0 ? 0 : most.dividedBy(square).toDouble();
    return new InitialScale(
        lambda, wanted.isPresent(), largest, prefix, most.compareTo(square) <= 0);
  }

  /** The smallest double whose exact square is at least a number. */
  private static double smallest(Rational square) {
    if (square.signum() == 0) {
      return 0;
    }
    double root = Math.sqrt(square.toDouble());
    while (Rational.ofDouble(root).pow(2).compareTo(square) >= 0) {
      root = Math.nextDown(root);
    }
    while (Rational.ofDouble(root).pow(2).compareTo(square) < 0) {
      root = Math.nextUp(root);
    }
    return root;
  }
}
