package org.flowproof.enclose.bound;

/**
 * What a concave kink may do to the error of the neuron that crosses it: flow and path cross at
 * different times, and between them the error grows at most at the rate {@code push}.
 *
 * @param neuron the neuron
 * @param sample the sample of the kink
 * @param before at least the error of the neuron at the first of the two crossings
 * @param speed at most the speed towards the kink, of flow and path, positive
 * @param push at least the rate at which the error grows between the crossings
 * @param factor at least {@code push * |x| / speed}
 * @param drift at least the change of the neuron's error by anything else while the kink is open
 */
public record Kick(
    int neuron, int sample, double before, double speed, double push, double factor, double drift) {

  /** At least the growth of the error. */
  public double amount() {
    return org.flowproof.enclose.taylor.Bounds.up(factor * before);
  }
}
