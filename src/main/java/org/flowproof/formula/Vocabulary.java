package org.flowproof.formula;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/**
 * The names that a formula may use. Closed: a name that is not found here, and is not bound by the
 * formula itself, is an error.
 */
public interface Vocabulary {

  /** An observable or constant, with or without indices. */
  Optional<Signature> find(String name);

  /** All declared names, for suggestions. */
  Collection<String> names();

  /**
   * Generic indices that stand for any neuron, sample or coordinate, such as {@code j} and {@code
   * k}.
   */
  Map<String, IndexKind> genericIndices();

  /**
   * Where time is counted in steps: what is added to a time for the next one, so that {@code
   * x[t+1]} or {@code x[t+eta]} can be written. Empty where time is continuous.
   */
  default Optional<Term> nextTime() {
    return Optional.empty();
  }
}
