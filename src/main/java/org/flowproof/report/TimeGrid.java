package org.flowproof.report;

import java.util.List;
import java.util.TreeSet;
import java.util.function.DoublePredicate;
import org.flowproof.flow.Trajectory;

/** The times at which curves are drawn. */
final class TimeGrid {
  private TimeGrid() {}

  /**
   * Equally spaced times and the run's own steps, thinned evenly.
   *
   * @param end last time, at most the end of the run
   * @param limit largest number of times, at least 4
   * @return increasing, from 0 to the last time
   */
  static double[] of(Trajectory trajectory, double end, int limit) {
    TreeSet<Double> times = new TreeSet<>();
    int uniform = limit / 2;
    for (int i = 0; i < uniform; i++) {
      times.add(end * i / (uniform - 1));
    }
    List<Double> steps = trajectory.stepTimes().stream().filter(t -> t <= end).toList();
    int room = limit - uniform;
    for (int i = 0; i < room && !steps.isEmpty(); i++) {
      times.add(steps.get((int) ((long) i * (steps.size() - 1) / Math.max(1, room - 1))));
    }
    return times.stream().mapToDouble(Double::doubleValue).toArray();
  }

  /**
   * The first time at which something holds, found on the grid and refined by bisection.
   *
   * @return NaN when it holds nowhere on the grid
   */
  static double first(double[] grid, DoublePredicate holds) {
    for (int i = 0; i < grid.length; i++) {
      if (holds.test(grid[i])) {
        return i == 0 ? grid[0] : bisect(grid[i - 1], grid[i], holds);
      }
    }
    return Double.NaN;
  }

  private static double bisect(double before, double after, DoublePredicate holds) {
    double low = before;
    double high = after;
    // 30 halvings leave 1e-9 of a grid cell, far below the width of a line in print
    for (int i = 0; i < 30; i++) {
      double middle = low + (high - low) / 2;
      if (holds.test(middle)) {
        high = middle;
      } else {
        low = middle;
      }
    }
    return high;
  }
}
