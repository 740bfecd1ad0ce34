package org.flowproof.sweep;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What became of a point.
 *
 * @param point the point
 * @param status whether it was judged
 * @param failure why it was not, one line; empty when it was
 * @param ending the judge's word for where the run ends; {@value PointOutcome#UNKNOWN} when the
 *     judge cannot tell, empty when the point was not judged
 * @param trusted whether the ending stood all tests that were asked for; false when it was not
 *     judged
 * @param reason the judge's reason, one line; empty when it was not judged
 * @param numbers what the judge measured, by name; what has no value is absent, so no number is NaN
 * @param seconds of wall-clock time that it took, at least 0
 */
public record PointResult(
    Point point,
    Status status,
    String failure,
    String ending,
    boolean trusted,
    String reason,
    SortedMap<String, Double> numbers,
    double seconds) {

  /** What can become of a point. */
  public enum Status {
    /** Judged; the judge may still have said that it does not know. */
    DONE,
    /** The computation threw. */
    FAILED,
    /** Not judged within its time. */
    TIMED_OUT
  }

  public PointResult {
    numbers = cleaned(numbers);
  }

  /** A point that was judged. */
  public static PointResult done(Point point, PointOutcome outcome, double seconds) {
    return new PointResult(
        point,
        Status.DONE,
        "",
        outcome.ending(),
        outcome.trusted(),
        outcome.reason(),
        outcome.numbers(),
        seconds);
  }

  /**
   * A point that was not judged.
   *
   * @param why one line
   */
  public static PointResult undecided(Point point, Status status, String why, double seconds) {
    return new PointResult(point, status, why, "", false, "", new TreeMap<>(), seconds);
  }

  /** Whether the point has an ending that can be relied upon. */
  public boolean isDecided() {
    return status == Status.DONE && trusted && !ending.equals(PointOutcome.UNKNOWN);
  }

  /** The same result for a point of the same identity at another place. */
  public PointResult at(Point other) {
    return new PointResult(other, status, failure, ending, trusted, reason, numbers, seconds);
  }

  private static SortedMap<String, Double> cleaned(Map<String, Double> numbers) {
    SortedMap<String, Double> clean = new TreeMap<>(numbers);
    clean.values().removeIf(value -> value.isNaN());
    return Collections.unmodifiableSortedMap(clean);
  }
}
