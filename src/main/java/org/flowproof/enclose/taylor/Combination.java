package org.flowproof.enclose.taylor;

/**
 * Linear combinations of Taylor models. Coefficients of low orders are summed as in twice the
 * precision (Ogita, Rump and Oishi, Accurate sum and dot product, 2005) where a term has them so;
 * the others in plain doubles.
 */
final class Combination {
  private Combination() {}

  /**
   * {@code sum (factors + rests) terms}.
   *
   * @param rests what rounding left out of the factors; null where they are exact
   */
  static Series of(double[] factors, double[] rests, Series[] terms, int degree) {
    int pairs = 0;
    for (Series term : terms) {
      pairs = Math.max(pairs, term.pairs());
    }
    double[] sum = new double[degree + 1];
    double[] low = new double[pairs];
    double carried = 0;
    double size = 0;
    double small = 0;
    double plain = 0;
    for (int i = 0; i < terms.length; i++) {
      double f = factors[i];
      double g = rests == null ? 0 : rests[i];
      if (f == 0 && g == 0) {
        continue;
      }
      Series term = terms[i];
      add(f, g, term, sum, low);
      double big = Math.abs(f);
      double rest = Math.abs(g);
      double above = term.normFrom(pairs);
      carried += (big + rest) * term.remainder() + rest * (term.restNorm() + above);
      size += big * term.norm();
      small += big * term.restNorm() + rest * term.norm();
      plain += big * above;
    }
    double n = terms.length;
    double rounding = (n + 2) * Bounds.ROUNDOFF * plain;
    if (pairs > 0) {
      // what is added up in the second double: n + 4 roundoffs of all products, and the rests
      rounding += (4 * n + 8) * Bounds.ROUNDOFF * ((n + 4) * Bounds.ROUNDOFF * size + small);
      Pairs.normalize(sum, low);
    }
    return Series.of(sum, low, Bounds.up(carried + rounding));
  }

  private static void add(double f, double g, Series term, double[] sum, double[] low) {
    int own = Math.min(term.pairs(), low.length);
    for (int k = 0; k < low.length; k++) {
      double c = term.coefficient(k);
      double product = f * c;
      double rest = Math.fma(f, c, -product) + g * c;
      if (k < own) {
        rest += f * term.rest(k);
      }
      double old = sum[k];
      double next = old + product;
      double part = next - old;
      low[k] += ((old - (next - part)) + (product - part)) + rest;
      sum[k] = next;
    }
    for (int k = low.length; k < sum.length; k++) {
      sum[k] += f * term.coefficient(k);
    }
  }
}
