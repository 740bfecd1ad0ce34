package org.flowproof.formula;

import java.util.Map;

/**
 * A term translated once into closures. Immutable; may be evaluated from several threads at once.
 *
 * @param <T> the numbers
 */
@FunctionalInterface
public interface CompiledTerm<T> {

  /**
   * The value of the term.
   *
   * @param indices values of its generic indices, 1-based
   * @param time the value of {@code t}; may be {@code null} when the term does not use it
   * @throws NoValueException when the term has no value here
   */
  T evaluate(Valuation<T> valuation, Map<String, Integer> indices, T time);
}
