package org.flowproof.check.scale;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.DoubleFunction;

/**
 * Looks for the scales at which an outcome changes, by geometric bisection between scales whose
 * outcomes differ. An outcome need not be monotone in the scale: every change that is met is
 * followed, those between two scales of one outcome are not met. An unknown outcome is no evidence
 * for either side: a change is reported between the nearest scales of known outcomes, and the
 * unknown scales between them are told.
 *
 * @param <T> what outcomes are compared by
 */
public final class ScaleSearch<T> {
  private final DoubleFunction<Reading<T>> outcomes;
  private final double width;
  private final int most;

  /**
   * A search.
   *
   * @param outcomes the outcome at a scale; asked once for each scale
   * @param width the ratio of two scales, above 1, at which a change counts as found
   * @param most scales to try, at least 2
   */
  public ScaleSearch(DoubleFunction<Reading<T>> outcomes, double width, int most) {
    if (!(width > 1) || most < 2) {
      throw new IllegalArgumentException("width " + width + ", at most " + most);
    }
    this.outcomes = outcomes;
    this.width = width;
    this.most = most;
  }

  /**
   * The outcome at one scale.
   *
   * @param outcome empty when it is not known
   * @param reason why it is not known, or a remark; may be empty
   */
  public record Reading<T>(Optional<T> outcome, String reason) {}

  /**
   * One scale that was tried.
   *
   * @param scale the scale
   * @param reading the outcome there
   */
  public record Trial<T>(double scale, Reading<T> reading) {}

  /**
   * Two different known outcomes with no known one between them.
   *
   * @param low the larger scale known to have the outcome {@code below}
   * @param high the smaller scale known to have the outcome {@code above}
   * @param below the outcome at {@code low}
   * @param above the outcome at {@code high}
   * @param unknown scales between them that were tried and gave no outcome, ascending
   */
  public record Change<T>(double low, double high, T below, T above, List<Double> unknown) {
    public Change {
      unknown = List.copyOf(unknown);
    }
  }

  /**
   * What was seen.
   *
   * @param trials all scales that were tried, ascending
   * @param changes ascending; there may be others between two trials of one outcome
   * @param narrow whether every change was narrowed down to the width asked for
   */
  public record Result<T>(List<Trial<T>> trials, List<Change<T>> changes, boolean narrow) {
    public Result {
      trials = List.copyOf(trials);
      changes = List.copyOf(changes);
    }

    /** Whether the outcome is known at every scale that was tried. */
    public boolean known() {
      return trials.stream().allMatch(t -> t.reading().outcome().isPresent());
    }
  }

  /**
   * Searches from one scale to another. While all outcomes agree, the widest gap is halved.
   *
   * @param low positive
   * @param high above {@code low}
   */
  public Result<T> between(double low, double high) {
    if (!(low > 0 && high > low && Double.isFinite(high))) {
      throw new IllegalArgumentException("from " + low + " to " + high);
    }
    TreeMap<Double, Reading<T>> readings = new TreeMap<>();
    readings.put(low, outcomes.apply(low));
    readings.put(high, outcomes.apply(high));
    while (readings.size() < most) {
      Optional<Double> next = next(readings);
      if (next.isEmpty()) {
        break;
      }
      readings.put(next.get(), outcomes.apply(next.get()));
    }
    List<Trial<T>> trials = new ArrayList<>();
    readings.forEach((scale, reading) -> trials.add(new Trial<>(scale, reading)));
    List<Change<T>> changes = changes(trials);
    boolean narrow = changes.stream().allMatch(c -> c.high() <= c.low() * width);
    return new Result<>(trials, changes, narrow);
  }

  /** The middle of the widest gap between different outcomes; of any gap when none differ. */
  private Optional<Double> next(TreeMap<Double, Reading<T>> readings) {
    Optional<Double> between = widest(readings, true);
    boolean differ = readings.values().stream().map(Reading::outcome).distinct().count() > 1;
    return differ ? between : widest(readings, false);
  }

  private Optional<Double> widest(TreeMap<Double, Reading<T>> readings, boolean different) {
    double most = width;
    Optional<Double> middle = Optional.empty();
    for (Map.Entry<Double, Reading<T>> entry : readings.entrySet()) {
      Map.Entry<Double, Reading<T>> after = readings.higherEntry(entry.getKey());
      if (after == null
          || different && after.getValue().outcome().equals(entry.getValue().outcome())) {
        continue;
      }
      double ratio = after.getKey() / entry.getKey();
      if (ratio > most) {
        most = ratio;
        middle = Optional.of(entry.getKey() * Math.sqrt(ratio));
      }
    }
    return middle;
  }

  private static <T> List<Change<T>> changes(List<Trial<T>> trials) {
    List<Change<T>> changes = new ArrayList<>();
    Trial<T> last = null;
    List<Double> unknown = new ArrayList<>();
    for (Trial<T> trial : trials) {
      if (trial.reading().outcome().isEmpty()) {
        unknown.add(trial.scale());
        continue;
      }
      if (last != null && !last.reading().outcome().equals(trial.reading().outcome())) {
        changes.add(
            new Change<>(
                last.scale(),
                trial.scale(),
                last.reading().outcome().orElseThrow(),
                trial.reading().outcome().orElseThrow(),
                unknown));
      }
      unknown = new ArrayList<>();
      last = trial;
    }
    return changes;
  }
}
