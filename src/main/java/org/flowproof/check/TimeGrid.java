package org.flowproof.check;

import java.util.List;
import java.util.TreeSet;
import org.flowproof.flow.Trajectory;
import org.flowproof.problem.Vec;

/**
 * The times at which a trajectory is read.
 *
 * @param times increasing, from 0 to the end of the run
 * @param steps how many ends of steps and events were kept
 * @param allSteps how many there are
 */
record TimeGrid(Vec times, int steps, int allSteps) {

  /** Where points lie inside a step, for 1, 2, 3 ... of them: evenly, clear of the ends. */
  static double fraction(int point, int points) {
    return (point + 0.5) / points;
  }

  /**
   * The iterates of a descent, thinned evenly to a limit; nothing lies between them.
   *
   * @param ahead whether the iterate after the one that is read is needed too, so that the last one
   *     is not read
   */
  static TimeGrid ofIterates(Trajectory trajectory, int limit, boolean ahead) {
    List<Double> all = trajectory.stepTimes();
    if (ahead && all.size() > 1) {
      all = all.subList(0, all.size() - 1);
    }
    int stride = Math.max(1, (all.size() + limit - 1) / limit);
    double[] times = new double[(all.size() + stride - 1) / stride];
    for (int i = 0; i < times.length; i++) {
      times[i] = all.get(i * stride);
    }
    return new TimeGrid(Vec.of(times), times.length, all.size());
  }

  static TimeGrid of(Trajectory trajectory, Sampling sampling, int limit) {
    List<Double> all = trajectory.stepTimes();
    double first = sampling.firstTime() * trajectory.endTime();
    TreeSet<Double> kept = new TreeSet<>(List.of(0.0, trajectory.endTime()));
    int stride = Math.max(1, (all.size() + limit - 1) / limit);
    for (int i = 0; i < all.size(); i += stride) {
      if (all.get(i) >= first) {
        kept.add(all.get(i));
      }
    }
    int steps = kept.size();
    int interior = Math.min(sampling.interiorPoints(), limit / steps - 1);
    TreeSet<Double> times = new TreeSet<>(kept);
    Double before = null;
    for (double time : kept) {
      for (int i = 0; before != null && i < interior; i++) {
        times.add(Math.max(first, before + (time - before) * fraction(i, interior)));
      }
      before = time;
    }
    return new TimeGrid(
        Vec.of(times.stream().mapToDouble(Double::doubleValue).toArray()),
        stride == 1 ? all.size() : steps,
        all.size());
  }
}
