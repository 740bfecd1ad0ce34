package org.flowproof.flow;

/**
 * A state that also knows the coefficients of the hidden weights and the margins, to full relative
 * accuracy however small the loss is. Indices are 0-based.
 */
public interface CoefficientState extends State {

  /**
   * The coefficient {@code rho} in {@code w_j = w_j(0) + sum_k rho_jk x_k / |x_k|^2} that the
   * dynamics builds up, 0 at the start.
   */
  double coefficient(int neuron, int sample);

  /** Absolute numerical error estimate for {@link #coefficient}. */
  double errorOfCoefficient(int neuron, int sample);

  /** The margin {@code y_k h(x_k)}. */
  double margin(int sample);

  /** Absolute numerical error estimate for {@link #margin}. */
  double errorOfMargin(int sample);

  /** The natural logarithm of the loss; finite also where the loss itself underflows. */
  double logLoss();

  /** Absolute numerical error estimate for {@link #logLoss}. */
  double errorOfLogLoss();

  /**
   * Absolute numerical error of the gate: 0 where its side of the kink is certain. The gate of a
   * neuron that hops about a kink, followed in the mean, may be either slope at a single iterate.
   */
  double errorOfGate(int neuron, int sample);

  /**
   * Whether neurons that hop about kinks are followed in the mean at this time. Their gates are
   * then not those of single iterates.
   */
  boolean followsMeans();

  /** Error estimate for the hidden weights of a neuron, as a Euclidean norm. */
  double normOfErrorOfW(int neuron);

  /**
   * Error estimate for what the hidden weights of a neuron changed by since an earlier state of the
   * same run, as a Euclidean norm. What both are off by alike is not in it.
   */
  double normOfErrorOfChange(int neuron, CoefficientState earlier);
}
