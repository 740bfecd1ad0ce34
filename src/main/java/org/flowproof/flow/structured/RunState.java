package org.flowproof.flow.structured;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Optional;
import org.flowproof.flow.ExactNumbers;
import org.flowproof.flow.Trajectory.NonUniqueness;
import org.flowproof.flow.Trajectory.StopReason;

/** Where a run stands: what can be asked of it, and what is saved of it. */
abstract class RunState {
  final Setup setup;
  final TimeBasis basis;
  final Sweep sweep;
  final Prediction prediction;
  final EventLog log = new EventLog();
  final double[] outputs;
  Neurons now;
  Neurons other;
  double time;
  double planned;

  /** Bound on the pull that a neuron feels, per unit of time. */
  double pull;

  /** Whether the last step needed the tangent kernel to converge. */
  boolean stiff;

  long evaluations;
  long steps;
  boolean gradientArmed;
  StopReason reason;
  Tape.Step lastStep;
  private NonUniqueness nonUniqueness;
  private long forgotten;

  RunState(Setup setup, TimeBasis basis, double tolerance, Workers workers, Sweep.WalkMaker maker) {
    this.setup = setup;
    this.basis = basis;
    sweep = new Sweep(setup, basis, tolerance, workers, maker);
    prediction = new Prediction(setup.n, basis);
    outputs = new double[setup.n];
    other = new Neurons(setup);
  }

  double time() {
    return time;
  }

  boolean ended() {
    return reason != null;
  }

  StopReason reason() {
    return reason;
  }

  void interrupt() {
    reason = StopReason.INTERRUPTED;
  }

  /** Events since they were last forgotten. */
  EventLog log() {
    return log;
  }

  /** Forgets the events so far but for their number. */
  void forgetEvents() {
    forgotten += log.size();
    log.clear();
  }

  /** The number of events so far. */
  long events() {
    return forgotten + log.size();
  }

  TimeBasis basis() {
    return basis;
  }

  long evaluations() {
    return evaluations;
  }

  long steps() {
    return steps;
  }

  Optional<NonUniqueness> nonUniqueness() {
    return Optional.ofNullable(nonUniqueness);
  }

  /** The loss at {@link #time}. */
  double loss() {
    double sum = 0;
    for (int k = 0; k < setup.n; k++) {
      sum += setup.residuals.lossTerm(k, outputs[k]);
    }
    return sum;
  }

  /** The last accepted step; before the first, one of length 1 with the residuals at the start. */
  Tape.Step lastStep() {
    return lastStep;
  }

  /** States now; not to be changed. */
  Neurons states() {
    return now;
  }

  /** States at the start of the last step; not to be changed. */
  Neurons statesBefore() {
    return other;
  }

  /** The state vector at a time of the last step. */
  double[] packedAt(double when) {
    if (when >= time || steps == 0) {
      return now.packed();
    }
    double tau = (when - lastStep.start()) / lastStep.length();
    if (!(tau > 0)) {
      return other.packed();
    }
    return sweep.replay(lastStep, other, Math.min(1, tau)).packed();
  }

  /**
   * Writes all that the rest depends on, but for events, which are taken before.
   *
   * @param within whether times of the last step are still asked for
   */
  void save(DataOutput out, boolean within) throws IOException {
    new SavedRun(
            new SavedRun.Counters(time, planned, evaluations, steps, events(), gradientArmed),
            Optional.ofNullable(reason),
            nonUniqueness(),
            lastStep)
        .write(out);
    out.writeDouble(pull);
    out.writeBoolean(stiff);
    ExactNumbers.write(out, outputs);
    prediction.save(out);
    SavedNeurons.write(out, now);
    out.writeBoolean(within);
    if (within) {
      SavedNeurons.write(out, other);
    }
  }

  /** Puts a run just made where a saved one was. */
  void restore(DataInput in) throws IOException {
    SavedRun saved = SavedRun.read(in, setup.n * (basis.degree() + 1), setup.lineCount);
    time = saved.counters().time();
    planned = saved.counters().planned();
    evaluations = saved.counters().evaluations();
    steps = saved.counters().steps();
    gradientArmed = saved.counters().gradientArmed();
    log.clear();
    forgotten = saved.counters().events();
    reason = saved.reason().orElse(null);
    nonUniqueness = saved.nonUniqueness().orElse(null);
    lastStep = saved.lastStep();
    pull = in.readDouble();
    stiff = in.readBoolean();
    System.arraycopy(ExactNumbers.read(in, outputs.length), 0, outputs, 0, outputs.length);
    prediction.restore(in);
    now = SavedNeurons.read(in, setup);
    if (in.readBoolean()) {
      other = SavedNeurons.read(in, setup);
    }
  }

  /** Notes the first loss of uniqueness. */
  void lose(KinkTurn.LostUniqueness loss, double start, double length) {
    if (loss != null && nonUniqueness == null) {
      nonUniqueness =
          new NonUniqueness(
              start + length * loss.tau(),
              loss.neuron() + 1,
              setup.lines.members(loss.line())[0] + 1,
              loss.cause());
    }
  }
}
