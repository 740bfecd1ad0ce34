package org.flowproof.flow;

import java.util.function.Supplier;

/** A value that is made when it is first asked for. Safe for several threads. */
final class Once<T> {
  private final Supplier<T> maker;
  private T value;

  /**
   * @param maker gives the value, never null
   */
  Once(Supplier<T> maker) {
    this.maker = maker;
  }

  synchronized T get() {
    if (value == null) {
      value = maker.get();
    }
    return value;
  }
}
