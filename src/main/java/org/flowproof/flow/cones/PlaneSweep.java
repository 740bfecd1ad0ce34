package org.flowproof.flow.cones;

import java.util.ArrayList;
import java.util.List;
import org.flowproof.formula.Rational;

/**
 * The cones of samples in the plane, from one turn around the origin. All comparisons are exact.
 *
 * <p>The kinks are the lines through 0 perpendicular to the samples; samples on one line through 0
 * share their kink and the gate on it. Turning left from the ray of a kink, the pull jumps by a
 * fixed vector; on the ray itself the pulls are the segment between those of both sides.
 */
final class PlaneSweep {
  private final ZeroOutput data;
  private final List<ExactVector> rays = new ArrayList<>();
  private final List<ExactVector> jumps = new ArrayList<>();

  private PlaneSweep(ZeroOutput data) {
    this.data = data;
  }

  /**
   * All cones but the origin: for each ray in order of angle the ray and the sector to its left.
   *
   * @param data samples of the plane, at least one
   */
  static List<Cone> cones(ZeroOutput data) {
    PlaneSweep sweep = new PlaneSweep(data);
    sweep.collectRays();
    return sweep.turn();
  }

  private record Kink(ExactVector ray, ExactVector jump) {}

  private void collectRays() {
    List<Kink> kinks = new ArrayList<>();
    Rational height = Rational.ONE.minus(data.slope());
    for (int k = 0; k < data.samples().size(); k++) {
      ExactVector normal = data.samples().get(k).turned();
      ExactVector pull = data.pulls().get(k).times(height);
      // to the left of its own turned copy a sample is inactive
      kinks.add(upper(normal) ? new Kink(normal, pull.negate()) : new Kink(normal.negate(), pull));
    }
    kinks.sort((a, b) -> -a.ray().cross(b.ray()).signum());
    for (Kink kink : kinks) {
      int last = rays.size() - 1;
      if (last >= 0 && rays.get(last).cross(kink.ray()).signum() == 0) {
        jumps.set(last, jumps.get(last).plus(kink.jump()));
      } else {
        rays.add(kink.ray());
        jumps.add(kink.jump());
      }
    }
    int half = rays.size();
    for (int l = 0; l < half; l++) {
      rays.add(rays.get(l).negate());
      jumps.add(jumps.get(l).negate());
    }
  }

  /** Whether the angle of a vector is in [0, pi). */
  private static boolean upper(ExactVector v) {
    int height = v.get(1).signum();
    return height > 0 || (height == 0 && v.get(0).signum() > 0);
  }

  private List<Cone> turn() {
    List<Cone> cones = new ArrayList<>();
    int count = rays.size();
    ExactVector before = data.pullAt(insideAfter(count - 1));
    for (int i = 0; i < count; i++) {
      ExactVector after = before.plus(jumps.get(i));
      cones.add(ray(rays.get(i), before, after));
      cones.add(sector(i, after));
      before = after;
    }
    return cones;
  }

  private ExactVector next(int ray) {
    return rays.get((ray + 1) % rays.size());
  }

  /** With a single kink the sectors are half-planes, and neighbouring rays are opposite. */
  private ExactVector insideAfter(int ray) {
    ExactVector first = rays.get(ray);
    return rays.size() == 2 ? first.turned() : first.plus(next(ray));
  }

  private Cone sector(int ray, ExactVector pull) {
    Cone.Pole pole =
        pull.isZero()
            ? Cone.Pole.REST
            : within(ray, pull)
                ? Cone.Pole.ALONG
                : within(ray, pull.negate()) ? Cone.Pole.AGAINST : Cone.Pole.NONE;
    return new Cone(
        Cone.Kind.OPEN, insideAfter(ray), List.of(rays.get(ray), next(ray)), pull, List.of(), pole);
  }

  private boolean within(int ray, ExactVector v) {
    return rays.get(ray).cross(v).signum() > 0
        && (rays.size() == 2 || v.cross(next(ray)).signum() > 0);
  }

  private static Cone ray(ExactVector ray, ExactVector before, ExactVector after) {
    ExactVector pull = before.nearestTo0On(after);
    Cone.Pole pole = Cone.Pole.NONE;
    if (pull.isZero()) {
      pole = Cone.Pole.REST;
    } else if (ray.cross(pull).signum() == 0) {
      pole = ray.dot(pull).signum() > 0 ? Cone.Pole.ALONG : Cone.Pole.AGAINST;
    }
    return new Cone(Cone.Kind.FACE, ray, List.of(ray), pull, List.of(before, after), pole);
  }
}
