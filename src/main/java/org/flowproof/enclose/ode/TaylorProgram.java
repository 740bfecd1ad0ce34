package org.flowproof.enclose.ode;

import java.util.ArrayList;
import java.util.List;
import org.flowproof.enclose.ode.PolynomialSystem.Node;
import org.flowproof.formula.Rational;

/**
 * A system in one kind of numbers, with its constants converted once.
 *
 * @param <T> the numbers
 */
final class TaylorProgram<T> {
  private final PolynomialSystem system;
  private final SeriesArithmetic<T> arithmetic;
  private final T zero;

  /** Of constants and scaled nodes; null for others. */
  private final List<T> constants = new ArrayList<>();

  TaylorProgram(PolynomialSystem system, SeriesArithmetic<T> arithmetic) {
    this.system = system;
    this.arithmetic = arithmetic;
    this.zero = arithmetic.of(Rational.ZERO);
    for (Node node : system.nodes()) {
      constants.add(
          node instanceof PolynomialSystem.Constant constant
              ? arithmetic.of(constant.value())
              : node instanceof PolynomialSystem.Scaled scaled
                  ? arithmetic.of(scaled.factor())
                  : null);
    }
  }

  /**
   * The Taylor coefficients of the solution in time: those of order i of unknown v at {@code
   * get(v).get(i)}, the values themselves at order 0.
   *
   * @param start the unknowns at the time of expansion
   * @param order the highest order
   */
  List<List<T>> coefficients(List<T> start, int order) {
    List<List<T>> unknowns = new ArrayList<>();
    for (T value : start) {
      List<T> series = new ArrayList<>(order + 1);
      series.add(value);
      unknowns.add(series);
    }
    List<List<T>> results = new ArrayList<>();
    for (int i = 0; i < system.nodes().size(); i++) {
      results.add(
          system.nodes().get(i) instanceof PolynomialSystem.Variable variable
              ? unknowns.get(variable.index())
              : new ArrayList<>(order));
    }
    for (int k = 0; k < order; k++) {
      for (int i = 0; i < results.size(); i++) {
        if (!(system.nodes().get(i) instanceof PolynomialSystem.Variable)) {
          results.get(i).add(coefficient(i, k, results));
        }
      }
      for (int v = 0; v < unknowns.size(); v++) {
        T rate = results.get(system.rates().get(v)).get(k);
        unknowns.get(v).add(arithmetic.over(rate, k + 1));
      }
    }
    return unknowns;
  }

  /** The value of one intermediate result at given unknowns. */
  T value(int place, List<T> unknowns) {
    List<List<T>> results = new ArrayList<>();
    for (int i = 0; i <= place; i++) {
      results.add(
          List.of(
              system.nodes().get(i) instanceof PolynomialSystem.Variable variable
                  ? unknowns.get(variable.index())
                  : coefficient(i, 0, results)));
    }
    return results.get(place).get(0);
  }

  private T coefficient(int place, int k, List<List<T>> results) {
    Node node = system.nodes().get(place);
    if (node instanceof PolynomialSystem.Constant) {
      return k == 0 ? constants.get(place) : zero;
    }
    if (node instanceof PolynomialSystem.Scaled scaled) {
      return arithmetic.times(constants.get(place), results.get(scaled.operand()).get(k));
    }
    if (node instanceof PolynomialSystem.Sum sum) {
      return arithmetic.plus(results.get(sum.left()).get(k), results.get(sum.right()).get(k));
    }
    if (node instanceof PolynomialSystem.Difference difference) {
      return arithmetic.minus(
          results.get(difference.left()).get(k), results.get(difference.right()).get(k));
    }
    PolynomialSystem.Product product = (PolynomialSystem.Product) node;
    List<T> left = results.get(product.left());
    return product.left() == product.right()
        ? square(left, k)
        : product(left, results.get(product.right()), k);
  }

  private T product(List<T> left, List<T> right, int k) {
    T sum = arithmetic.times(left.get(0), right.get(k));
    for (int i = 1; i <= k; i++) {
      sum = arithmetic.plus(sum, arithmetic.times(left.get(i), right.get(k - i)));
    }
    return sum;
  }

  private T square(List<T> series, int k) {
    T middle = k % 2 == 0 ? arithmetic.square(series.get(k / 2)) : null;
    if (k == 0) {
      return middle;
    }
    T sum = arithmetic.times(series.get(0), series.get(k));
    for (int i = 1; i < k - i; i++) {
      sum = arithmetic.plus(sum, arithmetic.times(series.get(i), series.get(k - i)));
    }
    T twice = arithmetic.twice(sum);
    return middle == null ? twice : arithmetic.plus(twice, middle);
  }
}
