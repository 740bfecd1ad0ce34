package org.flowproof.enclose.precise;

import java.math.BigDecimal;

/**
 * What became of one gate when a neuron met or left a kink.
 *
 * @param time when, rounded
 * @param neuron from 0
 * @param sample from 0
 * @param from the gate before
 * @param to the gate after
 * @param heldBefore how many kinks held the neuron before
 * @param heldAfter and after
 * @param concave whether the sample pulls the neuron on beyond its kink
 */
public record KinkEvent(
    BigDecimal time,
    int neuron,
    int sample,
    Gate from,
    Gate to,
    int heldBefore,
    int heldAfter,
    boolean concave) {

  /** From one side to the other. */
  public boolean crosses() {
    return from != Gate.HELD && to != Gate.HELD;
  }

  /** Now held. */
  public boolean captures() {
    return to == Gate.HELD;
  }

  /** No longer held. */
  public boolean leaves() {
    return from == Gate.HELD;
  }
}
