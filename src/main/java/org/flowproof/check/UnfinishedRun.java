package org.flowproof.check;

import java.util.List;
import java.util.function.Function;
import org.flowproof.formula.Ball;
import org.flowproof.formula.IndexKind;
import org.flowproof.formula.Term;
import org.flowproof.formula.Valuation;

/**
 * The values of a run that broke off, as they would be had it gone on: it ends later, and neurons
 * that met no event before it broke off meet their first one later. Only to ask whether a range
 * goes on.
 */
final class UnfinishedRun implements Valuation<Ball> {
  private final Valuation<Ball> values;
  private final double end;
  private final Ball later;

  /**
   * The values of a run.
   *
   * @param end when it broke off
   * @param later a time to take for what was not reached
   */
  UnfinishedRun(Valuation<Ball> values, double end, double later) {
    this.values = values;
    this.end = end;
    this.later = Ball.exact(later);
  }

  @Override
  public int size(IndexKind kind) {
    return values.size(kind);
  }

  @Override
  public Ball constant(String name) {
    return name.equals("endTime") ? later : values.constant(name);
  }

  @Override
  public Ball observable(String name, List<Integer> indices, int primes, Ball time) {
    Ball value = values.observable(name, indices, primes, time);
    boolean unmet = name.equals("firstEvent") && primes == 0 && value.value() >= end;
    return unmet ? later : value;
  }

  @Override
  public Ball overTime(Term.TimeFold fold, Ball from, Ball to, Function<Ball, Ball> body) {
    return values.overTime(fold, from, to, body);
  }
}
