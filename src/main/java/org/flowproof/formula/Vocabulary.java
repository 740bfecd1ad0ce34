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
}
