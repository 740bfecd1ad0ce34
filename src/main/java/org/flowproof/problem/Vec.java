package org.flowproof.problem;

import java.util.Arrays;

/** An immutable vector of doubles. */
public final class Vec {
  private final double[] entries;

  private Vec(double[] entries) {
    this.entries = entries;
  }

  /** Copies the entries. */
  public static Vec of(double... entries) {
    return new Vec(entries.clone());
  }

  public int length() {
    return entries.length;
  }

  /** The entry at a 0-based position. */
  public double get(int i) {
    return entries[i];
  }

  /** A copy of the entries. */
  public double[] toArray() {
    return entries.clone();
  }

  @Override
  public boolean equals(Object o) {
    return o instanceof Vec other && Arrays.equals(entries, other.entries);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(entries);
  }

  @Override
  public String toString() {
    return "vector of length " + entries.length;
  }
}
