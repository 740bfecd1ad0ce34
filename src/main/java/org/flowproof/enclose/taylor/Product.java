package org.flowproof.enclose.taylor;

/** Products of Taylor models; coefficients of low orders as in {@link Combination}. */
final class Product {
  private Product() {}

  static Series of(Series a, Series b) {
    int degree = a.degree();
    int pairs = Math.max(a.pairs(), b.pairs());
    double[] product = new double[degree + 1];
    double[] low = new double[pairs];
    double plain;
    double lost = 0;
    if (pairs > 0) {
      pairs(a, b, product, low);
      Pairs.normalize(product, low);
      plain = above(a, b, pairs) + a.normFrom(pairs) * b.norm();
      lost = restsAbove(a, b, pairs) + restsAbove(b, a, pairs) + a.restNorm() * b.restNorm();
    } else {
      plain = a.norm() * b.norm();
    }
    for (int i = 0; i <= degree; i++) {
      double f = a.coefficient(i);
      if (f != 0) {
        for (int k = Math.max(i, pairs); k <= degree; k++) {
          product[k] += f * b.coefficient(k - i);
        }
      }
    }
    double carried = a.remainder() * (b.norm() + b.remainder()) + b.remainder() * a.norm();
    double rounding = (degree + 4) * Bounds.ROUNDOFF * plain;
    if (pairs > 0) {
      double n = pairs;
      double small = a.restNorm() * b.norm() + a.norm() * b.restNorm();
      rounding +=
          (4 * n + 8) * Bounds.ROUNDOFF * ((n + 4) * Bounds.ROUNDOFF * a.norm() * b.norm() + small);
    }
    return Series.of(product, low, Bounds.up(carried + tail(a, b) + lost + rounding));
  }

  private static void pairs(Series a, Series b, double[] sum, double[] low) {
    double[] aLow = rests(a, low.length);
    double[] bLow = rests(b, low.length);
    for (int i = 0; i < low.length; i++) {
      double f = a.coefficient(i);
      double g = aLow[i];
      for (int k = i; k < low.length; k++) {
        double c = b.coefficient(k - i);
        double product = f * c;
        double rest = Math.fma(f, c, -product) + (g * c + f * bLow[k - i]);
        double old = sum[k];
        double next = old + product;
        low[k] += Pairs.sumRest(old, product, next) + rest;
        sum[k] = next;
      }
    }
  }

  private static double[] rests(Series a, int pairs) {
    double[] rests = new double[pairs];
    for (int k = 0; k < Math.min(pairs, a.pairs()); k++) {
      rests[k] = a.rest(k);
    }
    return rests;
  }

  /** The absolute products with one factor of low order that add up to an order from a bound on. */
  private static double above(Series a, Series b, int order) {
    double[] suffix = suffix(b, order);
    double sum = 0;
    for (int i = 0; i < order; i++) {
      sum += Math.abs(a.coefficient(i)) * suffix[order - i];
    }
    return sum;
  }

  /** The same for what rounding left out of the first factor: it is dropped there. */
  private static double restsAbove(Series a, Series b, int order) {
    double[] suffix = suffix(b, order);
    double sum = 0;
    for (int i = 0; i < a.pairs(); i++) {
      sum += Math.abs(a.rest(i)) * suffix[order - i];
    }
    return sum;
  }

  /** The sums of absolute coefficients from each order up to a bound on. */
  private static double[] suffix(Series b, int order) {
    double[] suffix = new double[order + 1];
    suffix[order] = b.normFrom(order);
    for (int l = order - 1; l >= 0; l--) {
      suffix[l] = suffix[l + 1] + Math.abs(b.coefficient(l));
    }
    for (int l = 0; l <= order; l++) {
      suffix[l] = Bounds.up(suffix[l]);
    }
    return suffix;
  }

  /** The sum of the absolute coefficients of a product above the degree, rests apart. */
  private static double tail(Series a, Series b) {
    double above = 0;
    double suffix = 0;
    int degree = a.degree();
    for (int i = 1; i <= degree; i++) {
      suffix += Math.abs(b.coefficient(degree + 1 - i));
      above += Math.abs(a.coefficient(i)) * suffix;
    }
    return above;
  }
}
