package org.flowproof.formula;

import java.util.List;

/**
 * Values for the names of a formula in one situation (a problem, a trajectory, a random point).
 *
 * @param <T> the numbers of the {@link Arithmetic} in use
 */
public interface Valuation<T> {

  /** The size called {@code m}, {@code n} or {@code d}. */
  int size(IndexKind kind);

  /** A scalar constant. */
  T constant(String name);

  /**
   * An observable.
   *
   * @param indices 1-based, in the order of its {@link Signature}
   * @param primes 0 for the value, 1 for the derivative along the flow
   * @param time the time at which it is read; {@code null} for observables without time
   */
  T observable(String name, List<Integer> indices, int primes, T time);

  /** Folds a term over a time range; {@code body} evaluates it at one time. */
  T overTime(Term.TimeFold fold, T from, T to, java.util.function.Function<T, T> body);
}
