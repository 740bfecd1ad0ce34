package org.flowproof.problem.data;

import java.util.ArrayList;
import java.util.List;
import org.flowproof.problem.Matrix;
import org.flowproof.problem.Vectors;

/**
 * What is done to samples after they were chosen: first centring, then scaling. Sums are taken in
 * the order of the samples, so that the result is the same on every machine.
 *
 * @param centred whether the mean of these samples is subtracted from each
 * @param unit whether each sample is then divided by its Euclidean norm
 * @param factor what each entry is then multiplied by, above 0; 1 changes nothing
 */
public record Preparation(boolean centred, boolean unit, double factor) {
  /** Leaves samples as they are. */
  public static final Preparation NONE = new Preparation(false, false, 1);

  /**
   * The prepared samples, {@code n x d} as the given ones; a zero sample stays zero.
   *
   * @throws IllegalArgumentException when an entry becomes too large for a double
   */
  public Matrix apply(Matrix x) {
    if (equals(NONE)) {
      return x;
    }
    double[] mean = centred ? mean(x) : new double[x.columns()];
    double[][] rows = new double[x.rows()][];
    for (int k = 0; k < rows.length; k++) {
      rows[k] = x.row(k);
      for (int i = 0; i < mean.length; i++) {
        rows[k][i] -= mean[i];
      }
      double norm = unit ? Vectors.safeNorm(rows[k]) : 1;
      for (int i = 0; i < mean.length; i++) {
        rows[k][i] = (norm > 0 ? rows[k][i] / norm : rows[k][i]) * factor;
        if (!Double.isFinite(rows[k][i])) {
          throw new IllegalArgumentException("sample " + (k + 1) + " becomes too large");
        }
      }
    }
    return Matrix.of(rows);
  }

  private static double[] mean(Matrix x) {
    double[] mean = new double[x.columns()];
    for (int k = 0; k < x.rows(); k++) {
      for (int i = 0; i < mean.length; i++) {
        mean[i] += x.get(k, i);
      }
    }
    for (int i = 0; i < mean.length; i++) {
      mean[i] /= x.rows();
    }
    return mean;
  }

  /** For reports: what was done; empty when nothing was. */
  public String words() {
    List<String> parts = new ArrayList<>();
    if (centred) {
      parts.add("their mean subtracted");
    }
    if (unit) {
      parts.add("each scaled to norm 1");
    }
    if (factor != 1) {
      parts.add("multiplied by " + factor);
    }
    return String.join(", ", parts);
  }
}
