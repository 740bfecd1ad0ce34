package org.flowproof.enclose.verify;

import java.math.BigDecimal;
import java.util.Arrays;
import org.flowproof.enclose.interval.Interval;

/** A polynomial on [0, 1] with intervals for coefficients. Nothing is ever cut off. */
final class Polynomial {
  private final Interval[] c;

  private Polynomial(Interval... coefficients) {
    c = coefficients;
  }

  static Polynomial of(double... coefficients) {
    return new Polynomial(
        Arrays.stream(coefficients).mapToObj(Interval::of).toArray(Interval[]::new));
  }

  /** {@code sum_i x_i z_i}. */
  static Polynomial dot(double[] x, Polynomial[] z) {
    Polynomial sum = of(0);
    for (int i = 0; i < x.length; i++) {
      sum = sum.plus(z[i].times(Interval.of(x[i])));
    }
    return sum;
  }

  /** The same of exact polynomials of one degree, every coefficient the narrowest interval. */
  static Polynomial exactDot(double[] x, Polynomial[] z) {
    Interval[] sum = new Interval[z[0].c.length];
    for (int l = 0; l < sum.length; l++) {
      double[] column = new double[x.length];
      for (int i = 0; i < x.length; i++) {
        column[i] = z[i].c[l].lower();
      }
      sum[l] = Given.dot(x, column);
    }
    return new Polynomial(sum);
  }

  /** From the value at 1 to the value of another at 0, both exact. */
  Interval jumpTo(Polynomial next) {
    BigDecimal sum = new BigDecimal(next.c[0].lower());
    for (Interval one : c) {
      sum = sum.subtract(new BigDecimal(one.lower()));
    }
    return Interval.of(sum);
  }

  Polynomial plus(Polynomial o) {
    Interval[] sum = Arrays.copyOf(c, Math.max(c.length, o.c.length));
    for (int l = 0; l < o.c.length; l++) {
      sum[l] = l < c.length ? c[l].plus(o.c[l]) : o.c[l];
    }
    return new Polynomial(sum);
  }

  Polynomial minus(Polynomial o) {
    return plus(o.times(Interval.of(-1)));
  }

  Polynomial times(Interval factor) {
    return times(new Polynomial(factor));
  }

  Polynomial times(Polynomial o) {
    Interval[] product = new Interval[c.length + o.c.length - 1];
    Arrays.fill(product, Interval.ZERO);
    for (int i = 0; i < c.length; i++) {
      for (int l = 0; l < o.c.length; l++) {
        product[i + l] = product[i + l].plus(c[i].times(o.c[l]));
      }
    }
    return new Polynomial(product);
  }

  Polynomial derivative() {
    Interval[] result = new Interval[c.length];
    for (int l = 0; l < c.length; l++) {
      result[l] = l + 1 < c.length ? c[l + 1].times(l + 1) : Interval.ZERO;
    }
    return new Polynomial(result);
  }

  /** At least the norm of a vector of polynomials on [0, 1]. */
  static double norm(Polynomial... parts) {
    Interval squares = Interval.ZERO;
    for (Polynomial part : parts) {
      Interval sum = Interval.ZERO;
      for (Interval one : part.c) {
        sum = sum.plus(one.abs());
      }
      squares = squares.plus(sum.square());
    }
    return squares.sqrt().upper();
  }

  /** At most and at least all values on [0, 1]: between the coefficients of Bernstein's form. */
  Interval range() {
    Interval[] b = new Interval[c.length];
    Interval binomial = Interval.ONE;
    for (int l = 0; l < b.length; l++) {
      b[l] = c[l].divide(binomial);
      binomial = binomial.times(b.length - 1 - l).divide(Interval.of(l + 1));
    }
    for (int round = 1; round < b.length; round++) {
      for (int l = b.length - 1; l >= round; l--) {
        b[l] = b[l].plus(b[l - 1]);
      }
    }
    return Arrays.stream(b).reduce(Interval::hull).orElseThrow();
  }
}
