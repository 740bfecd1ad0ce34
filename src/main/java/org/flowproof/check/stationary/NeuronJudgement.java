package org.flowproof.check.stationary;

/** Whether changes of one neuron alone can lower {@code -2 factor sum_k r_k h_k} near a limit. */
sealed interface NeuronJudgement {

  /** They cannot while the neuron is closer to its limit than {@code radius}. */
  record Stays(double radius, boolean idle) implements NeuronJudgement {}

  /** They can, and the loss falls. */
  record Falls(Descent descent) implements NeuronJudgement {}

  /** Not decided. */
  record Open(StationaryKind.Unknown why) implements NeuronJudgement {}
}
