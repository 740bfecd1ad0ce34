package org.flowproof.formula;

import java.math.BigInteger;
import java.util.List;

/**
 * Exact rational arithmetic. What is irrational has no value here, and neither has a number of more
 * than {@value #MAX_BITS} bits: towers of powers would otherwise exhaust the heap, and ranges
 * inside each other add such numbers up for minutes. Sums of a few hundred fractions of products of
 * data stay below.
 */
public final class RationalArithmetic implements Arithmetic<Rational> {
  static final int MAX_BITS = 40_000;

  @Override
  public Rational of(Rational value) {
    return value;
  }

  @Override
  public Rational plus(Rational left, Rational right) {
    return bounded(left.plus(right));
  }

  @Override
  public Rational minus(Rational left, Rational right) {
    return bounded(left.minus(right));
  }

  @Override
  public Rational times(Rational left, Rational right) {
    return bounded(left.times(right));
  }

  @Override
  public Rational divide(Rational left, Rational right) {
    if (right.signum() == 0) {
      throw new NoValueException("division by zero");
    }
    return bounded(left.dividedBy(right));
  }

  @Override
  public Rational power(Rational base, int exponent) {
    if (base.signum() == 0 && exponent < 0) {
      throw new NoValueException("division by zero");
    }
    if ((long) bits(base) * Math.abs((long) exponent) > MAX_BITS) {
      throw new NoValueException("number too large: power " + exponent);
    }
    return base.pow(exponent);
  }

  @Override
  public Rational power(Rational base, Rational exponent) {
    if (base.signum() < 0) {
      throw new NoValueException("real power of a negative number");
    }
    if (base.signum() == 0 && exponent.signum() < 0) {
      throw new NoValueException("division by zero");
    }
    if (base.equals(Rational.ONE) || exponent.signum() == 0) {
      return Rational.ONE;
    }
    BigInteger two = BigInteger.TWO;
    Rational root = exponent.denominator().equals(two) ? squareRoot(base) : base;
    boolean known = exponent.isInteger() || exponent.denominator().equals(two);
    if (!known || exponent.numerator().bitLength() > 30) {
      throw new NoValueException("irrational or too large power");
    }
    return power(root, exponent.numerator().intValueExact());
  }

  @Override
  public Rational negate(Rational value) {
    return value.negate();
  }

  @Override
  public Rational apply(Term.Function function, List<Rational> arguments) {
    Rational x = arguments.get(0);
    return switch (function) {
      case ABS -> x.abs();
      case SQRT -> squareRoot(x);
      case EXP, COSH, COS -> only(function, x, Rational.ZERO, Rational.ONE);
      case LOG -> only(function, x, Rational.ONE, Rational.ZERO);
      case SINH, TANH, ARTANH, SIN -> only(function, x, Rational.ZERO, Rational.ZERO);
      case MAX -> x.compareTo(arguments.get(1)) >= 0 ? x : arguments.get(1);
      case MIN -> x.compareTo(arguments.get(1)) <= 0 ? x : arguments.get(1);
    };
  }

  @Override
  public Truth compare(Proposition.Relation relation, Rational left, Rational right) {
    return Comparisons.decide(relation, left.compareTo(right));
  }

  /** The one rational point at which these functions are rational (Lindemann). */
  private static Rational only(Term.Function f, Rational x, Rational point, Rational value) {
    if (!x.equals(point)) {
      throw new NoValueException(f.head() + " is not rational here");
    }
    return value;
  }

  private static Rational squareRoot(Rational x) {
    if (x.signum() < 0) {
      throw new NoValueException("square root of a negative number");
    }
    BigInteger numerator = x.numerator().sqrt();
    BigInteger denominator = x.denominator().sqrt();
    Rational root = new Rational(numerator, denominator);
    if (!root.times(root).equals(x)) {
      throw new NoValueException("irrational square root");
    }
    return root;
  }

  private static Rational bounded(Rational value) {
    if (bits(value) > MAX_BITS) {
      throw new NoValueException("number too large");
    }
    return value;
  }

  private static int bits(Rational value) {
    return Math.max(value.numerator().bitLength(), value.denominator().bitLength());
  }
}
