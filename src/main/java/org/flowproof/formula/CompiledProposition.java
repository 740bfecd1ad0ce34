package org.flowproof.formula;

import java.util.Map;
import java.util.Optional;

/**
 * A statement translated once into closures. Immutable; may be evaluated from several threads at
 * once.
 *
 * @param <T> the numbers
 */
public interface CompiledProposition<T> {

  /**
   * The truth of the statement.
   *
   * @param indices values of its generic indices, 1-based
   * @param time the value of {@code t}; may be {@code null} when the statement does not use it
   * @throws NoValueException when a number in it has no value here
   */
  Truth evaluate(Valuation<T> valuation, Map<String, Integer> indices, T time);

  /** The two sides when the statement is a single comparison, for margins and tightness. */
  Optional<Sides<T>> sides();

  /**
   * A comparison taken apart.
   *
   * @param <T> the numbers
   */
  record Sides<T>(Proposition.Relation relation, CompiledTerm<T> left, CompiledTerm<T> right) {}
}
