package org.flowproof.enclose.taylor;

/**
 * Many sums of the same rows of Taylor models, each row with gate 1, with a lower gate or left out:
 * {@code sum of the rows with gate 1 + lower * (all rows - those with gate 1 - those left out)}.
 * Coefficients of low orders are summed as in {@link Combination} where a term has them in two
 * doubles.
 *
 * <p>Rows are taken by blocks: sums of the rows of a block are kept, so that all that share some of
 * them add these up once. Not for several threads.
 */
public final class GatedSums {
  /**
   * Rows of a block: it has 15 sums, and about half of 64 or 200 rows are in each sum asked for.
   */
  private static final int BLOCK = 4;

  private final int width;
  private final int degree;
  private final int pairs;
  private final double lower;
  private final SeriesRow[] rows;
  private final SeriesRow all;

  /** Of each block, by which of its rows are in the sum; null as long as nobody has asked. */
  private final SeriesRow[][] sums;

  private GatedSums(SeriesRow[] rows, int width, int degree, int pairs, double lower) {
    this.width = width;
    this.degree = degree;
    this.pairs = pairs;
    this.lower = lower;
    this.rows = rows;
    sums = new SeriesRow[(rows.length + BLOCK - 1) / BLOCK][1 << BLOCK];
    all = new SeriesRow(width, degree, pairs);
    for (int t = 0; lower > 0 && t < rows.length; t++) {
      all.add(rows[t]);
    }
  }

  /**
   * Of rows that are given.
   *
   * @param rows all of one width, at least one, with models of one degree
   * @param lower the lower gate, in [0, 1)
   */
  public static GatedSums of(Series[][] rows, double lower) {
    int pairs = 0;
    for (Series[] row : rows) {
      for (Series one : row) {
        pairs = Math.max(pairs, one.pairs());
      }
    }
    SeriesRow[] flat = new SeriesRow[rows.length];
    int width = rows[0].length;
    int degree = rows[0][0].degree();
    for (int t = 0; t < flat.length; t++) {
      flat[t] = new SeriesRow(width, degree, pairs);
      for (int i = 0; i < width; i++) {
        flat[t].put(i, rows[t][i]);
      }
    }
    return new GatedSums(flat, width, degree, pairs, lower);
  }

  /**
   * Of rows that are vectors times a Taylor model.
   *
   * @param vectors all of one length
   * @param models as many, at least one, of one degree
   * @param lower the lower gate, in [0, 1)
   */
  public static GatedSums of(double[][] vectors, Series[] models, double lower) {
    int pairs = 0;
    for (Series one : models) {
      pairs = Math.max(pairs, one.pairs());
    }
    SeriesRow[] flat = new SeriesRow[models.length];
    int width = vectors[0].length;
    int degree = models[0].degree();
    for (int t = 0; t < flat.length; t++) {
      flat[t] = new SeriesRow(width, degree, pairs);
      for (int i = 0; i < width; i++) {
        flat[t].putProduct(i, vectors[t][i], models[t]);
      }
    }
    return new GatedSums(flat, width, degree, pairs, lower);
  }

  /**
   * One of the sums.
   *
   * @param signs one for each row: positive for gate 1, negative for the lower gate, 0 for none
   */
  public Series[] with(int[] signs) {
    SeriesRow sum = new SeriesRow(width, degree, pairs);
    int ones = 0;
    int out = 0;
    for (int block = 0; block < sums.length; block++) {
      int which = 0;
      int first = block * BLOCK;
      for (int t = first; t < Math.min(first + BLOCK, rows.length); t++) {
        if (signs[t] > 0) {
          which |= 1 << (t - first);
          ones++;
        } else if (signs[t] == 0) {
          out++;
        }
      }
      if (which != 0) {
        sum.add(sumOf(block, which));
      }
    }
    SeriesRow gated = sum;
    if (lower > 0) {
      SeriesRow rest = all.copy();
      rest.subtract(sum);
      for (int t = 0; out > 0 && t < rows.length; t++) {
        if (signs[t] == 0) {
          rest.subtract(rows[t]);
        }
      }
      gated = sum.copy();
      gated.addTimes(lower, rest);
    }
    Series[] result = new Series[width];
    for (int i = 0; i < width; i++) {
      result[i] = gated.series(i, remainder(i, sum, ones, out));
    }
    return result;
  }

  /** The sum of some rows of a block, not to be written to. */
  private SeriesRow sumOf(int block, int which) {
    SeriesRow known = sums[block][which];
    if (known == null) {
      SeriesRow row = rows[block * BLOCK + Integer.numberOfTrailingZeros(which)];
      int others = which & (which - 1);
      known = row;
      if (others != 0) {
        known = sumOf(block, others).copy();
        known.add(row);
      }
      sums[block][which] = known;
    }
    return known;
  }

  /**
   * With u the roundoff, the sum of p rows is off by p u of their sizes, that of all n by n u, and
   * each of the subtractions and the last product and sum by u of what they give.
   *
   * <p>This holds in whatever order rows are added up: there are p - 1 additions, and each is off
   * by u of its result, which is at most the sizes of the rows in it. A row is in less than p of
   * them. Likewise the second doubles of p rows take part in less than 2 p additions each, and what
   * the additions leave out of the first ones is at most p u of all sizes.
   */
  private double remainder(int i, SeriesRow sum, int ones, int out) {
    double n = rows.length;
    double high = (ones + 4) * (1 + lower);
    double low = lower * (n + out + 8);
    double plain = high * sum.above(i) + low * all.above(i);
    double carried = sum.remainder(i) + lower * all.remainder(i);
    double rounding = Bounds.ROUNDOFF * plain;
    if (pairs > 0) {
      // the second doubles hold the roundoffs of all operations, and the rests
      double operations = lower > 0 ? 2 * n + out + 8 : ones + 4;
      double size = sum.size(i) + 2 * lower * all.size(i);
      double small = sum.rests(i) + 2 * lower * all.rests(i);
      rounding +=
          (4 * operations + 8)
              * Bounds.ROUNDOFF
              * ((operations + 4) * Bounds.ROUNDOFF * size + small);
    }
    return Bounds.up(carried + rounding);
  }
}
