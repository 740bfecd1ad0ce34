package org.flowproof.enclose.plan;

import org.flowproof.enclose.bound.Kick;
import org.flowproof.enclose.taylor.Bounds;

/**
 * What is guessed of a concave kink that a neuron comes to.
 *
 * @param neuron the neuron
 * @param sample the sample of the kink
 * @param norm of the sample
 * @param error of the neuron, as it is
 * @param rounding what rounding may add to it
 * @param speed towards the kink, positive
 * @param push rate at which the error grows between the crossings of flow and path
 */
record KickGuess(
    int neuron, int sample, double norm, double error, double rounding, double speed, double push) {

  /**
   * Bounds for the kink.
   *
   * @param slack relative room in them
   */
  Kick with(double slack) {
    double before = error * (1 + slack) + rounding;
    double drift = 2 * slack * error + rounding;
    double slow = speed / (1 + slack);
    double fast = push * (1 + slack);
    double factor = Bounds.up(Bounds.up(fast * norm) / slow) * (1 + 1e-9);
    return new Kick(neuron, sample, before, slow, fast, factor, drift);
  }
}
