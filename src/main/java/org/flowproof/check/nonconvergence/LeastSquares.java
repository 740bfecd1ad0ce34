package org.flowproof.check.nonconvergence;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.flowproof.flow.cones.Elimination;
import org.flowproof.flow.cones.ExactVector;
import org.flowproof.formula.Rational;
import org.flowproof.problem.DataSet;

/**
 * The linear fit of least squares, exactly on the given doubles.
 *
 * @param beta the coefficients {@code beta*}
 * @param predictions {@code <beta*, x_k>}
 * @param meanSquare the mean of the squared residuals
 */
public record LeastSquares(ExactVector beta, List<Rational> predictions, Rational meanSquare) {
  public LeastSquares {
    predictions = List.copyOf(predictions);
  }

  /**
   * Fits a data set.
   *
   * @return empty when the samples do not span the space, so that the coefficients are not unique
   */
  public static Optional<LeastSquares> of(DataSet data) {
    return of(ExactData.of(data));
  }

  static Optional<LeastSquares> of(ExactData data) {
    List<ExactVector> beside = Elimination.units(data.d());
    for (ExactVector sample : data.samples()) {
      beside = Elimination.narrowed(beside, sample);
    }
    if (!beside.isEmpty()) {
      return Optional.empty();
    }
    List<List<Rational>> equations = new ArrayList<>();
    BigDecimal[][] x = decimals(data);
    BigDecimal[] y = data.labels().stream().map(LeastSquares::decimal).toArray(BigDecimal[]::new);
    List<Rational> pulls = new ArrayList<>();
    for (int i = 0; i < data.d(); i++) {
      List<Rational> equation = new ArrayList<>();
      for (int j = 0; j < data.d(); j++) {
        equation.add(product(x[i], x[j]));
      }
      pulls.add(product(x[i], y));
      equation.add(pulls.get(i));
      equations.add(equation);
    }
    ExactVector beta = new ExactVector(Elimination.solve(equations));
    List<Rational> predictions = data.samples().stream().map(beta::dot).toList();
    // what the fit leaves of the sum of the squares of the labels
    Rational squares = product(y, y).minus(beta.dot(new ExactVector(pulls)));
    return Optional.of(
        new LeastSquares(beta, predictions, squares.dividedBy(Rational.of(data.n()))));
  }

  /** Coordinates as rows: doubles are decimals, whose sums need no common factors taken out. */
  private static BigDecimal[][] decimals(ExactData data) {
    BigDecimal[][] rows = new BigDecimal[data.d()][data.n()];
    for (int i = 0; i < rows.length; i++) {
      for (int k = 0; k < rows[i].length; k++) {
        rows[i][k] = decimal(data.samples().get(k).get(i));
      }
    }
    return rows;
  }

  private static BigDecimal decimal(Rational value) {
    return new BigDecimal(value.numerator()).divide(new BigDecimal(value.denominator()));
  }

  private static Rational product(BigDecimal[] left, BigDecimal[] right) {
    BigDecimal sum = BigDecimal.ZERO;
    for (int k = 0; k < left.length; k++) {
      sum = sum.add(left[k].multiply(right[k]));
    }
    return Rational.ofDecimal(sum);
  }
}
