package org.flowproof.flow;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.flowproof.problem.Activation;
import org.flowproof.problem.Matrix;
import org.flowproof.problem.Problem;
import org.flowproof.problem.Vectors;

/**
 * The kinks of a data set: samples on one line through the origin share one hyperplane, hence one
 * kink and one common gate variable (theory notes, G2). Membership is decided exactly on the given
 * doubles.
 *
 * <p>With unit direction {@code e} of a line and {@code x_k = c_k e}, the gate of a sample is
 * {@code theta} when {@code c_k > 0} and {@code 1 + slope - theta} when {@code c_k < 0}, where
 * theta is 1 on the positive side of the line and the slope on the negative side. Zero samples
 * belong to no line.
 */
public final class KinkLines {
  private static final double CLEARLY_DIFFERENT = 1e-9;

  private final int dimension;
  private final double[][] directions;
  private final double[] flat;
  private final double[][] columns;
  private final int[][] members;
  private final int[] lineOf;
  private final double[] coefficients;
  private final boolean[] oneSided;

  private KinkLines(Matrix x, List<List<Integer>> groups) {
    dimension = x.columns();
    directions = new double[groups.size()][];
    members = new int[groups.size()][];
    oneSided = new boolean[groups.size()];
    flat = new double[groups.size() * dimension];
    columns = new double[dimension][groups.size()];
    lineOf = new int[x.rows()];
    coefficients = new double[x.rows()];
    java.util.Arrays.fill(lineOf, -1);
    for (int l = 0; l < groups.size(); l++) {
      members[l] = groups.get(l).stream().mapToInt(Integer::intValue).toArray();
      directions[l] = Vectors.unit(x.row(members[l][0]));
      System.arraycopy(directions[l], 0, flat, l * dimension, dimension);
      for (int i = 0; i < dimension; i++) {
        columns[i][l] = directions[l][i];
      }
      oneSided[l] = true;
      for (int k : members[l]) {
        lineOf[k] = l;
        coefficients[k] = Vectors.dot(x.row(k), directions[l]);
        oneSided[l] &= coefficients[k] > 0;
      }
    }
  }

  /** Groups the rows of a data matrix. */
  public static KinkLines of(Matrix x) {
    List<List<Integer>> groups = new ArrayList<>();
    List<double[]> units = new ArrayList<>();
    for (int k = 0; k < x.rows(); k++) {
      double[] row = x.row(k);
      if (pivot(row) < 0) {
        continue;
      }
      double[] unit = Vectors.unit(row);
      int found = -1;
      for (int l = 0; l < groups.size() && found < 0; l++) {
        if (close(unit, units.get(l)) && parallel(row, x.row(groups.get(l).get(0)))) {
          found = l;
        }
      }
      if (found < 0) {
        groups.add(new ArrayList<>());
        units.add(unit);
        found = groups.size() - 1;
      }
      groups.get(found).add(k);
    }
    return new KinkLines(x, groups);
  }

  /** The lines on which the activation of a problem has kinks. */
  static KinkLines of(Problem problem) {
    Matrix x = problem.data().x();
    return problem.network().activation() instanceof Activation.Leaky ? of(x) : none(x);
  }

  /** No kinks at all, for smooth activations. */
  public static KinkLines none(Matrix x) {
    return new KinkLines(x, List.of());
  }

  /** Number of lines. */
  public int count() {
    return directions.length;
  }

  public int dimension() {
    return dimension;
  }

  /** Unit direction of a line; not to be changed. */
  public double[] direction(int line) {
    return directions[line];
  }

  /** 0-based samples on a line, the first with a positive coefficient; not to be changed. */
  public int[] members(int line) {
    return members[line];
  }

  /** The line of a sample, -1 for a zero sample. */
  public int lineOf(int sample) {
    return lineOf[sample];
  }

  /** {@code c_k} in {@code x_k = c_k e}. */
  public double coefficient(int sample) {
    return coefficients[sample];
  }

  /** Whether all samples of the line lie on its positive side. */
  public boolean oneSided(int line) {
    return oneSided[line];
  }

  /** The sign of {@code <w, x>}, exact on the given doubles: 1, 0 or -1. */
  public static int exactSign(double[] w, int start, double[] x) {
    BigDecimal sum = BigDecimal.ZERO;
    for (int i = 0; i < x.length; i++) {
      sum = sum.add(new BigDecimal(w[start + i]).multiply(new BigDecimal(x[i])));
    }
    return sum.signum();
  }

  /** All unit directions, line by line; not to be changed. */
  public double[] flatDirections() {
    return flat;
  }

  /** One coordinate of all unit directions; not to be changed. */
  double[] column(int coordinate) {
    return columns[coordinate];
  }

  private static int pivot(double[] row) {
    int best = -1;
    for (int i = 0; i < row.length; i++) {
      if (row[i] != 0 && (best < 0 || Math.abs(row[i]) > Math.abs(row[best]))) {
        best = i;
      }
    }
    return best;
  }

  private static boolean close(double[] left, double[] right) {
    double sign = Vectors.dot(left, right) < 0 ? -1 : 1;
    for (int i = 0; i < left.length; i++) {
      if (Math.abs(left[i] - sign * right[i]) > CLEARLY_DIFFERENT) {
        return false;
      }
    }
    return true;
  }

  private static boolean parallel(double[] left, double[] right) {
    int p = pivot(left);
    BigDecimal leftPivot = new BigDecimal(left[p]);
    BigDecimal rightPivot = new BigDecimal(right[p]);
    for (int i = 0; i < left.length; i++) {
      BigDecimal cross = new BigDecimal(left[i]).multiply(rightPivot);
      if (cross.compareTo(new BigDecimal(right[i]).multiply(leftPivot)) != 0) {
        return false;
      }
    }
    return true;
  }
}
