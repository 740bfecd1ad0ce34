package org.flowproof.formula;

import java.util.ArrayList;
import java.util.List;

/** The variables of one run of compiled code. Used by one thread. */
final class Frame<T> {
  private final Valuation<T> valuation;
  private final int[] indices;
  private final List<T> times;
  private final T time;

  /**
   * A frame.
   *
   * @param indices values of index slots, 0 for a free name that is no index
   * @param times values of time slots
   * @param time the value of {@code t}
   */
  Frame(Valuation<T> valuation, int[] indices, List<T> times, T time) {
    this.valuation = valuation;
    this.indices = indices;
    this.times = times;
    this.time = time;
  }

  Valuation<T> valuation() {
    return valuation;
  }

  int index(int slot) {
    return indices[slot];
  }

  void setIndex(int slot, int value) {
    indices[slot] = value;
  }

  /** The value of a time slot, {@code null} for slots of indices. */
  T boundTime(int slot) {
    return times.get(slot);
  }

  /** The time at which observables are read now; {@code null} where the caller has only one. */
  T now() {
    return time;
  }

  /** The value of {@code t} as a number. */
  T time() {
    if (time == null) {
      throw new IllegalArgumentException("no value given for the time t");
    }
    return time;
  }

  /** A frame for another bound time, independent of this one: a valuation may run several. */
  Frame<T> at(int slot, T value) {
    List<T> copy = new ArrayList<>(times);
    copy.set(slot, value);
    return new Frame<>(valuation, indices.clone(), copy, time);
  }
}
