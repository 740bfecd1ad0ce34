package org.flowproof.report;

import java.util.Map;
import org.flowproof.flow.Trajectory;
import org.flowproof.formula.Term;

/** Reads formulas on a trajectory. */
final class TrajectoryReadings implements Readings {
  private final Trajectory trajectory;

  TrajectoryReadings(Trajectory trajectory) {
    this.trajectory = trajectory;
  }

  @Override
  public double at(Term term, Map<String, Integer> indices, double time) {
    return trajectory.endTime() >= time ? Double.NaN : time;
  }
}
