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
  /** Products of numbers that one sample may cost. */
  private static final long MOST = 2_000;

  public EdgeSamples {
    samples = List.copyOf(samples);
  }

  static EdgeSamples of(ExactData data) {
    if ((long) data.n() * data.d() > MOST) {
      return new EdgeSamples(
          List.of(),
          data.n()
              + " samples in dimension "
              + data.d()
              + " are too many for exact arithmetic (n times d at most "
              + MOST
              + ")");
    }
    List<Integer> edge = new ArrayList<>();
    for (int k = 0; k < data.n(); k++) {
      if (SupportingPlane.through(data.samples(), k).isPresent()) {
        edge.add(k + 1);
      }
    }
    return new EdgeSamples(edge, "");
  }

  /** The samples, when they are decided. */
  Optional<List<Integer>> decided() {
    return refusal.isEmpty() ? Optional.of(samples) : Optional.empty();
  }
}
