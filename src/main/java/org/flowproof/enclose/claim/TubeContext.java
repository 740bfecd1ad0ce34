package org.flowproof.enclose.claim;

import org.flowproof.enclose.Tube;

/** All ways of reading one tube. Used by one thread. */
final class TubeContext {
  private final TubeValues values;
  private final StartExact exact;
  private final boolean conserves;

  TubeContext(Tube tube) {
    values = new TubeValues(tube);
    exact = new StartExact(new TubeModel(tube.problem()));
    conserves = Conserved.by(tube.problem());
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
