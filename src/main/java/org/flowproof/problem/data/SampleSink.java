package org.flowproof.problem.data;

/**
 * Takes the samples of a file one after the other. The label comes first, so that the entries of a
 * sample that is not wanted need not be read.
 */
public interface SampleSink {

  /** Whether labels may be words. */
  boolean takesWords();

  /**
   * The next sample of the file.
   *
   * @param label its label
   * @return whether its entries are wanted; then {@link #put} follows
   */
  boolean offer(ClassLabel label);

  /**
   * The entries of the sample offered last.
   *
   * @param x length d, finite; not changed afterwards by the caller
   * @throws IllegalArgumentException when they are more than can be kept
   */
  void put(double[] x);
}
