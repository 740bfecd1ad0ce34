package org.flowproof.formula;

import java.util.List;

/**
 * Plain double arithmetic. A result that is infinite or not a number is a missing value; comparison
 * takes the doubles as they are.
 */
public final class DoubleArithmetic implements Arithmetic<Double> {
  @Override
  public Double of(Rational value) {
    return finite(value.toDouble());
  }

  @Override
  public Double plus(Double left, Double right) {
    return finite(left + right);
  }

  @Override
  public Double minus(Double left, Double right) {
    return finite(left - right);
  }

  @Override
  public Double times(Double left, Double right) {
    return finite(left * right);
  }

  @Override
  public Double divide(Double left, Double right) {
    return finite(left / right);
  }

  @Override
  public Double power(Double base, int exponent) {
    return finite(Math.pow(base, exponent));
  }

  @Override
  public Double power(Double base, Double exponent) {
    if (base < 0) {
      throw new NoValueException("real power of the negative number " + base);
    }
    return finite(Math.pow(base, exponent));
  }

  @Override
  public Double negate(Double value) {
    return -value;
  }

  @Override
  public Double apply(Term.Function function, List<Double> arguments) {
    double x = arguments.get(0);
    return finite(
        switch (function) {
          case ABS -> Math.abs(x);
          case SQRT -> Math.sqrt(x);
          case EXP -> Math.exp(x);
          case LOG -> Math.log(x);
          case SINH -> Math.sinh(x);
          case COSH -> Math.cosh(x);
          case TANH -> Math.tanh(x);
          case ARTANH -> artanh(x);
          case SIN -> StrictMath.sin(x);
          case COS -> StrictMath.cos(x);
          case MAX -> Math.max(x, arguments.get(1));
          case MIN -> Math.min(x, arguments.get(1));
        });
  }

  @Override
  public Double logOnePlus(Double value) {
    return finite(Math.log1p(value));
  }

  @Override
  public Truth compare(Proposition.Relation relation, Double left, Double right) {
    return Comparisons.decide(relation, Double.compare(left + 0.0, right + 0.0));
  }

  /** Inverse hyperbolic tangent, accurate near 0 too; NaN outside [-1, 1], infinite at its ends. */
  static double artanh(double x) {
    return 0.5 * (StrictMath.log1p(x) - StrictMath.log1p(-x));
  }

  private static double finite(double value) {
    if (!Double.isFinite(value)) {
      throw new NoValueException("no finite value: " + value);
    }
    return value;
  }
}
