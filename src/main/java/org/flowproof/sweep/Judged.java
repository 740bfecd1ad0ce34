package org.flowproof.sweep;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.flowproof.check.outcome.RunOutcome;
import org.flowproof.check.recovery.Recovery;

/**
 * What a judge says of a run.
 *
 * @param ending a word of the judge's, {@code UNKNOWN} when it does not know
 * @param trusted whether all second runs were made and end alike
 * @param reason one line; empty when there is nothing to add
 * @param numbers by name
 * @param reruns the ending of each second run, by the key of its variation
 */
public record Judged(
    String ending,
    boolean trusted,
    String reason,
    SortedMap<String, Double> numbers,
    SortedMap<String, String> reruns) {
  public Judged {
    numbers = Collections.unmodifiableSortedMap(new TreeMap<>(numbers));
    reruns = Collections.unmodifiableSortedMap(new TreeMap<>(reruns));
  }

  /** Where outputs end. */
  public static Judged of(RunOutcome outcome) {
    SortedMap<String, String> reruns = new TreeMap<>();
    outcome.reruns().forEach(r -> reruns.put(r.variation().key(), r.ending().name()));
    return new Judged(
        outcome.ending().name(),
        outcome.trusted(),
        outcome.explanation(),
        outcome.numbers(),
        reruns);
  }

  /** Whether a target is recovered; there are no second runs. */
  public static Judged of(Recovery recovery) {
    return new Judged(
        recovery.verdict().name(), false, recovery.reason(), recovery.numbers(), new TreeMap<>());
  }
}
