package org.flowproof.sweep.recovery;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Something that a publication says, and how to read it off results.
 *
 * @param source where it stands
 * @param reads what is read off
 * @param value what the publication has
 * @param tolerance how far apart counts as agreement
 * @param relative whether the tolerance is a factor, above 1; otherwise it is a distance
 * @param at which points count, by axis
 * @param number name of the number, for means and medians
 * @param verdict word of the verdict, for shares
 * @param border for borders
 */
public record Published(
    String source,
    Reads reads,
    double value,
    double tolerance,
    boolean relative,
    Map<String, Where> at,
    String number,
    String verdict,
    Optional<WantedBorder> border) {
  public Published {
    at = Map.copyOf(at);
  }

  /** What can be read off. */
  public enum Reads {
    /** The mean of a number. */
    MEAN,
    /** The median of a number. */
    MEDIAN,
    /** The part of points with a verdict. */
    SHARE,
    /** Where the class changes along an axis. */
    BORDER
  }

  /**
   * Values of an axis that count.
   *
   * @param texts exactly these, as they stand in the file; empty when there are bounds
   * @param above strictly above this, if bounded
   * @param below strictly below this, if bounded
   */
  public record Where(List<String> texts, OptionalDouble above, OptionalDouble below) {
    public Where {
      texts = List.copyOf(texts);
    }
  }

  /**
   * A border.
   *
   * @param axis along which
   * @param rule by which results are classed
   * @param before class on the lower side, such as {@code branch 2}
   * @param after class on the upper side
   */
  public record WantedBorder(String axis, Rule rule, String before, String after) {}
}
