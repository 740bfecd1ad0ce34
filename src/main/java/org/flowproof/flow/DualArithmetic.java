package org.flowproof.flow;

import java.util.List;
import org.flowproof.formula.Arithmetic;
import org.flowproof.formula.Ball;
import org.flowproof.formula.BallArithmetic;
import org.flowproof.formula.NoValueException;
import org.flowproof.formula.Proposition;
import org.flowproof.formula.Rational;
import org.flowproof.formula.Term;
import org.flowproof.formula.Truth;

/** Values with derivatives: the chain rule on top of {@link BallArithmetic}. */
final class DualArithmetic implements Arithmetic<DualBall> {
  private final BallArithmetic balls = new BallArithmetic();

  @Override
  public DualBall of(Rational value) {
    return DualBall.constant(balls.of(value));
  }

  @Override
  public DualBall plus(DualBall left, DualBall right) {
    return new DualBall(
        balls.plus(left.value(), right.value()), balls.plus(left.slope(), right.slope()));
  }

  @Override
  public DualBall minus(DualBall left, DualBall right) {
    return new DualBall(
        balls.minus(left.value(), right.value()), balls.minus(left.slope(), right.slope()));
  }

  @Override
  public DualBall times(DualBall left, DualBall right) {
    return new DualBall(
        balls.times(left.value(), right.value()),
        balls.plus(
            balls.times(left.slope(), right.value()), balls.times(left.value(), right.slope())));
  }

  @Override
  public DualBall divide(DualBall left, DualBall right) {
    Ball value = balls.divide(left.value(), right.value());
    Ball slope = balls.minus(left.slope(), balls.times(value, right.slope()));
    return new DualBall(value, balls.divide(slope, right.value()));
  }

  @Override
  public DualBall power(DualBall base, int exponent) {
    Ball value = balls.power(base.value(), exponent);
    if (exponent == 0) {
      return DualBall.constant(value);
    }
    Ball outer = balls.times(Ball.exact(exponent), balls.power(base.value(), exponent - 1));
    return new DualBall(value, balls.times(outer, base.slope()));
  }

  @Override
  public DualBall power(DualBall base, DualBall exponent) {
    Ball value = balls.power(base.value(), exponent.value());
    if (constant(exponent)) {
      Ball lower = balls.minus(exponent.value(), Ball.exact(1));
      Ball outer = balls.times(exponent.value(), balls.power(base.value(), lower));
      return new DualBall(value, balls.times(outer, base.slope()));
    }
    Ball log = balls.apply(Term.Function.LOG, List.of(base.value()));
    Ball inner =
        balls.plus(
            balls.times(exponent.slope(), log),
            balls.divide(balls.times(exponent.value(), base.slope()), base.value()));
    return new DualBall(value, balls.times(value, inner));
  }

  private static boolean constant(DualBall x) {
    return x.slope().value() == 0 && x.slope().radius() == 0;
  }

  @Override
  public DualBall negate(DualBall x) {
    return new DualBall(balls.negate(x.value()), balls.negate(x.slope()));
  }

  @Override
  public DualBall apply(Term.Function function, List<DualBall> arguments) {
    DualBall x = arguments.get(0);
    if (function == Term.Function.MAX || function == Term.Function.MIN) {
      DualBall y = arguments.get(1);
      boolean first = (x.value().value() >= y.value().value()) == (function == Term.Function.MAX);
      if (Math.abs(x.value().value() - y.value().value())
          <= x.value().radius() + y.value().radius()) {
        throw new NoValueException("no derivative where two arguments are equal");
      }
      return first ? x : y;
    }
    Ball value = balls.apply(function, List.of(x.value()));
    return new DualBall(value, balls.times(outer(function, x.value(), value), x.slope()));
  }

  @Override
  public DualBall logOnePlus(DualBall x) {
    Ball outer = balls.divide(Ball.exact(1), balls.plus(Ball.exact(1), x.value()));
    return new DualBall(balls.logOnePlus(x.value()), balls.times(outer, x.slope()));
  }

  /** The derivative of an elementary function at {@code x}, where it has the given value. */
  private Ball outer(Term.Function function, Ball x, Ball value) {
    Ball one = Ball.exact(1);
    return switch (function) {
      case ABS -> {
        if (Math.abs(x.value()) <= x.radius()) {
          throw new NoValueException("no derivative of an absolute value at zero");
        }
        yield Ball.exact(Math.signum(x.value()));
      }
      case SQRT -> balls.divide(Ball.exact(0.5), value);
      case EXP -> value;
      case LOG -> balls.divide(one, x);
      case SINH -> balls.apply(Term.Function.COSH, List.of(x));
      case COSH -> balls.apply(Term.Function.SINH, List.of(x));
      case TANH -> balls.minus(one, balls.times(value, value));
      case ARTANH -> balls.divide(one, balls.minus(one, balls.times(x, x)));
      case SIN -> balls.apply(Term.Function.COS, List.of(x));
      case COS -> balls.negate(balls.apply(Term.Function.SIN, List.of(x)));
      case MAX, MIN -> throw new IllegalArgumentException("two arguments");
    };
  }

  @Override
  public Truth compare(Proposition.Relation relation, DualBall left, DualBall right) {
    return balls.compare(relation, left.value(), right.value());
  }
}
