package org.flowproof.flow.structured;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * What a run leaves behind: the residuals of every macro step, and the states of all neurons at the
 * starts of some. Neurons meet only through the residuals, so any state in between follows by
 * walking each neuron alone from there.
 */
final class Tape {
  private static final long SNAPSHOT_BYTES = 128L << 20;

  /** A macro step with the residuals it was walked under. */
  static final class Step {
    private final double start;
    private final double length;
    private final double[] residuals;
    private final double[] gross;
    private final double error;
    private final double errors;

    /**
     * A step.
     *
     * @param residuals at the nodes, sample k at {@code k (q + 1)}; kept, not copied
     * @param gross what errors are measured by, for each line (see {@link LineForces}); kept
     * @param error estimate of what the step adds to the error of a neuron, relative to its size:
     *     how far the pull on it may be off, times the length
     * @param errors of all steps up to this one
     */
    Step(
        double start,
        double length,
        double[] residuals,
        double[] gross,
        double error,
        double errors) {
      this.start = start;
      this.length = length;
      this.residuals = residuals;
      this.gross = gross;
      this.error = error;
      this.errors = errors;
    }

    double start() {
      return start;
    }

    double length() {
      return length;
    }

    /** Not to be changed. */
    double[] residuals() {
      return residuals;
    }

    /** Not to be changed. */
    double[] gross() {
      return gross;
    }

    double error() {
      return error;
    }

    double errors() {
      return errors;
    }
  }

  private final List<Step> steps = new ArrayList<>();
  private final TreeMap<Integer, Neurons> snapshots = new TreeMap<>();
  private int stride = 1;

  /** Notes a step with the states at its start, which are copied when they are kept. */
  void add(Step step, Neurons start) {
    if (steps.size() % stride == 0) {
      snapshots.put(steps.size(), start.copy());
      if (snapshots.size() > 2 && snapshots.size() * start.bytes() > SNAPSHOT_BYTES) {
        stride *= 2;
        snapshots.keySet().removeIf(i -> i % stride != 0);
      }
    }
    steps.add(step);
  }

  int size() {
    return steps.size();
  }

  Step step(int i) {
    return steps.get(i);
  }

  /** The last step at whose start the states are kept, at or before a step. */
  int snapshotBefore(int step) {
    return snapshots.floorKey(step);
  }

  /** The states at the start of a step for which they are kept; not to be changed. */
  Neurons snapshot(int step) {
    return snapshots.get(step);
  }
}
