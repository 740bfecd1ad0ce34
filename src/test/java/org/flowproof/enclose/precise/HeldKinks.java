package org.flowproof.enclose.precise;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.stream.IntStream;

/** The kinks that hold a neuron: their samples, and the inverse of the samples' Gram matrix. */
final class HeldKinks {
  private final FixedPoint numbers;
  private final int[] samples;
  private final BigInteger[][] inverse;

  private HeldKinks(FixedPoint numbers, int[] samples, BigInteger[][] inverse) {
    this.numbers = numbers;
    this.samples = samples;
    this.inverse = inverse;
  }

  /**
   * The kinks of a neuron's gates.
   *
   * @param x the samples
   * @throws IllegalStateException when the samples that hold it are dependent
   */
  static HeldKinks of(FixedPoint numbers, BigInteger[][] x, Gate[] gates) {
    int[] samples = IntStream.range(0, gates.length).filter(k -> gates[k] == Gate.HELD).toArray();
    int s = samples.length;
    BigInteger[][] rows = new BigInteger[s][2 * s];
    for (int p = 0; p < s; p++) {
      Arrays.fill(rows[p], BigInteger.ZERO);
      for (int q = 0; q < s; q++) {
        rows[p][q] = numbers.dot(x[samples[p]], x[samples[q]]);
      }
      rows[p][s + p] = numbers.one();
    }
    for (int pivot = 0; pivot < s; pivot++) {
      BigInteger by = rows[pivot][pivot];
      if (numbers.approximate(by.abs()) < 1e-12) {
        throw new IllegalStateException("a neuron is held by dependent samples");
      }
      for (int c = 0; c < 2 * s; c++) {
        rows[pivot][c] = numbers.over(rows[pivot][c], by);
      }
      for (int p = 0; p < s; p++) {
        BigInteger times = rows[p][pivot];
        for (int c = 0; p != pivot && c < 2 * s; c++) {
          rows[p][c] = rows[p][c].subtract(numbers.times(times, rows[pivot][c]));
        }
      }
    }
    BigInteger[][] inverse = new BigInteger[s][];
    for (int p = 0; p < s; p++) {
      inverse[p] = Arrays.copyOfRange(rows[p], s, 2 * s);
    }
    return new HeldKinks(numbers, samples, inverse);
  }

  int count() {
    return samples.length;
  }

  int sample(int which) {
    return samples[which];
  }

  /** Which of the kinks is that of a sample. */
  int which(int sample) {
    return Arrays.binarySearch(samples, sample);
  }

  /**
   * By how much of each sample a vector differs from its projection along the kinks.
   *
   * @param x the samples
   * @param vector not written to
   */
  BigInteger[] parts(BigInteger[][] x, BigInteger[] vector) {
    BigInteger[] parts = new BigInteger[samples.length];
    Arrays.fill(parts, BigInteger.ZERO);
    for (int q = 0; q < parts.length; q++) {
      BigInteger along = numbers.dot(vector, x[samples[q]]);
      for (int p = 0; p < parts.length; p++) {
        parts[p] = parts[p].add(numbers.times(inverse[p][q], along));
      }
    }
    return parts;
  }

  /** A vector less parts of the samples. */
  BigInteger[] less(BigInteger[][] x, BigInteger[] vector, BigInteger[] parts) {
    BigInteger[] result = Arrays.copyOf(vector, x[0].length);
    for (int p = 0; p < parts.length; p++) {
      for (int i = 0; i < result.length; i++) {
        result[i] = result[i].subtract(numbers.times(parts[p], x[samples[p]][i]));
      }
    }
    return result;
  }
}
