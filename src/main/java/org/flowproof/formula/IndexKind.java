package org.flowproof.formula;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What an index counts; the size is the name of its upper end in formulas. */
public enum IndexKind {
  NEURON("m"),
  SAMPLE("n"),
  COORDINATE("d");

  /** What letters count by custom. */
  public static final Map<String, IndexKind> LETTERS =
      Map.of("j", NEURON, "p", NEURON, "k", SAMPLE, "l", SAMPLE, "i", COORDINATE, "c", COORDINATE);

  private final String size;

  IndexKind(String size) {
    this.size = size;
  }

  /** The name of the number of such things: {@code m}, {@code n} or {@code d}. */
  public String size() {
    return size;
  }

  /** One such thing in words: neuron, sample or coordinate. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** What a letter counts by custom: j, p neurons; k, l samples; i, c coordinates. */
  public static Optional<IndexKind> ofLetter(String letter) {
    return Optional.ofNullable(LETTERS.get(letter));
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
