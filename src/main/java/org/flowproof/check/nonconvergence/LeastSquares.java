package org.flowproof.check.nonconvergence;

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
    for (int i = 0; i < data.d(); i++) {
      ExactVector row = ExactVector.zero(data.d());
      Rational right = Rational.ZERO;
      for (int k = 0; k < data.n(); k++) {
        ExactVector sample = data.samples().get(k);
        row = row.plus(sample.times(sample.get(i)));
        right = right.plus(data.labels().get(k).times(sample.get(i)));
      }
      List<Rational> equation = new ArrayList<>(row.entries());
      equation.add(right);
      equations.add(equation);
    }
    ExactVector beta = new ExactVector(Elimination.solve(equations));
    List<Rational> predictions = data.samples().stream().map(beta::dot).toList();
    Rational squares = Rational.ZERO;
    for (int k = 0; k < data.n(); k++) {
      squares = squares.plus(data.labels().get(k).minus(predictions.get(k)).pow(2));
    }
    return Optional.of(
        new LeastSquares(beta, predictions, squares.dividedBy(Rational.of(data.n()))));
  }
}
