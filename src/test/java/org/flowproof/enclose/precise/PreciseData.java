package org.flowproof.enclose.precise;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.flowproof.problem.Activation;
import org.flowproof.problem.Loss;
import org.flowproof.problem.Matrix;
import org.flowproof.problem.Network;
import org.flowproof.problem.Problem;

/**
 * The numbers of a problem, exactly.
 *
 * @param x samples
 * @param y labels
 * @param w hidden weights
 * @param a output weights
 * @param slope on the negative side
 * @param logistic whether the loss is logistic, squared otherwise
 * @param both whether the output weights move
 * @param numerator of what a residual is multiplied by
 * @param denominator of the same
 */
public record PreciseData(
    List<List<BigDecimal>> x,
    List<BigDecimal> y,
    List<List<BigDecimal>> w,
    List<BigDecimal> a,
    BigDecimal slope,
    boolean logistic,
    boolean both,
    int numerator,
    int denominator) {

  /** The doubles of a problem. */
  public static PreciseData of(Problem problem) {
    int n = problem.data().n();
    boolean logistic = problem.loss().kind() == Loss.Kind.LOGISTIC;
    // loss = factor * sum r^2 or factor * sum log(1 + exp(-y h))
    int numerator = logistic ? 1 : 2;
    int denominator =
        switch (problem.loss().factor()) {
          case HALF_MEAN -> 2 * n;
          case MEAN -> n;
          case HALF_SUM -> 2;
          case SUM -> 1;
        };
    return new PreciseData(
        exact(problem.data().x()),
        exact(problem.data().y().toArray()),
        exact(problem.initial().w()),
        exact(problem.initial().a().toArray()),
        new BigDecimal(((Activation.Leaky) problem.network().activation()).slope()),
        logistic,
        problem.network().trained() == Network.Trained.BOTH,
        numerator,
        denominator);
  }

  private static List<List<BigDecimal>> exact(Matrix matrix) {
    return IntStream.range(0, matrix.rows()).mapToObj(row -> exact(matrix.row(row))).toList();
  }

  private static List<BigDecimal> exact(double[] values) {
    return Arrays.stream(values).mapToObj(BigDecimal::new).toList();
  }

  /**
   * The same with other initial weights: of every neuron the hidden ones, then the output weight.
   */
  public PreciseData from(BigDecimal[][] z) {
    int d = z[0].length - 1;
    return new PreciseData(
        x,
        y,
        Arrays.stream(z).map(row -> List.of(Arrays.copyOf(row, d))).toList(),
        Arrays.stream(z).map(row -> row[d]).toList(),
        slope,
        logistic,
        both,
        numerator,
        denominator);
  }
}
