package org.flowproof.enclose.verify;

import java.math.BigDecimal;
import java.util.Arrays;
import org.flowproof.enclose.interval.Interval;

/** A polynomial on [0, 1] with intervals for coefficients. Nothing is ever cut off. */
final class Polynomial {
  static final Polynomial ZERO = new Polynomial(new Interval[] {Interval.ZERO});
  private static final int HALVINGS = 12;

  private final Interval[] c;

  private Polynomial(Interval[] coefficients) {
    c = coefficients;
  }

  static Polynomial of(double... coefficients) {
    return new Polynomial(
        Arrays.stream(coefficients).mapToObj(Interval::of).toArray(Interval[]::new));
  }

  /** {@code sum_i x_i w_i}, every coefficient the narrowest interval, of exact polynomials. */
  static Polynomial exact(double[] x, Polynomial[] w) {
    Interval[] sum = new Interval[w[0].c.length];
    for (int l = 0; l < sum.length; l++) {
      BigDecimal total = BigDecimal.ZERO;
      for (int i = 0; i < x.length; i++) {
        total = total.add(new BigDecimal(x[i]).multiply(new BigDecimal(w[i].c[l].lower())));
      }
      sum[l] = Interval.of(total);
    }
    return new Polynomial(sum);
  }

  Interval coefficient(int power) {
    return c[power];
  }

  /** The exact value at 1 of an exact polynomial. */
  BigDecimal end() {
    return Arrays.stream(c).map(o -> new BigDecimal(o.lower())).reduce(BigDecimal::add).get();
  }

  /** Whether it is exactly a number. */
  boolean isConstant(double value) {
    return c[0].equals(Interval.of(value))
        && Arrays.stream(c).skip(1).allMatch(o -> o.equals(Interval.ZERO));
  }

  Polynomial plus(Polynomial o) {
    Polynomial longer = c.length >= o.c.length ? this : o;
    Polynomial shorter = longer == this ? o : this;
    Interval[] sum = longer.c.clone();
    for (int l = 0; l < shorter.c.length; l++) {
      sum[l] = sum[l].plus(shorter.c[l]);
    }
    return new Polynomial(sum);
  }

  Polynomial minus(Polynomial o) {
    return plus(o.times(Interval.of(-1)));
  }

  Polynomial times(Interval factor) {
    return new Polynomial(Arrays.stream(c).map(o -> o.times(factor)).toArray(Interval[]::new));
  }

  Polynomial times(double factor) {
    return times(Interval.of(factor));
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
    Interval[] result = new Interval[c.length - 1];
    for (int l = 1; l < c.length; l++) {
      result[l - 1] = c[l].times(l);
    }
    return new Polynomial(result);
  }

  /** At least the absolute value on [0, 1]. */
  double magnitude() {
    Interval sum = Interval.ZERO;
    for (Interval one : c) {
      sum = sum.plus(one.magnitude());
    }
    return sum.upper();
  }

  /** At least the norm of a vector of polynomials on [0, 1]. */
  static double magnitude(Polynomial... parts) {
    Interval sum = Interval.ZERO;
    for (Polynomial part : parts) {
      sum = sum.plus(Interval.of(part.magnitude()).square());
    }
    return sum.sqrt().upper();
  }

  /** Contains all values on [0, 1]. */
  Interval range() {
    return Interval.of(lower(), -times(-1).lower());
  }

  /** At most all values on [0, 1]: the least Bernstein coefficient, of halves where it helps. */
  double lower() {
    int degree = c.length - 1;
    Interval[] b = new Interval[degree + 1];
    double binomial = 1; // below 2^53 up to degree 48, so exact
    for (int l = 0; l <= degree; l++) {
      b[l] = c[l].divide(Interval.of(binomial));
      binomial = binomial * (degree - l) / (l + 1);
    }
    for (int round = 1; round <= degree; round++) {
      for (int l = degree; l >= round; l--) {
        b[l] = b[l].plus(b[l - 1]);
      }
    }
    return lower(b, HALVINGS);
  }

  private static double lower(Interval[] b, int halvings) {
    double least = Arrays.stream(b).mapToDouble(Interval::lower).min().orElseThrow();
    if (halvings == 0 || least == b[0].lower() || least == b[b.length - 1].lower()) {
      return least;
    }
    Interval[] right = b.clone();
    Interval[] left = new Interval[b.length];
    for (int round = 0; round < b.length; round++) {
      left[round] = right[0];
      for (int l = 0; l + 1 < b.length - round; l++) {
        right[l] = right[l].plus(right[l + 1]).times(0.5);
      }
    }
    return Math.max(least, Math.min(lower(left, halvings - 1), lower(right, halvings - 1)));
  }
}
