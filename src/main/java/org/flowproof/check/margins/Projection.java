package org.flowproof.check.margins;

import java.util.BitSet;
import java.util.Optional;
import org.flowproof.flow.NonnegativeProgram;

/**
 * The orthogonal projection of samples onto the complement of some of them, in terms of inner
 * products. A projection off samples that are dependent leaves no number.
 */
final class Projection {
  private final int[] off;
  private final double[][] shares;
  private final double[][] gram;

  /**
   * @param set the samples, 0-based, that are projected off
   */
  Projection(Classifier classifier, BitSet set) {
    int n = classifier.n();
    off = set.stream().toArray();
    shares = new double[n][];
    double[][] all = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int k = 0; k < n; k++) {
        all[i][k] = classifier.gram(i, k);
      }
    }
    gram = new double[n][n];
    for (int i = 0; i < n; i++) {
      Optional<double[]> solved = NonnegativeProgram.equations(all, all[i], off);
      shares[i] = solved.orElseGet(() -> filled(off.length, Double.NaN));
    }
    for (int i = 0; i < n; i++) {
      for (int k = 0; k < n; k++) {
        double sum = all[i][k];
        for (int z = 0; z < off.length; z++) {
          sum -= shares[i][z] * all[off[z]][k];
        }
        gram[i][k] = set.get(i) || set.get(k) ? 0 : sum;
      }
    }
  }

  private static double[] filled(int length, double value) {
    double[] array = new double[length];
    java.util.Arrays.fill(array, value);
    return array;
  }

  /** Inner products of the projected samples; not to be changed. */
  double[][] gram() {
    return gram;
  }

  /** The coefficients of the projection of a combination of samples, given by its own. */
  double[] project(double[] row) {
    double[] projected = row.clone();
    for (int z = 0; z < off.length; z++) {
      projected[off[z]] = 0;
    }
    for (int i = 0; i < row.length; i++) {
      for (int z = 0; z < off.length; z++) {
        projected[off[z]] -= row[i] * shares[i][z];
      }
    }
    return projected;
  }
}
