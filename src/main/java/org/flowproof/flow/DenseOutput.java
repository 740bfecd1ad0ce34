package org.flowproof.flow;

/** A polynomial through one step of a run, used up to a time in it. */
public interface DenseOutput {
  /** When the step begins. */
  double start();

  /** Until when the polynomial is used. */
  double end();

  /** The state at the start; not to be changed. */
  double[] origin();

  /** The state at a time. */
  double[] at(double time);
}
