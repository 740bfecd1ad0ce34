package org.flowproof.flow.stiff;

import java.util.Arrays;
import org.flowproof.flow.NeuronNorm;
import org.flowproof.problem.Network;
import org.flowproof.problem.Problem;

/**
 * Sizes of vectors relative to the neurons: every neuron counts against its own norm, of {@code
 * (a_j, w_j)}, or of {@code w_j} when only the first layer is trained. Used by one thread.
 */
final class NeuronScale {
  private final int neurons;
  private final int dimension;
  private final boolean countOutput;
  private final double[] sizes;

  NeuronScale(Problem problem) {
    this(
        problem.network().width(),
        problem.data().d(),
        problem.network().trained() == Network.Trained.BOTH);
  }

  NeuronScale(int neurons, int dimension, boolean countOutput) {
    this.neurons = neurons;
    this.dimension = dimension;
    this.countOutput = countOutput;
    sizes = new double[neurons];
  }

  /** Takes the sizes of a state. */
  void set(double[] y) {
    Arrays.fill(sizes, 0);
    include(y);
  }

  /** Raises the sizes to those of another state. */
  void include(double[] y) {
    for (int j = 0; j < neurons; j++) {
      sizes[j] = Math.max(sizes[j], norm(y, j));
    }
  }

  /**
   * The root of the sum over neurons of squares of relative sizes; a neuron of size 0 counts with
   * its absolute size. Not a number when an entry is none, or a neuron has left the range of
   * doubles: against an infinite size any error would pass.
   */
  double of(double[] v) {
    if (!finite()) {
      return Double.NaN;
    }
    double sum = 0;
    for (int j = 0; j < neurons; j++) {
      double part = norm(v, j) / (sizes[j] > 0 ? sizes[j] : 1);
      sum += part * part;
    }
    return Math.sqrt(sum);
  }

  /** Whether all neurons are in the range of doubles, with their squares. */
  boolean finite() {
    for (double size : sizes) {
      if (!(size < Double.POSITIVE_INFINITY)) {
        return false;
      }
    }
    return true;
  }

  private double norm(double[] y, int j) {
    return NeuronNorm.of(countOutput ? y[j] : 0, y, neurons + j * dimension, dimension);
  }
}
