package org.flowproof.flow.stiff;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import org.flowproof.flow.Failure;
import org.flowproof.problem.Dynamics;

/**
 * Finds the next step of a run: short enough for growth, for Newton's iteration and for its error.
 * Used by one thread.
 */
final class StepSearch {
  /** Steps shorter than this many units in the last place of the time do not move it well. */
  private static final double SHORTEST = 16;

  /** Parts of the tolerance; below them an error is rounding, and says nothing of longer steps. */
  private static final double SMALLEST_ERROR = 1e-6;

  private final Radau method;
  private final NeuronScale scale;
  private final double tolerance;
  private final Dynamics.StopRule stop;
  private final Stages stages;
  private final Growth growth;
  private final StepControl control;
  private final double growthPerStep;
  private final double[] velocity;
  private final double[] there;
  private final double[] moved;
  private final double[] error;

  /** What made a step shorter last. */
  private String trouble = "the first one was";

  /** What came of a search. */
  enum Kind {
    /** A step, after which there are more. */
    STEP,
    /** A step to the end time. */
    LAST,
    OUT_OF_EVALUATIONS,
    TOO_SHORT
  }

  /**
   * What came of a search.
   *
   * @param length of the step
   * @param next a length for the one after it
   */
  record Found(Kind kind, double length, double next) {}

  /**
   * A search.
   *
   * @param tolerance of one step, relative to each neuron
   */
  StepSearch(
      Radau method,
      VectorField field,
      NeuronScale scale,
      double tolerance,
      Dynamics.StopRule stop) {
    this.method = method;
    this.scale = scale;
    this.tolerance = tolerance;
    this.stop = stop;
    stages = new Stages(method, field, scale, tolerance);
    growth = new Growth(field.dimension());
    control = new StepControl(method.stages() + 1);
    growthPerStep = method.exactGrowth(tolerance);
    velocity = new double[field.dimension()];
    there = new double[field.dimension()];
    moved = new double[field.dimension()];
    error = new double[field.dimension()];
  }

  /** Takes velocity and derivative at the start of the next step. */
  void begin(double[] y) {
    stages.linearize(y);
    stages.velocity(y, velocity);
  }

  /** The velocity at the start of the step; not to be changed. */
  double[] velocity() {
    return velocity;
  }

  /** The velocity at a state; valid until the next call. */
  double[] velocity(double[] y) {
    stages.velocity(y, there);
    return there;
  }

  /** The increments of the step found last; not to be changed. */
  double[][] increments() {
    return stages.increments();
  }

  long evaluations() {
    return stages.evaluations();
  }

  /**
   * Finds a step.
   *
   * @param y state handed to {@link #begin}
   * @param wish the length to begin with; not a number when there is none
   * @param last the step before; null when there is none
   * @param first whether it is the first step of a run, which may start far from slow motion
   */
  Found find(double[] y, double time, double wish, Piece last, boolean first) {
    double h = Double.isNaN(wish) ? firstLength(y) : wish;
    boolean shortened = first;
    while (true) {
      boolean ends = !(time + h < stop.time());
      double length = ends ? stop.time() - time : time + h - time;
      if (stages.evaluations() >= stop.evaluations()) {
        return new Found(Kind.OUT_OF_EVALUATIONS, 0, 0);
      }
      if (!ends && !(length > SHORTEST * Math.ulp(time))) {
        return new Found(Kind.TOO_SHORT, 0, 0);
      }
      if (!growth.below(growthPerStep / length, stages.jacobian())) {
        h = length / 2;
        trouble = "a deviation grows too fast";
        continue;
      }
      scale.set(y);
      double[][] guess = last == null ? new double[method.stages()][y.length] : last.beyond(length);
      if (!stages.solve(y, length, guess)) {
        h = length / 4;
        shortened = true;
        trouble = "Newton's iteration for a step did not converge";
        continue;
      }
      double size = errorOfStep(y, shortened);
      if (size <= 1) {
        double effort = (double) stages.iterations() / Stages.patience();
        double next = control.afterStep(length, Math.max(size, SMALLEST_ERROR), effort);
        return new Found(
            ends ? Kind.LAST : Kind.STEP, length, shortened ? Math.min(next, length) : next);
      }
      h = Double.isNaN(size) ? length / 4 : control.afterRejection(length, size);
      shortened = true;
      trouble = "the error of a step stayed above the tolerance";
    }
  }

  private double firstLength(double[] y) {
    scale.set(y);
    double speed = scale.of(velocity);
    double length = Math.pow(tolerance, 1.0 / (method.stages() + 1)) / speed;
    return speed > 0 && length < stop.time() ? length : stop.time();
  }

  /** The error of the step just solved, in units of the tolerance. */
  private double errorOfStep(double[] y, boolean careful) {
    stages.error(velocity, error);
    double size = scale.of(error) / tolerance;
    if (careful && size > 1) {
      // far from what is slow, the error told has a large part that decays at once
      for (int i = 0; i < y.length; i++) {
        moved[i] = y[i] + error[i];
      }
      stages.velocity(moved, there);
      stages.error(there, error);
      size = scale.of(error) / tolerance;
    }
    return size;
  }

  /** What a search that found no step says of the run. */
  Failure failure(double time) {
    boolean finite = scale.finite();
    for (double part : velocity) {
      finite &= Double.isFinite(part);
    }
    return finite
        ? new Failure(Failure.Kind.STEP_COLLAPSE, time, 0, "the steps became too short: " + trouble)
        : new Failure(
            Failure.Kind.OVERFLOW, time, 0, "a weight or velocity left the range of doubles");
  }

  /** Writes what later steps depend on. */
  void save(DataOutput out) throws IOException {
    out.writeLong(stages.evaluations());
    control.save(out);
    out.writeUTF(trouble);
  }

  /** Takes what was saved. */
  void restore(DataInput in) throws IOException {
    stages.resume(in.readLong());
    control.restore(in);
    trouble = in.readUTF();
  }
}
