package org.flowproof.enclose;

/**
 * Kinks that the path of a tube passed.
 *
 * @param convex crossed where {@code a_j r_k} is negative: errors do not grow there
 * @param concave crossed where it is positive: errors grow by the ratio of speeds
 * @param slides begun along kinks
 */
public record KinkCount(int convex, int concave, int slides) {
  static final KinkCount NONE = new KinkCount(0, 0, 0);

  KinkCount plus(boolean concaveKink, boolean slide) {
    return slide
        ? new KinkCount(convex, concave, slides + 1)
        : concaveKink
            ? new KinkCount(convex, concave + 1, slides)
            : new KinkCount(convex + 1, concave, slides);
  }
}
