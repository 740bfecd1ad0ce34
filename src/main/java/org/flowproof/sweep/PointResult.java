package org.flowproof.sweep;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.flowproof.check.outcome.Ending;

/**
 * What became of a point.
 *
 * @param point the point
 * @param status whether it was judged
 * @param failure why it was not, one line; empty when it was
 * @param ending what the judge says of its run, such as the name of an {@link Ending}; empty when
 *     it was not judged
 * @param trusted whether all variations were tried and end alike; false when it was not judged
 * @param reason why the {@link #verdict} is what it is, one line; empty when there is nothing to
 *     add
 * @param numbers what the judge measured, by name; what has no value is absent, so no number is NaN
 * @param seconds of wall-clock time that it took, at least 0
 * @param reruns name of the ending of each second run, by the key of its variation
 */
public record PointResult(
    Point point,
    Status status,
    String failure,
    String ending,
    boolean trusted,
    String reason,
    SortedMap<String, Double> numbers,
    double seconds,
    SortedMap<String, String> reruns) {

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
    reruns = Collections.unmodifiableSortedMap(new TreeMap<>(reruns));
  }

  /** A result without second runs. */
  public PointResult(
      Point point,
      Status status,
      String failure,
      String ending,
      boolean trusted,
      String reason,
      SortedMap<String, Double> numbers,
      double seconds) {
    this(point, status, failure, ending, trusted, reason, numbers, seconds, new TreeMap<>());
  }

  /** A point that was judged. */
  public static PointResult done(Point point, Judged judged, double seconds) {
    return new PointResult(
        point,
        Status.DONE,
        "",
        judged.ending(),
        judged.trusted(),
        judged.reason(),
        judged.numbers(),
        seconds,
        judged.reruns());
  }

  /**
   * A point that was not judged.
   *
   * @param why one line
   */
  public static PointResult undecided(Point point, Status status, String why, double seconds) {
    return new PointResult(point, status, why, "", false, "", new TreeMap<>(), seconds);
  }

  /**
   * The ending, when every second run that was asked for ends alike; {@code UNKNOWN} otherwise, and
   * for points that were not judged.
   */
  public String verdict() {
    boolean alike = reruns.values().stream().allMatch(ending::equals);
    return status == Status.DONE && alike ? ending : Ending.UNKNOWN.name();
  }

  /** Whether it is known where the run ends. */
  public boolean isDecided() {
    return !verdict().equals(Ending.UNKNOWN.name());
  }

  /** The same result for a point of the same identity at another place. */
  public PointResult at(Point other) {
    return new PointResult(
        other, status, failure, ending, trusted, reason, numbers, seconds, reruns);
  }

  private static SortedMap<String, Double> cleaned(Map<String, Double> numbers) {
    SortedMap<String, Double> clean = new TreeMap<>(numbers);
    clean.values().removeIf(value -> value.isNaN());
    return Collections.unmodifiableSortedMap(clean);
  }
}
