package org.flowproof.check.recovery;

import java.util.List;
import org.flowproof.flow.State;
import org.flowproof.flow.Trajectory;
import org.flowproof.flow.origin.LimitFlow;

/** The distances of a run to the branches of the target set over its last decades. */
final class SlowReading {
  /** How much further away than the nearest branch another has to stay. */
  private static final double APART = 5;

  private final int[] branches;
  private final double[][] distances;
  private final double[] errors;

  /**
   * @param places of the end of the run, the nearest first
   */
  SlowReading(Trajectory run, TargetSet set, List<TargetSet.Place> places) {
    branches = places.stream().mapToInt(TargetSet.Place::distinct).toArray();
    distances = new double[branches.length][SlowApproach.count()];
    errors = new double[SlowApproach.count()];
    for (int i = 0; i < errors.length; i++) {
      State state = run.at(SlowApproach.time(run.endTime(), i));
      double[] theta = LimitFlow.weights(run.problem(), state);
      errors[i] = LimitFlow.error(run.problem(), state);
      for (int b = 0; b < branches.length; b++) {
        distances[b][i] = set.distance(theta, branches[b]);
      }
    }
  }

  /** How the distance to the nearest branch falls. */
  SlowApproach approach() {
    return SlowApproach.of(distances[0], errors);
  }

  /**
   * Whether the distances to the other branches, if they change on as over the last decade, with
   * the changes of the last two in proportion, stay well above that to the nearest.
   */
  boolean leavesOthers() {
    int last = errors.length - 1;
    for (int b = 1; b < branches.length; b++) {
      double[] d = distances[b];
      double change = d[last - SlowApproach.IN_DECADE] - d[last];
      double before = d[last - 2 * SlowApproach.IN_DECADE] - d[last - SlowApproach.IN_DECADE];
      double ratio = Math.abs(change / before);
      double rest = change <= 0 ? 0 : ratio < 1 ? change * ratio / (1 - ratio) : d[last];
      if (!(d[last] - 2 * rest - errors[last] > APART * distances[0][last])) {
        return false;
      }
    }
    return true;
  }
}
