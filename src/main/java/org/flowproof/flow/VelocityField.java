package org.flowproof.flow;

import org.flowproof.problem.Problem;
import org.flowproof.problem.Weights;

/** The right-hand side of the dynamics at given weights and gates, in plain double arithmetic. */
public final class VelocityField {
  private final Problem problem;

  private VelocityField(Problem problem) {
    this.problem = problem;
  }

  /** The vector field of a problem. */
  public static VelocityField of(Problem problem) {
    return new VelocityField(problem);
  }

  /**
   * The velocity {@code a_j' = <w_j, D_j>}, {@code w_j' = a_j D_j}.
   *
   * @param state the weights
   * @param gates {@code m x n}: the derivative of the activation taken for each neuron and sample
   * @return a' (m entries, zero when the output weights are fixed), then w' (m * d, row-major)
   */
  public double[] velocity(Weights state, double[][] gates) {
    throw new UnsupportedOperationException("not yet: " + problem.network());
  }
}
