package org.flowproof.sweep;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a judge says about one run.
 *
 * @param ending its word for where the run ends, such as {@code INTERPOLATES}; {@value #UNKNOWN}
 *     when it cannot tell
 * @param trusted whether the ending stood all tests that were asked for
 * @param reason one line of plain text
 * @param numbers what it measured, by name
 */
public record PointOutcome(
    String ending, boolean trusted, String reason, SortedMap<String, Double> numbers) {
  /** The ending that a judge gives when it cannot tell. */
  public static final String UNKNOWN = "UNKNOWN";

  public PointOutcome {
    numbers = Collections.unmodifiableSortedMap(new TreeMap<>(numbers));
  }
}
