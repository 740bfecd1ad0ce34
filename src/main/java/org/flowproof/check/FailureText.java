package org.flowproof.check;

import org.flowproof.flow.Failure;

/** Failures of runs in words. */
public final class FailureText {
  private FailureText() {}

  /** Such as {@code t = 4 (neuron 1, sample 1: grazes concave kink, ...)}; no full stop. */
  public static String of(Failure failure) {
    String cause = failure.cause();
    if (failure.neuron() > 0) {
      cause = "neuron " + failure.neuron() + ", " + cause;
    }
    return "t = " + Numbers.text(failure.time()) + " (" + cause + ")";
  }
}
