package org.flowproof.formula;

import java.util.List;

/** Stub. */
public final class DoubleArithmetic implements Arithmetic<Double> {
  @Override
  public Double of(Rational value) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Double plus(Double left, Double right) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Double minus(Double left, Double right) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Double times(Double left, Double right) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Double divide(Double left, Double right) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Double power(Double base, int exponent) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Double power(Double base, Double exponent) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Double negate(Double value) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Double apply(Term.Function function, List<Double> arguments) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Truth compare(Proposition.Relation relation, Double left, Double right) {
    throw new UnsupportedOperationException();
  }
}
