package org.flowproof.enclose.ode;

import java.util.List;
import org.flowproof.enclose.interval.Interval;

/**
 * Directions in which an error is kept, with an enclosure of the inverse: the error is the sum of
 * the directions times the coordinates.
 */
final class Frame {
  private final double[][] directions;
  private final Interval[][] inverse;

  private Frame(double[][] directions, Interval[][] inverse) {
    this.directions = directions;
    this.inverse = inverse;
  }

  /** How a frame follows the images of the directions of the one before. */
  interface Choice {
    /**
     * A frame.
     *
     * @param images square; column j encloses the image of direction j
     * @param coordinates of the error along each
     */
    Frame next(Interval[][] images, List<Interval> coordinates);
  }

  static Frame identity(int size) {
    double[][] unit = new double[size][size];
    for (int i = 0; i < size; i++) {
      unit[i][i] = 1;
    }
    return new Frame(unit, points(unit));
  }

  /**
   * Orthogonal directions, the first along the longest edge of the images, so that the box of
   * coordinates turns with them (Lohner's method).
   */
  static Frame orthogonal(Interval[][] images, List<Interval> coordinates) {
    int n = images.length;
    double[][] basis = OrthogonalBasis.of(midpoints(images), lengths(images, coordinates));
    Interval[][] transposed = new Interval[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        transposed[i][j] = Interval.of(basis[j][i]);
      }
    }
    double defect = defect(product(transposed, points(basis)));
    if (!(defect < 0.5)) {
      return identity(n);
    }
    // with E = I - Q'Q of row sums at most d < 1, the inverse is (I - E)^-1 Q', and the entries of
    // (I - E)^-1 - I are at most d / (1 - d)
    Interval spread = Interval.of(defect).divide(Interval.of(1).minus(defect));
    Interval around = Interval.of(-spread.upper(), spread.upper());
    Interval[][] near = new Interval[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        near[i][j] = i == j ? around.plus(1) : around;
      }
    }
    return new Frame(basis, product(near, transposed));
  }

  double direction(int row, int column) {
    return directions[row][column];
  }

  /** The coordinates of an error. */
  List<Interval> coordinates(List<Interval> error) {
    return product(inverse, error);
  }

  /** The matrix that takes old coordinates to new ones. */
  Interval[][] change(Interval[][] images) {
    return product(inverse, images);
  }

  /** The error with some coordinates. */
  List<Interval> error(List<Interval> coordinates) {
    return product(points(directions), coordinates);
  }

  static List<Interval> product(Interval[][] matrix, List<Interval> vector) {
    Interval[] result = new Interval[matrix.length];
    for (int i = 0; i < result.length; i++) {
      Interval sum = Interval.ZERO;
      for (int j = 0; j < vector.size(); j++) {
        sum = sum.plus(matrix[i][j].times(vector.get(j)));
      }
      result[i] = sum;
    }
    return List.of(result);
  }

  private static Interval[][] product(Interval[][] left, Interval[][] right) {
    int n = left.length;
    Interval[][] result = new Interval[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        Interval sum = Interval.ZERO;
        for (int k = 0; k < n; k++) {
          sum = sum.plus(left[i][k].times(right[k][j]));
        }
        result[i][j] = sum;
      }
    }
    return result;
  }

  /** The largest row sum of absolute values of a matrix less the identity, rounded up. */
  private static double defect(Interval[][] matrix) {
    double most = 0;
    for (int i = 0; i < matrix.length; i++) {
      Interval sum = Interval.ZERO;
      for (int j = 0; j < matrix.length; j++) {
        sum = sum.plus(matrix[i][j].minus(i == j ? 1 : 0).abs());
      }
      most = Math.max(most, sum.upper());
    }
    return most;
  }

  private static double[] lengths(Interval[][] images, List<Interval> coordinates) {
    double[] lengths = new double[images.length];
    for (int j = 0; j < lengths.length; j++) {
      double sum = 0;
      for (Interval[] row : images) {
        sum = Math.hypot(sum, row[j].midpoint());
      }
      lengths[j] = sum * coordinates.get(j).width();
    }
    return lengths;
  }

  private static double[][] midpoints(Interval[][] matrix) {
    double[][] result = new double[matrix.length][matrix.length];
    for (int i = 0; i < result.length; i++) {
      for (int j = 0; j < result.length; j++) {
        result[i][j] = matrix[i][j].midpoint();
      }
    }
    return result;
  }

  private static Interval[][] points(double[][] matrix) {
    Interval[][] result = new Interval[matrix.length][matrix.length];
    for (int i = 0; i < result.length; i++) {
      for (int j = 0; j < result.length; j++) {
        result[i][j] = Interval.of(matrix[i][j]);
      }
    }
    return result;
  }
}
