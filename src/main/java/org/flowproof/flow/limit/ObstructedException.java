package org.flowproof.flow.limit;

/** Ends an estimate at the first condition that is not met; caught where the answer is made. */
final class ObstructedException extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient Obstruction obstruction;

  ObstructedException(Obstruction obstruction) {
    super(obstruction.reason());
    this.obstruction = obstruction;
  }

  Obstruction obstruction() {
    return obstruction;
  }
}
