package org.flowproof.check.smallstart;

import org.flowproof.flow.Trajectory;

/**
 * A run from small weights.
 *
 * @param scale norm at the start
 * @param delay what is added to a time of the limit flow to get that of the run
 * @param run the run
 */
record ScaledRun(double scale, double delay, Trajectory run) {}
