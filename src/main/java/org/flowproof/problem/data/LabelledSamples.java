package org.flowproof.problem.data;

import java.util.List;
import org.flowproof.problem.Matrix;
import org.flowproof.problem.Vec;

/**
 * Samples of a file in the order of the file.
 *
 * @param x {@code n x d}, n at least 1
 * @param y length n
 * @param numbers place of each sample in the file, from 1; empty when all were taken
 */
public record LabelledSamples(Matrix x, Vec y, List<Integer> numbers) {
  /** Largest number of entries of X. */
  public static final long MAX_ENTRIES = 20_000_000;

  public LabelledSamples {
    numbers = List.copyOf(numbers);
  }

  /** For messages: {@code sample 3}, with its place in the file when that is another one. */
  public String name(int k) {
    String place = numbers.isEmpty() ? "" : " (number " + numbers.get(k) + " of the file)";
    return "sample " + (k + 1) + place;
  }

  static void refuseTooMany(long samples, int dimension) {
    if (samples * dimension > MAX_ENTRIES) {
      throw new IllegalArgumentException(
          "more than " + MAX_ENTRIES + " entries in samples of " + dimension);
    }
  }
}
