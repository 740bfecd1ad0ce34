package org.flowproof.formula;

import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Values by name for tests: two neurons, three samples, one coordinate. Observables are read from
 * {@code name[indices]}, so that a test states them in its own text; time folds take the end point.
 *
 * @param <T> the numbers
 */
record Point<T>(Map<String, T> values) implements Valuation<T> {
  @Override
  public int size(IndexKind kind) {
    return switch (kind) {
      case NEURON -> 2;
      case SAMPLE -> 3;
      case COORDINATE -> 0;
    };
  }

  @Override
  public T constant(String name) {
    return found(name);
  }

  @Override
  public T observable(String name, List<Integer> indices, int primes, T time) {
    return found(name + "'".repeat(primes) + indices + (time == null ? "" : "@" + time));
  }

  private T found(String key) {
    T value = values.get(key);
    if (value == null) {
      throw new NoValueException("no value for " + key);
    }
    return value;
  }

  @Override
  public T overTime(Term.TimeFold fold, T from, T to, Function<T, T> body) {
    return body.apply(to);
  }
}
