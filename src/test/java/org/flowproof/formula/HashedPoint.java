package org.flowproof.formula;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/**
 * A value for every name of {@link TestVocabulary}: a multiple of 1/8 between -2 and 2, the same in
 * every number system and at every time. Folds over time take the end.
 *
 * @param <T> the numbers
 */
record HashedPoint<T>(Arithmetic<T> arithmetic, int seed) implements Valuation<T> {
  @Override
  public int size(IndexKind kind) {
    return switch (kind) {
      case NEURON -> 2;
      case SAMPLE -> 3;
      case COORDINATE -> 1;
    };
  }

  /** The value of a name with its indices. */
  static Rational value(int seed, Object... key) {
    int mixed = (Objects.hash(key) + seed) * 0x9E3779B9;
    return Rational.of(Math.floorMod(mixed >>> 7, 33) - 16L, 8);
  }

  @Override
  public T constant(String name) {
    return arithmetic.of(value(seed, name));
  }

  @Override
  public T observable(String name, List<Integer> indices, int primes, T time) {
    return arithmetic.of(value(seed, name, indices, primes));
  }

  @Override
  public T overTime(Term.TimeFold fold, T from, T to, Function<T, T> body) {
    return body.apply(to);
  }
}
