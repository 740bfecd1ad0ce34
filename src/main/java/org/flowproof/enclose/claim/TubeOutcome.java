package org.flowproof.enclose.claim;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/** What came of a claim on a tube. */
public sealed interface TubeOutcome {

  /** It holds at every time of its range up to the end of the tube. */
  record Holds(Enclosed enclosed) implements TubeOutcome {}

  /**
   * It fails at every time of a span that surely belongs to its range.
   *
   * @param after the span begins after this time; it is the point 0 when both are 0
   * @param until its last time
   * @param indices values of the generic indices, 1-based
   * @param says the comparison that is false, with both sides
   */
  record Fails(double after, double until, Map<String, Integer> indices, String says)
      implements TubeOutcome {
    public Fails {
      indices = Collections.unmodifiableMap(new TreeMap<>(indices));
    }
  }

  /**
   * It could not be decided.
   *
   * @param after the first span that is open begins after this time; both 0 for the point 0, both
   *     NaN when no single span is to blame
   * @param until its last time
   * @param indices values of the generic indices, 1-based
   * @param reason what is open
   */
  record Open(double after, double until, Map<String, Integer> indices, String reason)
      implements TubeOutcome {
    public Open {
      indices = Collections.unmodifiableMap(new TreeMap<>(indices));
    }
  }

  /**
   * It says nothing on the tube.
   *
   * @param reason why not
   */
  record Silent(String reason) implements TubeOutcome {}
}
