package org.flowproof.flow;

/**
 * What the kink lines pull on a neuron at one state: {@code g_l = (1/n) sum_k r_k |c_k|} over the
 * samples {@code x_k = c_k e_l} of a line, and what follows from it.
 */
public interface Pulls {
  /** {@code g} of a line. */
  double weight(int line);

  /** The error of {@link #weight} per relative error of the neurons. */
  double gross(int line);

  /** The error of the pull on any neuron per relative error of the neurons. */
  double gross();

  /**
   * The pull on a neuron from all lines it is not held on.
   *
   * @param into d numbers, overwritten
   */
  void restPull(int neuron, Pattern pattern, double[] into);
}
