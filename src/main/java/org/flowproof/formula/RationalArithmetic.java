package org.flowproof.formula;

import java.util.List;

/** Stub. */
public final class RationalArithmetic implements Arithmetic<Rational> {
  @Override
  public Rational of(Rational value) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Rational plus(Rational left, Rational right) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Rational minus(Rational left, Rational right) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Rational times(Rational left, Rational right) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Rational divide(Rational left, Rational right) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Rational power(Rational base, int exponent) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Rational power(Rational base, Rational exponent) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Rational negate(Rational value) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Rational apply(Term.Function function, List<Rational> arguments) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Truth compare(Proposition.Relation relation, Rational left, Rational right) {
    throw new UnsupportedOperationException();
  }
}
