package org.flowproof.flow.cones;

import java.util.ArrayList;
import java.util.List;
import org.flowproof.formula.Rational;

/** Linear equations with rational coefficients, exactly. */
public final class Elimination {
  private Elimination() {}

  /**
   * Solves a square system.
   *
   * @param equations k rows of k coefficients and the right side
   * @throws IllegalArgumentException when the coefficients are singular
   */
  public static List<Rational> solve(List<List<Rational>> equations) {
    int size = equations.size();
    List<List<Rational>> rows = new ArrayList<>(equations);
    for (int c = 0; c < size; c++) {
      int pivot = c;
      while (pivot < size && rows.get(pivot).get(c).signum() == 0) {
        pivot++;
      }
      if (pivot == size) {
        throw new IllegalArgumentException("singular equations");
      }
      List<Rational> top = scaled(rows.get(pivot), Rational.ONE.dividedBy(rows.get(pivot).get(c)));
      rows.set(pivot, rows.get(c));
      rows.set(c, top);
      for (int r = 0; r < size; r++) {
        Rational factor = rows.get(r).get(c);
        if (r != c && factor.signum() != 0) {
          rows.set(r, difference(rows.get(r), scaled(top, factor)));
        }
      }
    }
    return rows.stream().map(row -> row.get(size)).toList();
  }

  /**
   * Whether a symmetric matrix is positive definite.
   *
   * @param matrix k rows of k entries
   */
  static boolean positiveDefinite(List<List<Rational>> matrix) {
    List<List<Rational>> rows = new ArrayList<>(matrix);
    for (int c = 0; c < rows.size(); c++) {
      Rational pivot = rows.get(c).get(c);
      if (pivot.signum() <= 0) {
        return false;
      }
      for (int r = c + 1; r < rows.size(); r++) {
        Rational factor = rows.get(r).get(c).dividedBy(pivot);
        rows.set(r, difference(rows.get(r), scaled(rows.get(c), factor)));
      }
    }
    return true;
  }

  /**
   * Narrows a linear space by one equation {@code <w, normal> = 0}.
   *
   * @param basis of the space
   * @return a basis of the narrower space; the same one when the equation says nothing new
   */
  public static List<ExactVector> narrowed(List<ExactVector> basis, ExactVector normal) {
    for (int p = 0; p < basis.size(); p++) {
      Rational pivot = basis.get(p).dot(normal);
      if (pivot.signum() == 0) {
        continue;
      }
      List<ExactVector> narrower = new ArrayList<>();
      for (int i = 0; i < basis.size(); i++) {
        if (i != p) {
          Rational factor = basis.get(i).dot(normal).dividedBy(pivot).negate();
          narrower.add(
              factor.signum() == 0 ? basis.get(i) : basis.get(i).plus(basis.get(p).times(factor)));
        }
      }
      return narrower;
    }
    return basis;
  }

  /** The basis of the whole space. */
  public static List<ExactVector> units(int dimension) {
    List<ExactVector> units = new ArrayList<>();
    for (int i = 0; i < dimension; i++) {
      double[] entries = new double[dimension];
      entries[i] = 1;
      units.add(ExactVector.of(entries));
    }
    return units;
  }

  private static List<Rational> scaled(List<Rational> row, Rational factor) {
    return row.stream().map(e -> e.times(factor)).toList();
  }

  private static List<Rational> difference(List<Rational> left, List<Rational> right) {
    List<Rational> difference = new ArrayList<>();
    for (int i = 0; i < left.size(); i++) {
      difference.add(left.get(i).minus(right.get(i)));
    }
    return difference;
  }
}
