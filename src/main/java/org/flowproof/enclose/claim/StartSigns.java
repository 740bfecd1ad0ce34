package org.flowproof.enclose.claim;

import org.flowproof.flow.KinkLines;
import org.flowproof.problem.Problem;

/** Signs of preactivations at time 0. */
final class StartSigns {
  private StartSigns() {}

  /** The exact sign of a preactivation on the given doubles; neuron and sample 0-based. */
  static int of(Problem problem, int neuron, int sample) {
    return KinkLines.exactSign(
        problem.initial().w().row(neuron), 0, problem.data().x().row(sample));
  }
}
