package org.flowproof.flow.structured;

/** How far errors of the residuals move the pulls on neurons; norms per unit of time. */
final class ErrorOfStep {
  private final Setup setup;
  private final TimeBasis basis;
  private final double[] scratch;

  ErrorOfStep(Setup setup, TimeBasis basis) {
    this.setup = setup;
    this.basis = basis;
    scratch = new double[setup.n];
  }

  /** The largest pull that the residuals can make at the start of the step. */
  double pull(double[] r) {
    int stride = basis.degree() + 1;
    for (int k = 0; k < setup.n; k++) {
      scratch[k] = r[k * stride];
    }
    return norm();
  }

  /** The largest difference over the nodes. */
  double difference(double[] r, double[] s) {
    int stride = basis.degree() + 1;
    double largest = 0;
    for (int i = 1; i < stride; i++) {
      for (int k = 0; k < setup.n; k++) {
        scratch[k] = r[k * stride + i] - s[k * stride + i];
      }
      largest = Math.max(largest, norm());
    }
    return largest;
  }

  /** What the polynomial leaves out, from its last two Legendre coefficients. */
  double truncation(double[] r) {
    int stride = basis.degree() + 1;
    double[] tails = new double[2];
    for (int below = 0; below < 2; below++) {
      for (int k = 0; k < setup.n; k++) {
        scratch[k] = basis.tail(below, r, k * stride);
      }
      tails[below] = norm();
    }
    double decay = tails[1] == 0 ? 1 : Math.max(0.05, Math.min(1, tails[0] / tails[1]));
    return tails[0] * decay;
  }

  private double norm() {
    double pulls = 0;
    double offsets = 0;
    for (int l = 0; l < setup.lineCount; l++) {
      double sum = 0;
      double negative = 0;
      for (int k : setup.lines.members(l)) {
        double c = setup.lines.coefficient(k);
        sum += scratch[k] * Math.abs(c);
        negative += c < 0 ? scratch[k] * -c : 0;
      }
      pulls += sum * sum;
      offsets += negative * negative;
    }
    return setup.spread * (Math.sqrt(pulls) + (1 + setup.slope) * Math.sqrt(offsets)) / setup.n;
  }
}
