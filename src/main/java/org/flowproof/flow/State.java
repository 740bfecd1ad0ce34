package org.flowproof.flow;

/**
 * The weights and the gates at one time. Accessors are 0-based.
 *
 * <p>A gate is the value of the activation's derivative that the dynamics takes for one neuron and
 * sample: {@code alpha} or 1 away from kinks, the minimal-norm element while sliding or resting.
 */
public interface State {
  double time();

  /** Output weight of a neuron. */
  double a(int neuron);

  /** One coordinate of a hidden weight vector. */
  double w(int neuron, int coordinate);

  /** The gate of a neuron at a sample. */
  double gate(int neuron, int sample);

  /** Absolute numerical error estimate for {@link #a}. */
  double errorOfA(int neuron);

  /** Absolute numerical error estimate for each coordinate of the neuron's hidden weights. */
  double errorOfW(int neuron);
}
