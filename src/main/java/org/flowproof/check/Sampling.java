package org.flowproof.check;

/**
 * Where a conclusion is read.
 *
 * @param interiorPoints points inside each accepted step, at least 1; the ends of steps and events
 *     are always read too
 * @param times limit on times for one claim; when steps and events alone exceed it they are thinned
 *     evenly, which the finding says
 * @param readings limit on readings (times, instances and bound indices together) that lowers the
 *     limit on times, but not below 50
 * @param refinements how many of the smallest local minima of the margin are looked at more closely
 * @param firstTime share of the run, after time 0, in which nothing is read: bounds that start with
 *     equality have a margin there that no numerical error resolves
 */
public record Sampling(
    int interiorPoints, int times, long readings, int refinements, double firstTime) {
  public Sampling {
    if (interiorPoints < 1 || times < 2 || readings < 1 || refinements < 0 || !(firstTime >= 0)) {
      throw new IllegalArgumentException("not a sampling: at least 1 interior point and 2 times");
    }
  }

  /**
   * 3 interior points, 2000 times, a million readings, 5 refinements, a ten-thousandth of the run.
   */
  public static Sampling standard() {
    return new Sampling(3, 2000, 1_000_000, 5, 1e-4);
  }

  /** The same without a closer look anywhere: between iterates there is nothing to see. */
  Sampling withoutRefinements() {
    return new Sampling(interiorPoints, times, readings, 0, firstTime);
  }
}
