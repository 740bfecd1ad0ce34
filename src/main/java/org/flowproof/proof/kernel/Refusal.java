package org.flowproof.proof.kernel;

/** The kernel does not accept a step; the message says why. */
final class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  Refusal(String message) {
    super(message);
  }
}
