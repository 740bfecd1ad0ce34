package org.flowproof.formula;

import java.util.List;

/** Stub. */
public final class BallArithmetic implements Arithmetic<Ball> {
  @Override
  public Ball of(Rational value) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Ball plus(Ball left, Ball right) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Ball minus(Ball left, Ball right) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Ball times(Ball left, Ball right) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Ball divide(Ball left, Ball right) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Ball power(Ball base, int exponent) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Ball power(Ball base, Ball exponent) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Ball negate(Ball value) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Ball apply(Term.Function function, List<Ball> arguments) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Truth compare(Proposition.Relation relation, Ball left, Ball right) {
    throw new UnsupportedOperationException();
  }
}
