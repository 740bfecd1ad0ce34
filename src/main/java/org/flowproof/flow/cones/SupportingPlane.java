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
    List<ExactVector> beside = Elimination.units(samples.get(0).dimension());
    ExactVector sum = ExactVector.zero(samples.get(0).dimension());
    List<ExactVector> cone = new ArrayList<>();
    for (ExactVector x : samples) {
      if (!x.isZero()) {
        beside = Elimination.narrowed(beside, x);
        cone.add(x.whole());
        sum = sum.plus(cone.get(cone.size() - 1));
      }
    }
    if (!beside.isEmpty()) {
      return Optional.of(beside.get(0));
    }
    if (!samples.get(sample).isZero()) {
      cone.add(samples.get(sample).whole().negate());
    }
    ExactVector nearest = LeastNorm.of(sum, cone, Rational.ZERO, Optional.empty()).point();
    return nearest.isZero() ? Optional.empty() : Optional.of(nearest);
  }
}
