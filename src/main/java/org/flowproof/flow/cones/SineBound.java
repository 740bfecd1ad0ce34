package org.flowproof.flow.cones;

import java.util.List;
import org.flowproof.flow.BoxLeastNorm;
import org.flowproof.problem.Vectors;

/**
 * A lower bound, from doubles, of the sine of the angle between a vector and a cone: most cones are
 * far from the least sine and need no exact one.
 *
 * <p>For unit rays {@code u_i} of the cone, a unit vector D and any z, every point {@code p = sum
 * c_i u_i} of the cone with {@code |p| <= 1} has
 *
 * <pre>
 * |D - p| >= &lt;D - p, z&gt;/|z| >= (&lt;D, z&gt; - max_i &lt;u_i, z&gt;_+ sum_i c_i)/|z|
 * </pre>
 *
 * and {@code sum_i c_i <= 1/delta} when {@code <u_i, q> >= delta > 0} for a unit vector q. The z
 * nearest to the truth is D less its nearest point, as doubles find it.
 */
final class SineBound {
  private static final double NARROW = 1e-5;
  private static final double SLACK = 1e-13;

  private SineBound() {}

  /**
   * The bound.
   *
   * @param vector not 0
   * @param generators of the cone, none of them 0
   * @return in [0, 1]; 0 when doubles cannot tell
   */
  static double of(ExactVector vector, List<ExactVector> generators) {
    double[] d = unit(vector);
    double[][] rays = generators.stream().map(SineBound::unit).toArray(double[][]::new);
    double[] q = new double[d.length];
    for (double[] ray : rays) {
      Vectors.add(1, ray, q);
    }
    double length = Vectors.norm(q);
    double delta = Double.POSITIVE_INFINITY;
    for (double[] ray : rays) {
      delta = Math.min(delta, Vectors.dot(ray, q) / length - SLACK);
    }
    if (!(delta > NARROW)) {
      return 0;
    }
    double[] negative = new double[d.length];
    Vectors.add(-1, d, negative);
    double[] z = new double[d.length];
    Vectors.add(-1, BoxLeastNorm.solve(negative, rays, 0, 2 / delta).element(), z);
    double beyond = 0;
    for (double[] ray : rays) {
      beyond = Math.max(beyond, Vectors.dot(ray, z) + SLACK);
    }
    double bound = (Vectors.dot(d, z) - beyond / delta) / Vectors.norm(z) - SLACK;
    return bound > 0 ? Math.min(bound, 1) : 0;
  }

  private static double[] unit(ExactVector vector) {
    return AlignmentPath.unit(vector.toDoubles());
  }
}
