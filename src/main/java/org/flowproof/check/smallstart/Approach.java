package org.flowproof.check.smallstart;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import org.flowproof.flow.Trajectory;
import org.flowproof.flow.origin.LimitFlow;
import org.flowproof.problem.Problem;
import org.flowproof.problem.Weights;

/**
 * Distances of runs from small starts to the limit flow.
 *
 * @param scales norms at the starts, decreasing
 * @param times of the limit flow, increasing
 * @param distances by scale, then by time: the Euclidean norm over all weights
 */
public record Approach(List<Double> scales, List<Double> times, List<List<Distance>> distances) {
  /** Distances below so many errors say nothing of a rate. */
  private static final double CLEAR = 20;

  public Approach {
    scales = List.copyOf(scales);
    times = List.copyOf(times);
    distances = distances.stream().map(List::copyOf).toList();
  }

  /**
   * One distance.
   *
   * @param value the distance
   * @param error the norms of the numerical errors of both weights, added; infinite when a run is
   *     not to be trusted or ended before
   */
  public record Distance(double value, double error) {
    /** Whether it stands out of the error. */
    public boolean clear() {
      return value > CLEAR * error;
    }
  }

  /**
   * An exponent between two successive scales at one time.
   *
   * @param value of {@code log} distance against {@code log} scale
   * @param error that the errors of the distances give it
   * @param scale the smaller of the two
   */
  public record Exponent(double value, double error, double scale) {}

  /**
   * Runs from all scales.
   *
   * @param direction weights of norm 1
   * @param shift what is added to the times of the limit flow to get those of the runs, besides
   *     {@code log(1/scale)/rate}
   * @param rate of the growth that is made up for
   * @param seen gets each run, which is forgotten then
   */
  static Approach of(
      Problem problem,
      Weights direction,
      double shift,
      double rate,
      LimitFlow limit,
      List<Double> scales,
      List<Double> times,
      Consumer<ScaledRun> seen) {
    List<List<Distance>> all = new ArrayList<>();
    for (double scale : scales) {
      double wait = shift - Math.log(scale) / rate;
      double last = times.get(times.size() - 1) + wait;
      Trajectory run = last > 0 ? LimitFlow.run(problem, direction.times(scale), last) : null;
      if (run != null) {
        seen.accept(new ScaledRun(scale, wait, run));
      }
      all.add(times.stream().map(t -> distance(problem, run, t, t + wait, limit)).toList());
    }
    return new Approach(scales, times, all);
  }

  private static Distance distance(
      Problem problem, Trajectory run, double t, double time, LimitFlow limit) {
    double slack = 1e-9 * (1 + Math.abs(time));
    boolean there =
        run != null
            && run.failures().isEmpty()
            && limit.failures().isEmpty()
            && time >= -slack
            && time <= run.endTime() + slack;
    if (!there) {
      return new Distance(0, Double.POSITIVE_INFINITY);
    }
    double at = Math.min(run.endTime(), Math.max(0, time));
    double[] here = LimitFlow.weights(problem, run.at(at));
    double error = LimitFlow.error(problem, run.at(at)) + limit.error(t);
    return new Distance(between(here, limit.at(t)), error);
  }

  static double between(double[] one, double[] other) {
    double sum = 0;
    for (int i = 0; i < one.length; i++) {
      sum += (one[i] - other[i]) * (one[i] - other[i]);
    }
    return Math.sqrt(sum);
  }

  /** Exponents at one time, from the largest scales on, where both distances are clear. */
  public List<Exponent> exponents(int time) {
    List<Exponent> found = new ArrayList<>();
    for (int s = 1; s < scales.size(); s++) {
      Distance large = distances.get(s - 1).get(time);
      Distance small = distances.get(s).get(time);
      if (large.clear() && small.clear()) {
        double octaves = Math.log(scales.get(s - 1) / scales.get(s));
        double error = large.error() / large.value() + small.error() / small.value();
        found.add(
            new Exponent(
                Math.log(large.value() / small.value()) / octaves, error / octaves, scales.get(s)));
      }
    }
    return found;
  }

  /** The exponents at the smallest scales that show one, one for each time that has any. */
  public List<Exponent> last() {
    List<Exponent> found = new ArrayList<>();
    for (int t = 0; t < times.size(); t++) {
      List<Exponent> all = exponents(t);
      if (!all.isEmpty()) {
        found.add(all.get(all.size() - 1));
      }
    }
    return found;
  }

  /** Whether any distance is missing. */
  boolean broken() {
    return distances.stream().flatMap(List::stream).anyMatch(d -> Double.isInfinite(d.error()));
  }

  /** The largest distance at the smallest scale. */
  Distance smallest() {
    return distances.get(distances.size() - 1).stream()
        .max(java.util.Comparator.comparingDouble(Distance::value))
        .orElseThrow();
  }

  /** The largest distance of all. */
  OptionalDouble largest() {
    return distances.stream().flatMap(List::stream).mapToDouble(Distance::value).max();
  }

  /** A row of numbers for readers. */
  static String words(double[] values) {
    return Arrays.stream(values)
        .mapToObj(v -> String.format(java.util.Locale.ROOT, "%.6g", v))
        .collect(java.util.stream.Collectors.joining(", "));
  }
}
