package org.flowproof.enclose.claim;

import java.util.List;
import org.flowproof.enclose.interval.Interval;
import org.flowproof.formula.Arithmetic;
import org.flowproof.formula.Proposition;
import org.flowproof.formula.Rational;
import org.flowproof.formula.Term;
import org.flowproof.formula.Truth;

/**
 * Values with time derivatives over an interval of times: the chain rule on top of {@link
 * IntervalArithmetic}. At kinks of {@code Abs}, {@code Max} and {@code Min} the slope holds those
 * of both sides: the composition with an absolutely continuous quantity is absolutely continuous,
 * and its derivative is one of the two at almost every time.
 */
final class JetArithmetic implements Arithmetic<Jet> {
  private final IntervalArithmetic intervals = new IntervalArithmetic();

  @Override
  public Jet of(Rational value) {
    return Jet.constant(intervals.of(value));
  }

  @Override
  public Jet plus(Jet left, Jet right) {
    return new Jet(left.value().plus(right.value()), sum(left.slope(), right.slope()));
  }

  @Override
  public Jet minus(Jet left, Jet right) {
    return new Jet(left.value().minus(right.value()), sum(left.slope(), right.slope().negate()));
  }

  @Override
  public Jet times(Jet left, Jet right) {
    return new Jet(
        left.value().times(right.value()),
        sum(product(left.slope(), right.value()), product(left.value(), right.slope())));
  }

  @Override
  public Jet divide(Jet left, Jet right) {
    Interval value = left.value().divide(right.value());
    Interval moved = sum(left.slope(), product(value, right.slope()).negate());
    return new Jet(value, Jet.bounded(moved) ? moved.divide(right.value()) : Interval.ENTIRE);
  }

  @Override
  public Jet power(Jet base, int exponent) {
    Interval value = intervals.power(base.value(), exponent);
    if (exponent == 0 || base.rests()) {
      return Jet.constant(value);
    }
    Interval outer =
        intervals.power(base.value(), Math.decrementExact(exponent)).times(Interval.of(exponent));
    return new Jet(value, product(outer, base.slope()));
  }

  @Override
  public Jet power(Jet base, Jet exponent) {
    Interval value = intervals.power(base.value(), exponent.value());
    if (base.rests() && exponent.rests()) {
      return Jet.constant(value);
    }
    if (!base.value().isPositive()) {
      return Jet.jumping(value);
    }
    Interval inner =
        sum(
            product(exponent.slope(), base.value().log()),
            product(exponent.value().divide(base.value()), base.slope()));
    return new Jet(value, product(value, inner));
  }

  @Override
  public Jet negate(Jet x) {
    return new Jet(x.value().negate(), x.slope().negate());
  }

  @Override
  public Jet apply(Term.Function function, List<Jet> arguments) {
    Jet x = arguments.get(0);
    if (function == Term.Function.MAX || function == Term.Function.MIN) {
      return extremum(x, arguments.get(1), function == Term.Function.MAX);
    }
    Interval value = intervals.apply(function, List.of(x.value()));
    return x.rests()
        ? Jet.constant(value)
        : new Jet(value, product(outer(function, x.value(), value), x.slope()));
  }

  private static Jet extremum(Jet x, Jet y, boolean larger) {
    Interval value = larger ? x.value().max(y.value()) : x.value().min(y.value());
    if (x.value().lower() > y.value().upper()) {
      return new Jet(value, larger ? x.slope() : y.slope());
    }
    if (x.value().upper() < y.value().lower()) {
      return new Jet(value, larger ? y.slope() : x.slope());
    }
    return new Jet(value, Interval.hull(x.slope(), y.slope()));
  }

  @Override
  public Jet logOnePlus(Jet x) {
    Interval value = x.value().logOnePlus();
    Interval outer = Interval.ONE.divide(Interval.ONE.plus(x.value()));
    return x.rests() ? Jet.constant(value) : new Jet(value, product(outer, x.slope()));
  }

  /** The derivative of an elementary function over {@code x}, where it has the given values. */
  private Interval outer(Term.Function function, Interval x, Interval value) {
    return switch (function) {
      case ABS ->
          x.lower() >= 0 ? Interval.ONE : x.upper() <= 0 ? Interval.of(-1) : Interval.of(-1.0, 1.0);
      case SQRT -> value.isPositive() ? Interval.of(0.5).divide(value) : Interval.ENTIRE;
      case EXP -> value;
      case LOG -> Interval.ONE.divide(x);
      case SINH -> x.cosh();
      case COSH -> x.sinh();
      case TANH -> Interval.ONE.minus(value.square());
      case ARTANH -> Interval.ONE.divide(Interval.ONE.minus(x.square()));
      case SIN -> x.cos();
      case COS -> x.sin().negate();
      case MAX, MIN -> throw new IllegalArgumentException("two arguments");
    };
  }

  @Override
  public Truth compare(Proposition.Relation relation, Jet left, Jet right) {
    return intervals.compare(relation, left.value(), right.value());
  }

  /** A sum of slopes; nothing is known of one that has no bound. */
  static Interval sum(Interval x, Interval y) {
    return Jet.bounded(x) && Jet.bounded(y) ? x.plus(y) : Interval.ENTIRE;
  }

  /** A product of a slope; what is multiplied by exactly 0 does not move. */
  static Interval product(Interval x, Interval y) {
    if (Jet.isZero(x) || Jet.isZero(y)) {
      return Interval.ZERO;
    }
    return Jet.bounded(x) && Jet.bounded(y) ? x.times(y) : Interval.ENTIRE;
  }
}
