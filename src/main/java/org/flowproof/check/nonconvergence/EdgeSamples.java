package org.flowproof.check.nonconvergence;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.flowproof.flow.cones.SupportingPlane;

/**
 * The set {@code K} of the samples on the boundary of the cone of the data: {@code k} such that
 * some {@code w != 0} has {@code <w, x_k> = 0} and {@code <w, x_l> >= 0} for all l.
 *
 * @param samples 1-based, ascending; empty when not decided
 * @param refusal why they are not decided; empty when they are
 */
public record EdgeSamples(List<Integer> samples, String refusal) {
  /** Products of numbers that all samples together may cost, roughly. */
  private static final double MOST = 2e6;

  public EdgeSamples {
    samples = List.copyOf(samples);
  }

  static EdgeSamples of(ExactData data) {
    double n = data.n();
    double d = data.d();
    double one = d * (n * d + Math.pow(d, 3));
    if (one > MOST) {
      return tooMany(data);
    }
    if (SupportingPlane.besideAll(data.samples()).isEmpty()) {
      return new EdgeSamples(List.of(), "");
    }
    if (n * one > MOST) {
      return tooMany(data);
    }
    List<Integer> edge = new ArrayList<>();
    for (int k = 0; k < data.n(); k++) {
      if (SupportingPlane.through(data.samples(), k).isPresent()) {
        edge.add(k + 1);
      }
    }
    return new EdgeSamples(edge, "");
  }

  private static EdgeSamples tooMany(ExactData data) {
    return new EdgeSamples(
        List.of(),
        data.n() + " samples in dimension " + data.d() + " are too many for exact arithmetic");
  }

  /** The samples, when they are decided. */
  Optional<List<Integer>> decided() {
    return refusal.isEmpty() ? Optional.of(samples) : Optional.empty();
  }
}
