package org.flowproof.formula;

import java.util.List;

/**
 * Arithmetic on values with an absolute error radius. The radius of a result bounds the error that
 * the arguments carry plus the rounding of the operation itself; exact operations on exact numbers
 * stay exact. Where an argument's ball leaves the domain of an operation there is no value.
 */
public final class BallArithmetic implements Arithmetic<Ball> {
  /** Below this a residual from a fused multiply-add may itself have been rounded. */
  private static final double RESIDUAL_SAFE = 0x1p-900;

  @Override
  public Ball of(Rational value) {
    double nearest = value.toDouble();
    Ball exact = Ball.exact(nearest);
    return Rational.ofDouble(nearest).equals(value) ? exact : new Ball(nearest, Math.ulp(nearest));
  }

  @Override
  public Ball plus(Ball left, Ball right) {
    double a = left.value();
    double b = right.value();
    double sum = a + b;
    double part = sum - a;
    double rounding = Math.abs((a - (sum - part)) + (b - part));
    return new Ball(sum, up(left.radius(), right.radius(), rounding));
  }

  @Override
  public Ball minus(Ball left, Ball right) {
    return plus(left, negate(right));
  }

  @Override
  public Ball times(Ball left, Ball right) {
    double a = Math.abs(left.value());
    double b = Math.abs(right.value());
    double product = left.value() * right.value();
    boolean safe = Math.abs(product) > RESIDUAL_SAFE || a == 0 || b == 0;
    double rounding =
        safe ? Math.abs(Math.fma(left.value(), right.value(), -product)) : Math.ulp(product);
    return new Ball(
        product,
        up(
            upTimes(a, right.radius()),
            upTimes(b, left.radius()),
            upTimes(left.radius(), right.radius()),
            rounding));
  }

  @Override
  public Ball divide(Ball left, Ball right) {
    double least =
        right.radius() == 0 ? Math.abs(right.value()) : Math.abs(right.value()) - right.radius();
    least = right.radius() == 0 ? least : Math.nextDown(least);
    if (!(least > 0)) {
      throw new NoValueException("division by a number that may be zero");
    }
    double quotient = left.value() / right.value();
    boolean exact =
        left.value() == 0
            || (Math.abs(left.value()) > RESIDUAL_SAFE
                && Math.abs(quotient) > RESIDUAL_SAFE
                && Math.fma(-quotient, right.value(), left.value()) == 0);
    double rounding = exact ? 0 : Math.ulp(quotient);
    double carried = up(left.radius(), upTimes(up(Math.abs(quotient), rounding), right.radius()));
    return new Ball(quotient, up(carried == 0 ? 0 : Math.nextUp(carried / least), rounding));
  }

  @Override
  public Ball power(Ball base, int exponent) {
    if (exponent < 0) {
      return divide(Ball.exact(1), power(base, -exponent));
    }
    Ball result = Ball.exact(1);
    Ball square = base;
    for (int rest = exponent; rest > 0; rest >>= 1) {
      if ((rest & 1) == 1) {
        result = times(result, square);
      }
      if (rest > 1) {
        square = times(square, square);
      }
    }
    return result;
  }

  @Override
  public Ball power(Ball base, Ball exponent) {
    if (exponent.equals(Ball.exact(0.5))) {
      return BallFunctions.sqrt(base);
    }
    if (base.equals(Ball.ZERO) && exponent.lower() > 0) {
      return Ball.ZERO;
    }
    return BallFunctions.exp(times(exponent, BallFunctions.log(base)));
  }

  @Override
  public Ball negate(Ball value) {
    return new Ball(-value.value(), value.radius());
  }

  @Override
  public Ball apply(Term.Function function, List<Ball> arguments) {
    Ball x = arguments.get(0);
    return switch (function) {
      case ABS -> new Ball(Math.abs(x.value()), x.radius());
      case SQRT -> BallFunctions.sqrt(x);
      case EXP -> BallFunctions.exp(x);
      case LOG -> BallFunctions.log(x);
      case SINH -> BallFunctions.sinh(x);
      case COSH -> BallFunctions.cosh(x);
      case TANH -> BallFunctions.tanh(x);
      case ARTANH -> BallFunctions.artanh(x);
      case SIN -> BallFunctions.sin(x);
      case COS -> BallFunctions.cos(x);
      case MAX -> extremum(x, arguments.get(1), true);
      case MIN -> extremum(x, arguments.get(1), false);
    };
  }

  @Override
  public Ball logOnePlus(Ball value) {
    return BallFunctions.logOnePlus(value);
  }

  /** Maximum and minimum move by no more than the larger of the two errors. */
  private static Ball extremum(Ball left, Ball right, boolean larger) {
    if (left.lower() > right.upper() || left.upper() < right.lower()) {
      return (left.value() > right.value()) == larger ? left : right;
    }
    double value =
        larger ? Math.max(left.value(), right.value()) : Math.min(left.value(), right.value());
    return new Ball(value, Math.max(left.radius(), right.radius()));
  }

  @Override
  public Truth compare(Proposition.Relation relation, Ball left, Ball right) {
    if (left.radius() == 0 && right.radius() == 0) {
      return Comparisons.decide(relation, Double.compare(left.value() + 0.0, right.value() + 0.0));
    }
    if (left.upper() < right.lower()) {
      return Comparisons.decide(relation, -1);
    }
    if (left.lower() > right.upper()) {
      return Comparisons.decide(relation, 1);
    }
    return Truth.UNDECIDED;
  }

  /** The sum of non-negative numbers, rounded up; exact zero stays zero. */
  static double up(double... parts) {
    double sum = 0;
    for (double part : parts) {
      sum = part == 0 ? sum : sum == 0 ? part : Math.nextUp(sum + part);
    }
    return sum;
  }

  private static double upTimes(double a, double b) {
    return a == 0 || b == 0 ? 0 : Math.nextUp(a * b);
  }
}
