package org.flowproof.enclose.verify;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.function.BinaryOperator;
import org.flowproof.enclose.interval.Interval;

/**
 * A polynomial on [0, 1] of which the coefficients are vectors of intervals, all of one dimension;
 * of dimension 1 it is called a number. Nothing is ever cut off.
 */
final class Polynomial {
  private final Interval[][] c;

  Polynomial(Interval[]... coefficients) {
    c = coefficients;
  }

  Polynomial plus(Polynomial o) {
    Interval[][] sum = Arrays.copyOf(c, Math.max(c.length, o.c.length));
    for (int l = 0; l < o.c.length; l++) {
      sum[l] = l < c.length ? add(c[l], o.c[l]) : o.c[l];
    }
    return new Polynomial(sum);
  }

  Polynomial minus(Polynomial o) {
    return plus(o.times(Interval.of(-1)));
  }

  Polynomial times(Interval factor) {
    return times(new Polynomial(new Interval[] {factor}));
  }

  Polynomial times(Polynomial number) {
    return sums(number, (a, b) -> scaled(a, b[0]));
  }

  /** The inner product, a number. */
  Polynomial dot(Polynomial o) {
    return sums(o, (a, b) -> new Interval[] {dot(a, b)});
  }

  private Polynomial sums(Polynomial o, BinaryOperator<Interval[]> product) {
    Interval[][] sums = new Interval[c.length + o.c.length - 1][];
    for (int l = 0; l < c.length; l++) {
      for (int i = 0; i < o.c.length; i++) {
        Interval[] one = product.apply(c[l], o.c[i]);
        sums[l + i] = sums[l + i] == null ? one : add(sums[l + i], one);
      }
    }
    return new Polynomial(sums);
  }

  Polynomial derivative() {
    Interval[][] result = new Interval[c.length - 1][];
    Arrays.setAll(result, l -> scaled(c[l + 1], Interval.of(l + 1)));
    return new Polynomial(result);
  }

  private static Interval[] add(Interval[] a, Interval[] b) {
    Interval[] sum = new Interval[a.length];
    Arrays.setAll(sum, i -> a[i].plus(b[i]));
    return sum;
  }

  private static Interval[] scaled(Interval[] a, Interval factor) {
    return Arrays.stream(a).map(factor::times).toArray(Interval[]::new);
  }

  /** The inner product; of exact vectors the narrowest interval. */
  private static Interval dot(Interval[] a, Interval[] b) {
    boolean exact = true;
    BigDecimal sum = BigDecimal.ZERO;
    Interval range = Interval.ZERO;
    for (int i = 0; i < a.length; i++) {
      range = range.plus(a[i].times(b[i]));
      exact &= a[i].isPoint() && b[i].isPoint();
      if (exact) {
        sum = sum.add(new BigDecimal(a[i].lower()).multiply(new BigDecimal(b[i].lower())));
      }
    }
    return exact ? Interval.of(sum) : range;
  }

  /** The distance from the value at 1 to the value of another at 0, both exact. */
  Interval jumpTo(Polynomial next) {
    Interval squares = Interval.ZERO;
    for (int i = 0; i < c[0].length; i++) {
      BigDecimal difference = new BigDecimal(next.c[0][i].lower());
      for (Interval[] one : c) {
        difference = difference.subtract(new BigDecimal(one[i].lower()));
      }
      squares = squares.plus(Interval.of(difference).square());
    }
    return squares.sqrt();
  }

  /** At least the norm, everywhere on [0, 1]. */
  Interval norm() {
    Interval squares = Interval.ZERO;
    for (int i = 0; i < c[0].length; i++) {
      Interval sum = Interval.ZERO;
      for (Interval[] one : c) {
        sum = sum.plus(one[i].abs());
      }
      squares = squares.plus(sum.square());
    }
    return squares.sqrt();
  }

  /** All values of a number on [0, 1]: they lie between the coefficients of Bernstein's form. */
  Interval range() {
    Interval[] b = new Interval[c.length];
    Interval binomial = Interval.ONE;
    for (int l = 0; l < b.length; l++) {
      b[l] = c[l][0].divide(binomial);
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
