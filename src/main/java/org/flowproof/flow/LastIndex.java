package org.flowproof.flow;

import java.util.function.IntPredicate;

/** Finds places in lists that are in order of time. */
public final class LastIndex {
  private LastIndex() {}

  /**
   * The last index that meets a condition, by bisection.
   *
   * @param count how many indices there are, at least 1
   * @param met met by all indices up to some one, and by none beyond it
   * @return 0 also when even that does not meet it
   */
  public static int of(int count, IntPredicate met) {
    int low = 0;
    int high = count - 1;
    while (low < high) {
      int middle = (low + high + 1) >>> 1;
      if (met.test(middle)) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return low;
  }
}
