package org.flowproof.enclose.claim;

import java.util.List;
import org.flowproof.enclose.interval.Interval;
import org.flowproof.formula.Arithmetic;
import org.flowproof.formula.NoValueException;
import org.flowproof.formula.Proposition;
import org.flowproof.formula.Rational;
import org.flowproof.formula.Term;
import org.flowproof.formula.Truth;

/**
 * Terms read over a set of situations at once: the result holds the value of the term in each of
 * them. Where some of the situations leave the domain of an operation there is no value.
 */
final class IntervalArithmetic implements Arithmetic<Interval> {
  private static final Interval HALF = Interval.of(0.5);

  @Override
  public Interval of(Rational value) {
    return Interval.of(value);
  }

  @Override
  public Interval plus(Interval left, Interval right) {
    return left.plus(right);
  }

  @Override
  public Interval minus(Interval left, Interval right) {
    return left.minus(right);
  }

  @Override
  public Interval times(Interval left, Interval right) {
    return left.times(right);
  }

  @Override
  public Interval divide(Interval left, Interval right) {
    return left.divide(right);
  }

  @Override
  public Interval power(Interval base, int exponent) {
    return base.power(exponent);
  }

  @Override
  public Interval power(Interval base, Interval exponent) {
    if (exponent.equals(HALF)) {
      return base.sqrt();
    }
    if (base.lower() < 0) {
      // as for every reader, also where the exponent happens to be a whole number
      throw new NoValueException("real power of " + base.text(6) + ", which has negative numbers");
    }
    return base.power(exponent);
  }

  @Override
  public Interval negate(Interval value) {
    return value.negate();
  }

  @Override
  public Interval apply(Term.Function function, List<Interval> arguments) {
    Interval x = arguments.get(0);
    return switch (function) {
      case ABS -> x.abs();
      case SQRT -> x.sqrt();
      case EXP -> x.exp();
      case LOG -> x.log();
      case SINH -> x.sinh();
      case COSH -> x.cosh();
      case TANH -> x.tanh();
      case ARTANH -> x.artanh();
      case SIN -> x.sin();
      case COS -> x.cos();
      case MAX -> x.max(arguments.get(1));
      case MIN -> x.min(arguments.get(1));
    };
  }

  @Override
  public Interval logOnePlus(Interval value) {
    return value.logOnePlus();
  }

  /** TRUE or FALSE only when it is so for every choice from the two intervals. */
  @Override
  public Truth compare(Proposition.Relation relation, Interval left, Interval right) {
    return switch (relation) {
      case LESS -> below(left, right);
      case LESS_OR_EQUAL -> below(right, left).not();
      case GREATER -> below(right, left);
      case GREATER_OR_EQUAL -> below(left, right).not();
      case EQUAL -> same(left, right);
      case NOT_EQUAL -> same(left, right).not();
    };
  }

  private static Truth below(Interval left, Interval right) {
    if (left.upper() < right.lower()) {
      return Truth.TRUE;
    }
    return left.lower() >= right.upper() ? Truth.FALSE : Truth.UNDECIDED;
  }

  private static Truth same(Interval left, Interval right) {
    if (left.upper() < right.lower() || left.lower() > right.upper()) {
      return Truth.FALSE;
    }
    boolean points = left.isPoint() && right.isPoint() && left.lower() == right.lower();
    return points ? Truth.TRUE : Truth.UNDECIDED;
  }

  /**
   * The sign of a number that may be any of the interval: 1, 0 or -1, or that it may not be told.
   */
  static int sign(Interval value) {
    if (value.isPositive()) {
      return 1;
    }
    if (value.isNegative()) {
      return -1;
    }
    if (value.isPoint()) {
      return 0;
    }
    throw new NoValueException("the sign is not known");
  }
}
