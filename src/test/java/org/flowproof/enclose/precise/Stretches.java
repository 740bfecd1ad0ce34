package org.flowproof.enclose.precise;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/** Stretches of time, one after the other, each with one power series for every weight. */
final class Stretches {
  private final FixedPoint numbers;
  private final List<BigInteger> starts = new ArrayList<>();
  private final List<BigInteger[][][]> series = new ArrayList<>();

  Stretches(FixedPoint numbers) {
    this.numbers = numbers;
  }

  void add(BigInteger start, BigInteger[][][] weights) {
    starts.add(start);
    series.add(weights);
  }

  /** The weights at a time. */
  BigInteger[][] at(BigInteger time) {
    int low = 0;
    int high = starts.size() - 1;
    while (low < high) {
      int middle = (low + high + 1) / 2;
      if (starts.get(middle).compareTo(time) <= 0) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    BigInteger[][][] weights = series.get(low);
    BigInteger s = time.subtract(starts.get(low));
    BigInteger[][] result = new BigInteger[weights.length][];
    for (int j = 0; j < result.length; j++) {
      result[j] = new BigInteger[weights[j].length];
      for (int i = 0; i < result[j].length; i++) {
        result[j][i] = numbers.at(weights[j][i], s);
      }
    }
    return result;
  }
}
