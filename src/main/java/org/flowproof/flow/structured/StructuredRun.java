package org.flowproof.flow.structured;

import java.util.function.Predicate;
import org.flowproof.flow.LossRule;
import org.flowproof.flow.Trajectory.StopReason;
import org.flowproof.problem.Dynamics;

/**
 * One run at one tolerance, macro step by macro step. Neurons interact through the residuals only;
 * a step guesses them as polynomials, walks every neuron alone, and repeats with the residuals that
 * result until they agree. Steps are cut at kinks heavy enough to be felt by others.
 */
final class StructuredRun extends RunState {
  private static final int MOST_SWEEPS = 12;
  private static final double SMALLEST_STEP = 64 * Math.ulp(1.0);
  private static final double SHORTEST_SPAN = 1e-13;

  /** Sweeps that converge by less than this factor are helped. */
  private static final double SLOW = 0.2;

  /** What the Taylor series of a step leave out, in units of the tolerance: a few segments. */
  private static final double SERIES = 1e-3;

  private static final int BISECTIONS = 40;
  private static final double FIRST_PULL = 0.1;
  private static final double LARGEST_PULL = 5;
  private static final double LARGEST_CHANGE = 1;

  private final Dynamics.StopRule stop;
  private final LossRule low;
  private final double tolerance;
  private final double stretch;
  private final ErrorOfStep error;
  private double[] used;
  private double[] found;

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
    super(setup, TimeBasis.forTolerance(tolerance), tolerance, workers, maker);
    this.stop = stop;
    low = new LossRule(setup.problem, stop.loss());
    this.tolerance = tolerance;
    this.stretch = stretch;
    error = new ErrorOfStep(setup, basis);
    int size = setup.n * (basis.degree() + 1);
    used = new double[size];
    found = new double[size];
    Start start = new Start(setup, sweep.forces(), basis, maker, tolerance);
    now = start.neurons();
    start.outputs(outputs);
    log.append(java.util.List.of(start.log()), 0, 0);
    lose(start.loss(), 0, 0);
    prediction.start(start.residuals());
    System.arraycopy(start.residualsAtNodes(), 0, used, 0, size);
    pull = error.pull(used);
    planned = Math.min(stop.time(), stretch * FIRST_PULL / Math.max(1e-300, pull));
    lastStep = new Tape.Step(0, 1, used.clone(), sweep.forces().grossByLine(), 0, 0);
    if (stop.atFirstEvent() && log.size() > 0) {
      reason = StopReason.EVENT;
    } else if (low.met(outputs)) {
      reason = StopReason.LOSS;
    }
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
    sweep.forces().setGross(outputs, now.squares());
    sweep.gather(now);
    double length = Math.min(planned, stop.time() - time);
    prediction.fill(used, length);
    if (length * pull > stretch * LARGEST_PULL) {
      length = stretch * LARGEST_PULL / pull;
      prediction.fill(used, length);
    }
    double heavy = tolerance / 3;
    Slaving slaving = stiff ? Slaving.at(setup, basis, now, sweep.groups()) : null;
    Attempt attempt = new Attempt(length, length >= stop.time() - time);
    while (true) {
      length = attempt.length();
      if (length < SMALLEST_STEP * Math.max(time, Double.MIN_NORMAL) || !(length > 0)) {
        reason = StopReason.NUMERICAL_FAILURE;
        return;
      }
      if (evaluations + basis.degree() > stop.evaluations()) {
        reason = StopReason.EVALUATION_LIMIT;
        return;
      }
      sweep.run(used, length, now, other, heavy, nonUniqueness().isEmpty(), found);
      evaluations += basis.degree();
      attempt.swept(setup.labelsOnly ? 0 : length * error.difference(used, found));
      if (!(attempt.change() < LARGEST_CHANGE)) {
        // the guess was so far off that what came out is no better
        attempt.shorten(0.3 * length);
        prediction.fill(used, attempt.length());
        continue;
      }
      double heavyAt = setup.labelsOnly ? SafeRoot.NONE : sweep.heavyAt();
      if (heavyAt < 1 - 1e-9 && !attempt.rough(tolerance)) {
        attempt.cutAtKink(cut(length, heavyAt));
        continue;
      }
      if (attempt.agreed(tolerance)) {
        double truncation = setup.labelsOnly ? 0 : length * error.truncation(found);
        double total = truncation + (setup.labelsOnly ? 0 : sweep.kinkEffect());
        if (total <= tolerance) {
          int order = basis.degree() + 2;
          planned =
              StepPlan.next(length, attempt.plan(), total / tolerance, attempt.sweeps(), order);
          stiff = slaving != null && attempt.sweeps() > 1;
          accept(length, attempt.whole(), attempt.left() + total + SERIES * tolerance);
          return;
        }
        double shrink = Math.pow(tolerance / total, 1.0 / (basis.degree() + 2));
        attempt.shorten(cut(length, Math.max(0.2, Math.min(0.8, 0.85 * shrink))));
        continue;
      }
      if (attempt.sweeps() >= MOST_SWEEPS || (attempt.sweeps() > 3 && attempt.rate() > 0.8)) {
        attempt.shorten(cut(length, 0.4));
        continue;
      }
      boolean slow = attempt.sweeps() > 2 && attempt.rate() > SLOW;
      if (slaving == null && slow && Slaving.affordable(setup, sweep.groups())) {
        slaving = Slaving.at(setup, basis, now, sweep.groups());
      }
      if (slaving == null) {
        double[] swap = used;
        used = found;
        found = swap;
      } else {
        slaving.correct(used, found, length);
      }
    }
  }

  /** Goes on with the residuals found, on the first part of the step. */
  private double cut(double length, double fraction) {
    basis.shorten(found, fraction, used);
    return length * fraction;
  }

  private void accept(double length, boolean wholeSpan, double stepError) {
    if (nonUniqueness().isEmpty()) {
      KinkTurn.LostUniqueness rest = RestingNeurons.firstThatMayLeave(setup, now, sweep.forces());
      lose(KinkTurn.LostUniqueness.earlier(rest, sweep.loss()), time, length);
    }
    sweep.finish(now, other);
    Neurons swap = now;
    now = other;
    other = swap;
    double errors = lastStep.errors() + stepError;
    lastStep =
        new Tape.Step(time, length, used.clone(), sweep.forces().grossByLine(), stepError, errors);
    log.append(sweep.logs(), time, length);
    int stride = basis.degree() + 1;
    for (int k = 0; k < setup.n; k++) {
      outputs[k] = sweep.outputs()[k * stride + stride - 1];
    }
    prediction.learn(found, length);
    pull = sweep.largestPull() / length;
    steps++;
    time = wholeSpan ? stop.time() : time + length;
    if (stop.atFirstEvent() && log.size() > 0) {
      double when = log.time(0);
      endAt(when, (when - lastStep.start()) / length, StopReason.EVENT);
    } else {
      endEarly(length);
    }
  }

  private void endEarly(double length) {
    boolean slow =
        stop.gradientNorm() > 0 && !Speed.exceeds(stop.gradientNorm(), setup, now, outputs);
    double slowAt = slow && gradientArmed ? first(this::slow) : Double.POSITIVE_INFINITY;
    gradientArmed |= stop.gradientNorm() > 0 && !slow;
    double lowAt =
        low.met(outputs) ? first(at -> low.met(at.outputs(setup))) : Double.POSITIVE_INFINITY;
    if (slowAt < lowAt) {
      endAt(lastStep.start() + slowAt * length, slowAt, StopReason.GRADIENT_NORM);
    } else if (lowAt < Double.POSITIVE_INFINITY) {
      endAt(lastStep.start() + lowAt * length, lowAt, StopReason.LOSS);
    }
  }

  private boolean slow(Neurons at) {
    return !Speed.exceeds(stop.gradientNorm(), setup, at, at.outputs(setup));
  }

  /** A scaled time in the last step at which a rule is met, and just before which it is not. */
  private double first(Predicate<Neurons> met) {
    double lo = 0;
    double hi = 1;
    for (int i = 0; i < BISECTIONS; i++) {
      double mid = 0.5 * (lo + hi);
      Neurons there = sweep.replay(lastStep, other, mid);
      if (met.test(there)) {
        hi = mid;
      } else {
        lo = mid;
      }
    }
    return hi;
  }

  /**
   * Ends the run inside the last step.
   *
   * @param tau the time in the step, scaled
   */
  private void endAt(double when, double tau, StopReason why) {
    reason = why;
    if (when < time) {
      now = sweep.replay(lastStep, other, tau);
      System.arraycopy(now.outputs(setup), 0, outputs, 0, setup.n);
      time = when;
      log.truncate(when);
    }
  }
}
