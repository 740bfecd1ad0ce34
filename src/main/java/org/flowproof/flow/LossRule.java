package org.flowproof.flow;

import org.flowproof.problem.Problem;

/** The rule that ends a run when the training loss is at most a bound. Stateless. */
public final class LossRule {
  private final Problem problem;
  private final Residuals residuals;
  private final double bound;

  /**
   * A rule.
   *
   * @param bound on the loss, factor included; 0 for none
   */
  public LossRule(Problem problem, double bound) {
    this.problem = problem;
    this.bound = bound;
    residuals = Residuals.of(problem);
  }

  /** The one that the stop rule of a problem has. */
  public static LossRule of(Problem problem) {
    return new LossRule(problem, problem.dynamics().stop().loss());
  }

  /** Whether there is a bound. */
  public boolean watches() {
    return bound > 0;
  }

  /**
   * Whether the loss is at most the bound.
   *
   * @param outputs of the network, one a sample
   */
  public boolean met(double[] outputs) {
    if (!watches()) {
      return false;
    }
    double sum = 0;
    for (int k = 0; k < outputs.length; k++) {
      sum += residuals.lossTerm(k, outputs[k]);
    }
    return sum <= bound;
  }

  /**
   * Whether the loss is at most the bound.
   *
   * @param weights outputs, then hidden weights neuron by neuron
   */
  public boolean metAt(double[] weights) {
    return watches() && PlainLoss.of(problem, weights) <= bound;
  }
}
