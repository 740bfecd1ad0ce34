package org.flowproof.check.outcome;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.flowproof.formula.Ball;
import org.flowproof.problem.DataSet;

/** The outputs that each ending stands for, with errors, in the order of {@link Ending}. */
final class Targets {
  /** Outputs are told apart down to this part of the largest label. */
  static final double RESOLUTION = 1e-6;

  private final Map<Ending, List<Ball>> outputs = new EnumMap<>(Ending.class);
  private final double resolution;

  Targets(DataSet data, Optional<HalfSamples> halves) {
    int n = data.n();
    double largest = 0;
    for (int k = 0; k < n; k++) {
      largest = Math.max(largest, Math.abs(data.y().get(k)));
    }
    resolution = RESOLUTION * largest;
    put(n, Ending.INTERPOLATION, k -> Ball.exact(data.y().get(k)));
    LinearFit whole = LinearFit.of(data, IntStream.range(0, n).toArray());
    put(n, Ending.LEAST_SQUARES, k -> new Ball(whole.at(data.x().row(k)), whole.error()));
    halves.ifPresent(
        h ->
            put(
                n,
                Ending.HALF_LEAST_SQUARES,
                k -> new Ball(h.fit(k).at(data.x().row(k)), h.fit(k).error())));
  }

  private void put(int n, Ending ending, IntFunction<Ball> output) {
    outputs.put(ending, IntStream.range(0, n).mapToObj(output).toList());
  }

  /** Endings that stand for something here. */
  List<Ending> known() {
    return new ArrayList<>(outputs.keySet());
  }

  /** Largest difference of an output from that of an ending, with its error. */
  Ball distance(Ending ending, List<Ball> reached) {
    double distance = 0;
    double error = 0;
    List<Ball> target = outputs.get(ending);
    for (int k = 0; k < target.size(); k++) {
      distance = Math.max(distance, Math.abs(reached.get(k).value() - target.get(k).value()));
      error = Math.max(error, reached.get(k).radius() + target.get(k).radius());
    }
    return new Ball(distance, error);
  }

  /**
   * Which ending some outputs are; why not, where that cannot be told.
   *
   * @param bounded whether the errors of the outputs are bounds; if not, outputs that have not come
   *     to rest say nothing
   */
  Verdict decide(List<Ball> reached, boolean bounded) {
    double coarsest = 0;
    for (Ending ending : outputs.keySet()) {
      Ball distance = distance(ending, reached);
      if (distance.value() <= distance.radius()) {
        return distance.radius() <= resolution
            ? new Verdict(ending, "")
            : unknown("it may be " + ending.words() + ", but ", distance.radius());
      }
      coarsest = Math.max(coarsest, distance.radius());
    }
    return bounded || coarsest <= resolution
        ? new Verdict(Ending.OTHER, "the limit differs from each known fit by more than its error")
        : unknown("", coarsest);
  }

  private Verdict unknown(String start, double error) {
    return Verdict.unknown(
        String.format(
            Locale.ROOT,
            "%sthe outputs are known to %.2g only, not to %.2g; a longer run may tell",
            start,
            error,
            resolution));
  }

  /** An ending, and a remark on it. */
  record Verdict(Ending ending, String reason) {
    static Verdict unknown(String reason) {
      return new Verdict(Ending.UNKNOWN, reason);
    }
  }
}
