package org.flowproof.flow.cones;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.flowproof.formula.Rational;

/**
 * Whether a plane through 0 and one sample has all samples on one side: whether some {@code w != 0}
 * has {@code <w, x_k> = 0} and {@code <w, x_l> >= 0} for all l. Samples with such a plane lie on
 * the boundary of the cone of the data (Boursier and Flammarion, Early alignment, the set K of
 * Assumptions 5 and 6).
 *
 * <p>Decided exactly in any dimension. Let {@code p} be the point of least norm of {@code s +
 * cone(x_1, ..., x_n, -x_k)} with s the sum of all samples. Then {@code <p, x_l> >= 0} for all l
 * and {@code <p, x_k> = 0}, so that {@code p} itself is such a {@code w} unless it is 0. If it is
 * 0, every such {@code w} has {@code sum_l <w, x_l> <= 0}, hence is perpendicular to all samples.
 */
public final class SupportingPlane {
  private SupportingPlane() {}

  /**
   * Looks for a plane.
   *
   * @param samples of one dimension, at least one
   * @param sample 0-based, the one on the plane
   * @return a {@code w} as above; empty when there is none
   */
  public static Optional<ExactVector> through(List<ExactVector> samples, int sample) {
    return beside(samples, Optional.of(samples.get(sample)));
  }

  /**
   * Looks for a plane through 0 that has all samples on one side, whether one of them is on it or
   * not. Without one there is none through any sample.
   *
   * @param samples of one dimension, at least one
   * @return a {@code w != 0} with {@code <w, x_l> >= 0} for all l; empty when there is none
   */
  public static Optional<ExactVector> besideAll(List<ExactVector> samples) {
    return beside(samples, Optional.empty());
  }

  private static Optional<ExactVector> beside(
      List<ExactVector> samples, Optional<ExactVector> through) {
    List<ExactVector> free = Elimination.units(samples.get(0).dimension());
    ExactVector sum = ExactVector.zero(samples.get(0).dimension());
    List<ExactVector> cone = new ArrayList<>();
    for (ExactVector x : samples) {
      if (!x.isZero()) {
        free = Elimination.narrowed(free, x);
        cone.add(x.whole());
        sum = sum.plus(cone.get(cone.size() - 1));
      }
    }
    if (!free.isEmpty()) {
      return Optional.of(free.get(0));
    }
    through.filter(x -> !x.isZero()).ifPresent(x -> cone.add(x.whole().negate()));
    ExactVector nearest = LeastNorm.of(sum, cone, Rational.ZERO, Optional.empty()).point();
    return nearest.isZero() ? Optional.empty() : Optional.of(nearest);
  }
}
