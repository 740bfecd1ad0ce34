package org.flowproof.formula;

import java.util.function.DoubleUnaryOperator;

/**
 * Elementary functions of balls: evaluated at both ends of the ball and padded by more than the
 * documented error of {@link StrictMath} (1 ulp for exp, log, log1p, sin, cos; 2.5 ulp for sinh,
 * cosh, tanh).
 */
final class BallFunctions {
  /** Units in the last place; artanh combines two logarithms, so 4 covers all. */
  private static final int PAD = 4;

  private BallFunctions() {}

  static Ball exp(Ball x) {
    return x.equals(Ball.ZERO) ? Ball.exact(1) : increasing(StrictMath::exp, x);
  }

  static Ball sinh(Ball x) {
    return x.equals(Ball.ZERO) ? x : increasing(StrictMath::sinh, x);
  }

  static Ball tanh(Ball x) {
    return x.equals(Ball.ZERO) ? x : increasing(StrictMath::tanh, x);
  }

  static Ball sin(Ball x) {
    return x.equals(Ball.ZERO) ? x : bounded(StrictMath.sin(x.value()), x.radius());
  }

  static Ball cos(Ball x) {
    return x.equals(Ball.ZERO) ? Ball.exact(1) : bounded(StrictMath.cos(x.value()), x.radius());
  }

  /** A value of a function between -1 and 1 that moves no faster than its argument. */
  private static Ball bounded(double value, double radius) {
    return new Ball(value, BallArithmetic.up(Math.min(radius, 2), PAD * Math.ulp(value)));
  }

  static Ball cosh(Ball x) {
    if (x.equals(Ball.ZERO)) {
      return Ball.exact(1);
    }
    double least = Math.max(0, Math.max(x.lower(), -x.upper()));
    double most = Math.max(x.upper(), -x.lower());
    return between(StrictMath::cosh, least, Math.abs(x.value()), most);
  }

  static Ball log(Ball x) {
    if (!(x.lower() > 0)) {
      throw new NoValueException("logarithm of a number that may not be positive");
    }
    return x.equals(Ball.exact(1)) ? Ball.ZERO : increasing(StrictMath::log, x);
  }

  static Ball logOnePlus(Ball x) {
    if (!(x.lower() > -1)) {
      throw new NoValueException("logarithm of a number that may not be positive");
    }
    return x.equals(Ball.ZERO) ? x : increasing(StrictMath::log1p, x);
  }

  static Ball artanh(Ball x) {
    if (!(x.lower() > -1 && x.upper() < 1)) {
      throw new NoValueException("ArcTanh of a number that may reach 1 or -1");
    }
    return x.equals(Ball.ZERO) ? x : increasing(DoubleArithmetic::artanh, x);
  }

  static Ball sqrt(Ball x) {
    if (!(x.lower() >= 0)) {
      throw new NoValueException("square root of a number that may be negative");
    }
    double root = Math.sqrt(x.value());
    boolean exact =
        x.radius() == 0
            && root * root == x.value()
            && Math.fma(root, root, -x.value()) == 0
            && (root == 0 || x.value() > 0x1p-900);
    return exact ? Ball.exact(root) : increasing(Math::sqrt, x);
  }

  private static Ball increasing(DoubleUnaryOperator f, Ball x) {
    return between(f, x.lower(), x.value(), x.upper());
  }

  private static Ball between(DoubleUnaryOperator f, double from, double middle, double to) {
    double value = f.applyAsDouble(middle);
    double low = f.applyAsDouble(from);
    double high = f.applyAsDouble(to);
    double below = Math.max(0, value - low);
    double above = Math.max(0, high - value);
    return new Ball(
        value,
        BallArithmetic.up(
            Math.nextUp(Math.max(below, above)),
            PAD * Math.ulp(value),
            PAD * Math.max(Math.ulp(low), Math.ulp(high))));
  }
}
