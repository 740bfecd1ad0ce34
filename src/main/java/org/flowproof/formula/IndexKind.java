package org.flowproof.formula;

import java.util.Optional;

/** What an index counts; the size is the name of its upper end in formulas. */
public enum IndexKind {
  NEURON("m"),
  SAMPLE("n"),
  COORDINATE("d");

  private final String size;

  IndexKind(String size) {
    this.size = size;
  }

  /** The name of the number of such things: {@code m}, {@code n} or {@code d}. */
  public String size() {
    return size;
  }

  /** The kind that a size name counts. */
  public static Optional<IndexKind> ofSize(String size) {
    for (IndexKind kind : values()) {
      if (kind.size.equals(size)) {
        return Optional.of(kind);
      }
    }
    return Optional.empty();
  }
}
