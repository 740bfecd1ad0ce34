package org.flowproof.problem;

/**
 * Samples and labels.
 *
 * @param x samples as rows, {@code n x d}, n at least 1, d at least 1, finite
 * @param y labels, length n, finite
 * @param origin where the data came from, for reports: "inline", a file with its SHA-256, or a law
 *     with its seed
 */
public record DataSet(Matrix x, Vec y, String origin) {
  public DataSet {
    if (x.rows() == 0 || x.columns() == 0) {
      throw new IllegalArgumentException("a data set needs at least one sample and one coordinate");
    }
    if (x.rows() != y.length()) {
      throw new IllegalArgumentException(x.rows() + " samples but " + y.length() + " labels");
    }
  }

  /** Number of samples. */
  public int n() {
    return x.rows();
  }

  /** Input dimension. */
  public int d() {
    return x.columns();
  }
}
