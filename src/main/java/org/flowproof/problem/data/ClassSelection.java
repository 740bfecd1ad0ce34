package org.flowproof.problem.data;

import java.util.OptionalLong;

/**
 * Which samples of a file make a problem of two classes.
 *
 * @param plus class whose samples get the label 1
 * @param minus class whose samples get the label -1, another one
 * @param takePlus how many of the first class, at least 1, or {@link #ALL}
 * @param takeMinus how many of the second
 * @param seed of the draw; empty takes the first ones in the order of the file
 */
public record ClassSelection(
    ClassLabel plus, ClassLabel minus, int takePlus, int takeMinus, OptionalLong seed) {
  /** Every sample of a class. */
  public static final int ALL = Integer.MAX_VALUE;

  /** For reports: what was taken. */
  public String words() {
    String classes =
        "classes " + plus.shown() + " (label 1) and " + minus.shown() + " (label -1), ";
    if (takePlus == ALL) {
      return classes + "all samples of both";
    }
    String count =
        takePlus == takeMinus ? takePlus + " of each" : takePlus + " and " + takeMinus + " of them";
    return classes
        + (seed.isPresent()
            ? count + " drawn with seed " + seed.getAsLong()
            : "the first " + count);
  }
}
