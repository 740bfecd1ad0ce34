package org.flowproof.check;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.flowproof.enclose.Tube;
import org.flowproof.enclose.TubeKink;
import org.flowproof.enclose.limit.ProvenLimit;
import org.flowproof.problem.Problem;

/**
 * A tube as it was made, or why there is none.
 *
 * @param tube up to the time that was asked for, or up to where it broke off; empty when nothing is
 *     enclosed
 * @param refusal why the time that was asked for is not reached; empty when it is
 * @param kinks that the path passed, in their order
 * @param counts steps, kinks by kind, slides, by their names in tables
 * @param limit what is proven of t to infinity; empty when that was not asked
 * @param seconds that it took
 */
public record TubeRun(
    Optional<Tube> tube,
    Optional<TubeRefusal> refusal,
    List<TubeKink> kinks,
    Map<String, Long> counts,
    Optional<Limit> limit,
    double seconds) {
  public TubeRun {
    kinks = List.copyOf(kinks);
    counts = Collections.unmodifiableMap(new LinkedHashMap<>(counts));
    if (tube.isEmpty() && refusal.isEmpty()) {
      throw new IllegalArgumentException("neither a tube nor a reason");
    }
  }

  /**
   * The theorem about t to infinity on this tube.
   *
   * @param theorem what is proven; empty when some condition of it is not met
   * @param lines what it says, or which condition is not met, one sentence each
   */
  public record Limit(Optional<ProvenLimit> theorem, List<String> lines) {
    public Limit {
      lines = List.copyOf(lines);
    }

    /** Whether all conditions of the theorem are met. */
    public boolean proven() {
      return theorem.isPresent();
    }
  }

  /** Makes tubes. */
  @FunctionalInterface
  public interface Maker {
    /**
     * Encloses a flow.
     *
     * @param until positive
     */
    TubeRun run(Problem problem, double until);
  }
}
