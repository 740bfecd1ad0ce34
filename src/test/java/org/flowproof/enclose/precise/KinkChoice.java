package org.flowproof.enclose.precise;

import java.math.BigInteger;
import java.util.Optional;

/**
 * The gates with which a neuron goes on from kinks that it is on: every combination is tried, and
 * exactly one must be a way on. A gate of its own on a side needs a speed to that side; kinks that
 * hold need forces between the slopes.
 */
final class KinkChoice {
  /** What is below this is rounding. */
  private static final int FLOOR = 30;

  private final FixedPoint numbers;
  private final FlowSeries flow;
  private final BigInteger outer;
  private final BigInteger[] residuals;
  private final int[] kinks;
  private Gate[] found;

  private KinkChoice(
      FixedPoint numbers, FlowSeries flow, BigInteger outer, BigInteger[] residuals, int[] kinks) {
    this.numbers = numbers;
    this.flow = flow;
    this.outer = outer;
    this.residuals = residuals;
    this.kinks = kinks;
  }

  /**
   * Chooses.
   *
   * @param outer the output weight
   * @param gates of the neuron, of which those at the kinks are chosen anew
   * @param kinks samples
   * @throws IllegalStateException when there is no way on, or more than one
   */
  static Gate[] of(
      FixedPoint numbers,
      FlowSeries flow,
      BigInteger outer,
      Gate[] gates,
      BigInteger[] residuals,
      int... kinks) {
    KinkChoice choice = new KinkChoice(numbers, flow, outer, residuals, kinks);
    choice.attempt(gates.clone(), 0);
    return Optional.ofNullable(choice.found)
        .orElseThrow(() -> new IllegalStateException("the flow is not unique"));
  }

  private void attempt(Gate[] gates, int next) {
    if (next < kinks.length) {
      for (Gate gate : Gate.values()) {
        gates[kinks[next]] = gate;
        attempt(gates, next + 1);
      }
    } else if (goesOn(gates)) {
      if (found != null) {
        throw new IllegalStateException("the flow is not unique");
      }
      found = gates.clone();
    }
  }

  private int sign(BigInteger value) {
    return value.bitLength() < FLOOR ? 0 : value.signum();
  }

  private boolean goesOn(Gate[] gates) {
    for (int k : kinks) {
      // only a convex kink can hold
      if (gates[k] == Gate.HELD && outer.signum() * sign(residuals[k]) >= 0) {
        return false;
      }
    }
    HeldKinks held;
    try {
      held = HeldKinks.of(numbers, flow.x(), gates);
    } catch (IllegalStateException dependent) {
      return false;
    }
    BigInteger[] pull = flow.pull(gates, residuals);
    BigInteger[] parts = held.parts(flow.x(), pull);
    for (int p = 0; p < parts.length; p++) {
      BigInteger full = flow.factor(residuals[held.sample(p)]);
      BigInteger force = parts[p].negate();
      if (sign(full.subtract(force)) != full.signum()
          || sign(force.subtract(flow.gated(Gate.OFF, full))) != full.signum()) {
        return false;
      }
    }
    BigInteger[] along = held.less(flow.x(), pull, parts);
    for (int k : kinks) {
      int speed = sign(numbers.times(outer, numbers.dot(along, flow.x()[k])));
      // with speed 0 a neuron that is off at all samples comes to rest
      if (gates[k] == Gate.ON && speed <= 0 || gates[k] == Gate.OFF && speed > 0) {
        return false;
      }
    }
    return true;
  }
}
