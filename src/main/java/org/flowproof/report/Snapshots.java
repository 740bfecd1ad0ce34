package org.flowproof.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.flowproof.flow.Trajectory;
import org.flowproof.formula.Term;
import org.flowproof.problem.DataSet;

/** The moments of a run that are drawn as still pictures. */
final class Snapshots {
  /** Outputs below this part of the largest label count as negligible. */
  private static final double SMALL_OUTPUT = 0.1;

  /** A loss within this part of its whole decrease above its last value counts as reached. */
  private static final double NEAR_END = 0.01;

  private Snapshots() {}

  /**
   * One moment.
   *
   * @param key short name for files
   * @param time when
   * @param words what distinguishes it, LaTeX
   */
  record Snapshot(String key, double time, String words) {}

  /** Start, end of the early phase, first time near the final loss, end; without repetitions. */
  static List<Snapshot> of(Trajectory trajectory, Readings readings, double[] grid) {
    List<Snapshot> out = new ArrayList<>();
    double end = trajectory.endTime();
    out.add(new Snapshot("start", 0, "the start"));
    DataSet data = trajectory.problem().data();
    double largest = 0;
    for (int k = 0; k < data.n(); k++) {
      largest = Math.max(largest, Math.abs(data.y().get(k)));
    }
    double threshold = SMALL_OUTPUT * largest;
    Term output = Readings.parse("Max[Abs[h[k,t]], {k, n}]");
    double early = TimeGrid.first(grid, t -> readings.at(output, Map.of(), t) >= threshold);
    add(
        out,
        new Snapshot(
            "aligned",
            early,
            "the end of the early phase, taken as the first time at which some output reaches a"
                + " tenth of the largest label in absolute value"),
        end);
    Term loss = Readings.parse("loss[t]");
    double first = readings.at(loss, Map.of(), 0);
    double last = readings.at(loss, Map.of(), end);
    double level = last + NEAR_END * (first - last);
    double near = TimeGrid.first(grid, t -> readings.at(loss, Map.of(), t) <= level);
    add(
        out,
        new Snapshot(
            "fitted",
            near,
            "the first time at which the loss has made 99\\,\\% of its way to its last value"),
        end);
    out.add(new Snapshot("end", end, "the end of the run"));
    return out;
  }

  /** The moment near the final loss, or the end when there is no such moment before it. */
  static double fitted(List<Snapshot> snapshots) {
    return snapshots.stream()
        .filter(s -> s.key().equals("fitted"))
        .findFirst()
        .orElse(snapshots.get(snapshots.size() - 1))
        .time();
  }

  private static void add(List<Snapshot> out, Snapshot snapshot, double end) {
    double before = out.get(out.size() - 1).time();
    if (snapshot.time() > before && snapshot.time() < end) {
      out.add(snapshot);
    }
  }
}
