package org.flowproof.problem;

import java.util.List;
import java.util.Locale;

/**
 * The activation cones and extremal vectors that the data of a case should have.
 *
 * @param cones how many activation cones, kinks and the point 0 included
 * @param vectors all extremal vectors, in any order
 */
public record ExpectedExtremal(int cones, List<Vector> vectors) {
  public ExpectedExtremal {
    vectors = List.copyOf(vectors);
  }

  /**
   * One extremal vector by its position.
   *
   * @param kind of critical point
   * @param signs of {@code <w, x_k>} at it, one of {@code +-0} for each sample
   */
  public record Vector(Kind kind, String signs) {}

  /** Kinds of critical points. */
  public enum Kind {
    MAXIMUM,
    MINIMUM,
    SADDLE;

    /** As in case files. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
