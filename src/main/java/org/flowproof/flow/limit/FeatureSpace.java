package org.flowproof.flow.limit;

import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.flowproof.flow.limit.Obstruction.Cause;
import org.flowproof.problem.Vectors;

/**
 * The outputs that weights of the given patterns can reach: the span of the columns of all {@code
 * Phi_g}, a subspace of R^n, with the least-squares problem over it. Outputs stay in it while the
 * patterns last, so the limit of a convergent flow is the projection of the labels onto it.
 */
final class FeatureSpace {
  /** Singular values below this part of the largest count as zero. */
  private static final double ZERO = 1e-13;

  /** Singular values between {@link #ZERO} and this part leave the rank undecided. */
  private static final double CLEAR = 1e-9;

  private static final double UNIT = 0.5 * Math.ulp(1.0);

  private final List<PatternGroup> groups;
  private final double[] labels;
  private final double[][] basis;
  private final double[][] right;
  private final double[] singular;
  private final double[] residual;
  private final double residualError;
  private final double shortfall;

  private FeatureSpace(
      List<PatternGroup> groups, double[] labels, ThinSingular decomposition, int rank) {
    this.groups = groups;
    this.labels = labels;
    basis = java.util.Arrays.copyOf(decomposition.left(), rank);
    right = java.util.Arrays.copyOf(decomposition.right(), rank);
    singular = java.util.Arrays.copyOf(decomposition.values(), rank);
    if (rank == labels.length) {
      // every label is reached: the projection is the identity
      residual = new double[rank];
      residualError = 0;
      shortfall = 0;
      return;
    }
    double[][] beta = new double[groups.size()][];
    for (int g = 0; g < beta.length; g++) {
      beta[g] = new double[groups.get(g).features()[0].length];
    }
    double[] rest = labels.clone();
    for (int pass = 0; pass < 2; pass++) {
      addSolution(rest, beta);
      rest = difference(beta);
    }
    residual = rest;
    shortfall = rank == 0 ? 0 : Vectors.norm(pulls(rest)) / singular[rank - 1];
    residualError = shortfall + rounding(beta);
  }

  /**
   * Builds the space.
   *
   * @param labels n numbers
   * @throws ObstructedException when the rank is not clear
   */
  static FeatureSpace of(List<PatternGroup> groups, double[] labels) throws ObstructedException {
    int n = labels.length;
    int d = groups.isEmpty() ? 0 : groups.get(0).features()[0].length;
    DMatrixRMaj stacked = new DMatrixRMaj(n, groups.size() * d);
    for (int g = 0; g < groups.size(); g++) {
      double[][] features = groups.get(g).features();
      for (int k = 0; k < n; k++) {
        for (int i = 0; i < d; i++) {
          stacked.set(k, g * d + i, features[k][i]);
        }
      }
    }
    ThinSingular decomposition = groups.isEmpty() ? ThinSingular.empty() : ThinSingular.of(stacked);
    double[] values = decomposition.values();
    int rank = 0;
    while (rank < values.length && values[rank] > CLEAR * values[0]) {
      rank++;
    }
    if (rank < values.length && values[rank] > ZERO * Math.max(n, groups.size() * d) * values[0]) {
      throw new ObstructedException(
          Obstruction.of(
              Cause.RANK_UNDECIDED,
              "the features of the "
                  + groups.size()
                  + " patterns have a singular value "
                  + Show.number(values[rank] / values[0])
                  + " times the largest one, too small to tell from zero"));
    }
    return new FeatureSpace(groups, labels, decomposition, rank);
  }

  private void addSolution(double[] target, double[][] beta) {
    for (int c = 0; c < singular.length; c++) {
      double along = Vectors.dot(basis[c], target) / singular[c];
      for (int g = 0, at = 0; g < beta.length; g++) {
        for (int i = 0; i < beta[g].length; i++, at++) {
          beta[g][i] += along * right[c][at];
        }
      }
    }
  }

  /** {@code y - sum_g Phi_g beta_g}. */
  double[] difference(double[][] beta) {
    double[] rest = labels.clone();
    for (int g = 0; g < beta.length; g++) {
      double[][] features = groups.get(g).features();
      for (int k = 0; k < rest.length; k++) {
        rest[k] -= Vectors.dot(features[k], beta[g]);
      }
    }
    return rest;
  }

  /** Euclidean norm of the rounding errors of {@link #difference}. */
  double rounding(double[][] beta) {
    double squares = 0;
    for (int k = 0; k < labels.length; k++) {
      double size = Math.abs(labels[k]);
      for (int g = 0; g < beta.length; g++) {
        double[] features = groups.get(g).features()[k];
        for (int i = 0; i < features.length; i++) {
          size += Math.abs(features[i] * beta[g][i]);
        }
      }
      double error = UNIT * (2 * beta.length + width() + 4) * size;
      squares += error * error;
    }
    double distorted = 0;
    for (int g = 0; g < beta.length; g++) {
      PatternGroup group = groups.get(g);
      distorted += 16 * UNIT * group.distortion() * group.size() * Vectors.norm(beta[g]);
    }
    return Math.sqrt(squares) + distorted;
  }

  private double[] pulls(double[] rest) {
    double[] all = new double[groups.size() * width()];
    for (int g = 0, at = 0; g < groups.size(); g++, at += width()) {
      double[][] features = groups.get(g).features();
      for (int k = 0; k < rest.length; k++) {
        for (int i = 0; i < width(); i++) {
          all[at + i] += features[k][i] * rest[k];
        }
      }
    }
    return all;
  }

  private int width() {
    return groups.isEmpty() ? 0 : groups.get(0).features()[0].length;
  }

  int rank() {
    return basis.length;
  }

  /** Number of samples. */
  int samples() {
    return labels.length;
  }

  /** Orthonormal basis, one vector of length n for each dimension; not to be changed. */
  double[][] basis() {
    return basis;
  }

  /** Coordinates of the projection of a vector of length n. */
  double[] coordinates(double[] vector) {
    double[] result = new double[basis.length];
    for (int c = 0; c < result.length; c++) {
      result[c] = Vectors.dot(basis[c], vector);
    }
    return result;
  }

  /** The limit of {@code y - h}, length n: what no weights of these patterns fit. */
  double[] residual() {
    return residual;
  }

  /** Error of {@link #residual}, Euclidean norm. */
  double residualError() {
    return residualError;
  }

  /**
   * How much {@code |y - h|^2} of the limit can lie below the square of {@link #residual}; rounding
   * apart, it cannot lie above, since that residual is attained.
   */
  double shortfallSquared() {
    return shortfall * shortfall;
  }
}
