package org.flowproof.check.recovery;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a run has come to.
 *
 * @param verdict on it
 * @param reason what the verdict rests on, or why there is none; one line
 * @param numbers by name; docs/recovery.md says what each is
 */
public record Recovery(Verdict verdict, String reason, SortedMap<String, Double> numbers) {
  public Recovery {
    numbers = Collections.unmodifiableSortedMap(new TreeMap<>(numbers));
  }

  /** Where it tends to, or is. */
  public enum Verdict {
    /** In the target set. */
    RECOVERED,
    /** Outside it. */
    OTHER,
    /** Not decided. */
    UNKNOWN
  }
}
