package org.flowproof.formula;

/** A translated term. */
@FunctionalInterface
interface Code<T> {
  T run(Frame<T> frame);

  /** A translated statement. */
  @FunctionalInterface
  interface Test<T> {
    Truth run(Frame<T> frame);
  }

  /** A translated index. */
  @FunctionalInterface
  interface Index<T> {
    int run(Frame<T> frame);
  }
}
