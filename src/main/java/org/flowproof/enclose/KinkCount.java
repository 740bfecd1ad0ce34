package org.flowproof.enclose;

import java.util.List;

/**
 * Kinks that the path of a tube passed.
 *
 * @param convex crossed where {@code a_j r_k} is negative: errors do not grow there
 * @param concave crossed where it is positive: errors grow by the ratio of speeds
 * @param slides begun along kinks
 * @param releases ends of slides
 */
public record KinkCount(int convex, int concave, int slides, int releases) {

  /** Counts by kind. */
  public static KinkCount of(List<TubeKink> kinks) {
    return new KinkCount(
        count(kinks, TubeKink.Kind.CONVEX),
        count(kinks, TubeKink.Kind.CONCAVE),
        count(kinks, TubeKink.Kind.SLIDE),
        count(kinks, TubeKink.Kind.RELEASE));
  }

  private static int count(List<TubeKink> kinks, TubeKink.Kind kind) {
    return Math.toIntExact(kinks.stream().filter(k -> k.kind() == kind).count());
  }
}
