package org.flowproof.enclose.taylor;

/** Numbers given by two doubles: the rounded value and the rest. */
final class Pairs {
  private Pairs() {}

  /** What rounding leaves out of a sum of doubles, exactly. */
  static double sumRest(double a, double b, double sum) {
    double part = sum - a;
    return (a - (sum - part)) + (b - part);
  }

  /** Makes the first double of each the rounded value, without changing what they stand for. */
  static void normalize(double[] high, double[] low) {
    for (int k = 0; k < low.length; k++) {
      double sum = high[k] + low[k];
      low[k] = sumRest(high[k], low[k], sum);
      high[k] = sum;
    }
  }
}
