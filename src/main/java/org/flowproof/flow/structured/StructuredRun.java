package org.flowproof.flow.structured;

import java.util.Optional;
import org.flowproof.flow.Trajectory.NonUniqueness;
import org.flowproof.flow.Trajectory.StopReason;
import org.flowproof.problem.Dynamics;

/**
 * One run at one tolerance, macro step by macro step. Neurons interact through the residuals only;
 * a step guesses them as polynomials, walks every neuron alone, and repeats with the residuals that
 * result until they agree. Steps are cut at kinks heavy enough to be felt by others.
 */
final class StructuredRun {
  private static final int MOST_SWEEPS = 12;
  private static final double SMALLEST_STEP = 64 * Math.ulp(1.0);
  private static final double SHORTEST_SPAN = 1e-13;
  private static final double FIRST_PULL = 0.1;
  private static final double LARGEST_PULL = 5;
  private static final double LARGEST_CHANGE = 1;
  private static final double MOST_AFTER_CUT = 20;

  private final Setup setup;
  private final Dynamics.StopRule stop;
  private final double tolerance;
  private final double stretch;
  private final TimeBasis basis;
  private final Sweep sweep;
  private final Prediction prediction;
  private final ErrorOfStep error;
  private final EventLog log = new EventLog();
  private Neurons now;
  private Neurons other;
  private double time;
  private double planned;
  private double[] used;
  private double[] found;
  private final double[] outputs;
  private long evaluations;
  private long steps;
  private boolean gradientArmed;
  private StopReason reason;
  private NonUniqueness nonUniqueness;
  private Tape.Step lastStep;

  /**
   * A run at time 0.
   *
   * @param stretch of the first and the longest step: runs that are compared must not share their
   *     steps, or they share their errors
   */
  StructuredRun(
      Setup setup,
      Dynamics.StopRule stop,
      double tolerance,
      double stretch,
      Workers workers,
      Sweep.WalkMaker maker) {
    this.setup = setup;
    this.stop = stop;
    this.tolerance = tolerance;
    this.stretch = stretch;
    basis = TimeBasis.forTolerance(tolerance);
    sweep = new Sweep(setup, basis, tolerance, workers, maker);
    prediction = new Prediction(setup.n, basis);
    error = new ErrorOfStep(setup, basis);
    int size = setup.n * (basis.degree() + 1);
    used = new double[size];
    found = new double[size];
    outputs = new double[setup.n];
    other = new Neurons(setup);
    Start start = new Start(setup, sweep.forces(), basis, maker, tolerance);
    now = start.neurons();
    start.outputs(outputs);
    log.append(java.util.List.of(start.log()), 0, 0);
    lose(start.loss(), 0, 0);
    prediction.start(start.residuals());
    System.arraycopy(start.residualsAtNodes(), 0, used, 0, size);
    planned = Math.min(stop.time(), stretch * FIRST_PULL / Math.max(1e-300, error.pull(used)));
    if (stop.atFirstEvent() && log.size() > 0) {
      reason = StopReason.EVENT;
    }
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

  EventLog log() {
    return log;
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

  /** The last accepted step; null before the first. */
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
    if (when >= time || lastStep == null) {
      return now.packed();
    }
    double tau = (when - lastStep.start()) / lastStep.length();
    if (!(tau > 0)) {
      return other.packed();
    }
    Neurons there = new Neurons(setup);
    sweep.replay(lastStep.residuals(), lastStep.length(), other, there, Math.min(1, tau));
    return there.packed();
  }

  /** Takes one macro step, or ends the run. */
  void advance() {
    if (stop.time() - time <= SHORTEST_SPAN * stop.time()) {
      reason = StopReason.END_TIME;
      return;
    }
    try {
      step();
    } catch (NeuronWalk.Stuck e) {
      reason = StopReason.NUMERICAL_FAILURE;
    }
  }

  private void step() {
    double squares = 0;
    for (double part : now.z) {
      squares += part * part;
    }
    sweep.forces().setGross(outputs, squares);
    double length = Math.min(planned, stop.time() - time);
    prediction.fill(used, length);
    double pull = error.pull(used);
    if (length * pull > stretch * LARGEST_PULL) {
      length = stretch * LARGEST_PULL / pull;
      prediction.fill(used, length);
    }
    double plan = length;
    double heavy = tolerance / 3;
    double previous = Double.POSITIVE_INFINITY;
    int sweeps = 0;
    boolean wholeSpan = length >= stop.time() - time;
    while (true) {
      if (length < SMALLEST_STEP * Math.max(time, Double.MIN_NORMAL) || !(length > 0)) {
        reason = StopReason.NUMERICAL_FAILURE;
        return;
      }
      if (evaluations + basis.degree() > stop.evaluations()) {
        reason = StopReason.EVALUATION_LIMIT;
        return;
      }
      sweep.run(used, length, now, other, heavy, nonUniqueness == null, found);
      evaluations += basis.degree();
      sweeps++;
      double change = setup.labelsOnly ? 0 : length * error.difference(used, found);
      if (!(change < LARGEST_CHANGE)) {
        // the guess was so far off that what came out is no better
        length *= 0.3;
        plan = length;
        prediction.fill(used, length);
        wholeSpan = false;
        sweeps = 0;
        previous = Double.POSITIVE_INFINITY;
        continue;
      }
      double heavyAt = setup.labelsOnly ? SafeRoot.NONE : sweep.heavyAt();
      boolean rough = change > 100 * tolerance && sweeps < 4 && change < previous;
      if (heavyAt < 1 - 1e-9 && !rough) {
        length = cut(length, heavyAt);
        wholeSpan = false;
        sweeps = 0;
        previous = Double.POSITIVE_INFINITY;
        continue;
      }
      double rate = change / previous;
      double left = rate < 0.9 ? change * rate / (1 - rate) : change;
      boolean agreed =
          change <= 0.1 * tolerance || (sweeps > 1 && rate < 0.5 && left <= 0.02 * tolerance);
      if (agreed) {
        double truncation = setup.labelsOnly ? 0 : length * error.truncation(found);
        double total = truncation + (setup.labelsOnly ? 0 : sweep.kinkEffect());
        if (total <= tolerance) {
          planNext(length, plan, total, sweeps);
          accept(length, wholeSpan);
          return;
        }
        double shrink = Math.pow(tolerance / total, 1.0 / (basis.degree() + 2));
        length = cut(length, Math.max(0.2, Math.min(0.8, 0.85 * shrink)));
        plan = length;
        wholeSpan = false;
        sweeps = 0;
        previous = Double.POSITIVE_INFINITY;
        continue;
      }
      if (sweeps >= MOST_SWEEPS || (sweeps > 3 && rate > 0.8)) {
        length = cut(length, 0.4);
        plan = length;
        wholeSpan = false;
        sweeps = 0;
        previous = Double.POSITIVE_INFINITY;
        continue;
      }
      previous = change;
      double[] swap = used;
      used = found;
      found = swap;
    }
  }

  /** Goes on with the residuals found, on the first part of the step. */
  private double cut(double length, double fraction) {
    int stride = basis.degree() + 1;
    for (int k = 0; k < setup.n; k++) {
      used[k * stride] = found[k * stride];
      for (int i = 1; i < stride; i++) {
        used[k * stride + i] = basis.value(basis.node(i) * fraction, found, k * stride);
      }
    }
    return length * fraction;
  }

  private void planNext(double length, double plan, double total, int sweeps) {
    double growth = total == 0 ? 2 : Math.pow(0.5 * tolerance / total, 1.0 / (basis.degree() + 2));
    if (length < plan) {
      // cut at a kink: nothing is known yet about the length that was planned
      planned = Math.min(plan, length * Math.max(0.3, Math.min(MOST_AFTER_CUT, growth)));
      return;
    }
    double most = sweeps > 5 ? 0.9 : sweeps > 3 ? 1.1 : 1.8;
    planned = length * Math.max(0.3, Math.min(most, growth));
  }

  private void accept(double length, boolean wholeSpan) {
    if (nonUniqueness == null) {
      KinkTurn.LostUniqueness rest = RestingNeurons.firstThatMayLeave(setup, now, sweep.forces());
      lose(KinkTurn.LostUniqueness.earlier(rest, sweep.loss()), time, length);
    }
    Neurons swap = now;
    now = other;
    other = swap;
    lastStep = new Tape.Step(time, length, used.clone());
    log.append(sweep.logs(), time, length);
    int stride = basis.degree() + 1;
    for (int k = 0; k < setup.n; k++) {
      outputs[k] = sweep.outputs()[k * stride + stride - 1];
    }
    prediction.learn(found, length);
    double speed = Math.sqrt(sweep.squaredSpeed()) / length;
    steps++;
    time = wholeSpan ? stop.time() : time + length;
    if (stop.atFirstEvent() && log.size() > 0) {
      endAt(log.time(0), StopReason.EVENT);
    } else if (speed > stop.gradientNorm()) {
      gradientArmed = true;
    } else if (gradientArmed && stop.gradientNorm() > 0) {
      reason = StopReason.GRADIENT_NORM;
    }
  }

  /** Ends the run inside the last step. */
  private void endAt(double when, StopReason why) {
    reason = why;
    if (when < time) {
      double tau = (when - lastStep.start()) / lastStep.length();
      Neurons there = new Neurons(setup);
      sweep.replay(lastStep.residuals(), lastStep.length(), other, there, tau);
      now = there;
      time = when;
      log.truncate(when);
    }
  }

  private void lose(KinkTurn.LostUniqueness loss, double start, double length) {
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
