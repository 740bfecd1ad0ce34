package org.flowproof.enclose.claim;

import java.util.Set;
import org.flowproof.enclose.Tube;

/** All ways of reading one tube. Used by one thread. */
final class TubeContext {
  private final TubeValues values;
  private final StartExact exact;
  private final boolean conserves;
  private final boolean slopes;

  TubeContext(Tube tube) {
    values = new TubeValues(tube);
    exact = new StartExact(new TubeModel(tube.problem()));
    conserves = Conserved.by(tube.problem());
    slopes = true;
  }

  private TubeContext(TubeContext all, Set<Integer> unmoved) {
    values = new TubeValues(all.values, unmoved);
    exact = all.exact;
    conserves = all.conserves;
    slopes = false;
  }

  /** The tube at the times at which some neurons, 1-based, have met no event yet. */
  TubeContext before(Set<Integer> unmoved) {
    return new TubeContext(this, unmoved);
  }

  /** Whether something follows from slopes for all times of a span. */
  boolean slopes() {
    return slopes;
  }

  TubeValues values() {
    return values;
  }

  StartExact exact() {
    return exact;
  }

  /** Whether {@link Conserved} applies. */
  boolean conserves() {
    return conserves;
  }
}
