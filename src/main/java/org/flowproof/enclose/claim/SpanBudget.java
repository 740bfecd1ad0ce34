package org.flowproof.enclose.claim;

/** How long a claim is looked at, and how closely. */
final class SpanBudget {
  /** Halvings of a piece: a millionth of it. */
  private static final int DEEPEST = 20;

  /** Once something is open, the claim is only looked at for violations. */
  private static final int DEEPEST_AFTER = 2;

  private final long most;
  private long used;
  private boolean open;

  SpanBudget(long most) {
    this.most = most;
  }

  void use() {
    used++;
  }

  long used() {
    return used;
  }

  void somethingIsOpen() {
    open = true;
  }

  /**
   * Whether a span reached by so many halvings may be halved once more.
   *
   * @param equation whether an equation is open, which shorter spans may refute but not prove
   */
  boolean mayHalve(int depth, boolean equation) {
    return used < most && depth < (open || equation ? DEEPEST_AFTER : DEEPEST);
  }
}
