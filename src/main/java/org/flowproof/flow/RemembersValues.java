package org.flowproof.flow;

import java.util.function.Function;

/** A trajectory that keeps the values read from it, so that several readers share them. */
public interface RemembersValues extends Trajectory {

  /** The one valuation of this trajectory, made on first use. */
  TrajectoryValuation values(Function<Trajectory, TrajectoryValuation> create);
}
