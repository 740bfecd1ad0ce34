package org.flowproof.check.stationary;

import java.util.List;
import org.flowproof.formula.Ball;

/**
 * A change of one neuron that lowers the loss.
 *
 * @param neuron 1-based
 * @param a change of its output weight
 * @param w change of its hidden weights, d numbers
 * @param change of the loss, with its error; negative beyond it
 */
public record Descent(int neuron, double a, List<Double> w, Ball change) {
  public Descent {
    w = List.copyOf(w);
  }

  /** Whether the loss there is lower by more than the error. */
  boolean confirmed() {
    return change.value() + change.radius() < 0;
  }
}
