package org.flowproof.flow;

/** The Euclidean norm of the weights of one neuron, also where squares underflow. */
public final class NeuronNorm {
  /** Above this a sum of squares has lost nothing that counts. */
  private static final double SAFE = 1e-280;

  private NeuronNorm() {}

  /**
   * The norm.
   *
   * @param output the output weight; 0 to leave it out
   * @param y holds the hidden weights
   * @param from where they start
   * @param count how many there are
   */
  public static double of(double output, double[] y, int from, int count) {
    double sum = output * output;
    for (int i = from; i < from + count; i++) {
      sum += y[i] * y[i];
    }
    return sum > SAFE ? Math.sqrt(sum) : small(output, y, from, count);
  }

  private static double small(double output, double[] y, int from, int count) {
    double largest = Math.abs(output);
    for (int i = from; i < from + count; i++) {
      largest = Math.max(largest, Math.abs(y[i]));
    }
    if (largest == 0) {
      return 0;
    }
    double sum = output / largest * (output / largest);
    for (int i = from; i < from + count; i++) {
      sum += y[i] / largest * (y[i] / largest);
    }
    return largest * Math.sqrt(sum);
  }
}
