package org.flowproof.flow.structured;

import java.util.Optional;
import org.flowproof.flow.ErrorEstimate;
import org.flowproof.flow.Integrator;
import org.flowproof.flow.RunWatcher;
import org.flowproof.flow.Trajectory;
import org.flowproof.problem.Activation;
import org.flowproof.problem.Dynamics;
import org.flowproof.problem.Loss;
import org.flowproof.problem.Problem;

/**
 * The integrator for wide networks: neurons interact only through the residuals, which are smooth
 * averages, while the kinks belong to single neurons. A macro step represents the residuals by
 * polynomials in time, walks every neuron alone through its own kinks, each located to rounding,
 * and repeats until residuals and neurons agree.
 *
 * <p>ReLU and leaky ReLU, squared loss. A second run at ten times the tolerance goes along; the
 * error estimate is the largest difference so far. Results do not depend on the number of threads.
 */
public final class StructuredIntegrator implements Integrator {
  private static final double LOOSER = 10;
  private static final double STRETCH = 1.6;
  private static final double FINEST = 1e-13;
  private static final int COMPARE_ALWAYS = 4000;
  private static final int COMPARE_EVERY = 8;

  private final int threads;
  private final boolean estimatesError;
  private final Sweep.WalkMaker maker;

  /** One thread, with an error estimate. */
  public StructuredIntegrator() {
    this(1, true, NeuronWalk::new);
  }

  StructuredIntegrator(int threads, boolean estimatesError, Sweep.WalkMaker maker) {
    if (threads < 1) {
      throw new IllegalArgumentException("at least one thread is needed, not " + threads);
    }
    this.threads = threads;
    this.estimatesError = estimatesError;
    this.maker = maker;
  }

  /** The same with a number of threads, at least 1; the results stay the same to the last bit. */
  public StructuredIntegrator withThreads(int count) {
    return new StructuredIntegrator(count, estimatesError, maker);
  }

  /**
   * The same without the second run: cheaper, and every error is infinite, so that nothing can be
   * concluded from the trajectory.
   */
  public StructuredIntegrator withoutErrorEstimate() {
    return new StructuredIntegrator(threads, false, maker);
  }

  /** Why a problem cannot be followed; empty when it can. */
  public static Optional<String> obstacle(Problem problem) {
    if (!(problem.dynamics() instanceof Dynamics.Flow)) {
      return Optional.of("it follows flows, not gradient descent");
    }
    if (!(problem.network().activation() instanceof Activation.Leaky)) {
      return Optional.of("it needs ReLU or leaky ReLU");
    }
    if (problem.loss().kind() != Loss.Kind.SQUARED) {
      return Optional.of("it needs the squared loss");
    }
    return Optional.empty();
  }

  @Override
  public Trajectory integrate(Problem problem, RunWatcher watcher) {
    obstacle(problem)
        .ifPresent(
            why -> {
              throw new IllegalArgumentException("no structured integration: " + why);
            });
    Dynamics.Flow flow = (Dynamics.Flow) problem.dynamics();
    double tolerance = Math.max(FINEST, flow.relativeTolerance());
    try (Workers workers = new Workers(threads)) {
      return new Pair(problem, flow, tolerance, workers).run(watcher);
    }
  }

  @Override
  public String name() {
    return "structured";
  }

  /** The run and its looser companion. */
  private final class Pair {
    private final Setup setup;
    private final double tolerance;
    private final StructuredRun fine;
    private final StructuredRun coarse;
    private final ErrorEstimate estimate;
    private final RunErrors errors;
    private final Tape tape = new Tape();

    Pair(Problem problem, Dynamics.Flow flow, double tolerance, Workers workers) {
      this.tolerance = tolerance;
      setup = new Setup(problem, tolerance);
      fine = new StructuredRun(setup, flow.stop(), tolerance, 1, workers, maker);
      Dynamics.StopRule open =
          new Dynamics.StopRule(flow.stop().time(), 0, flow.stop().evaluations(), false);
      coarse =
          estimatesError
              ? new StructuredRun(
                  new Setup(problem, LOOSER * tolerance),
                  open,
                  LOOSER * tolerance,
                  STRETCH,
                  workers,
                  maker)
              : null;
      estimate = new ErrorEstimate(problem, tolerance, true);
      errors = new RunErrors(setup, LOOSER * tolerance);
    }

    Trajectory run(RunWatcher watcher) {
      boolean small = setup.m * (setup.d + 1) <= COMPARE_ALWAYS;
      compare(0);
      while (!fine.ended()) {
        long before = fine.steps();
        fine.advance();
        if (fine.steps() > before) {
          estimate.step();
          tape.add(fine.lastStep(), fine.statesBefore());
          if (small || fine.steps() % COMPARE_EVERY == 0) {
            Tape.Step step = fine.lastStep();
            compare(Math.min(fine.time(), step.start() + 0.6 * step.length()));
            compare(fine.time());
          }
          if (!fine.ended() && !watcher.proceed(progress())) {
            fine.interrupt();
          }
        }
      }
      compare(fine.time());
      if (coarse != null) {
        errors.ofEvents(fine.log(), coarse.log(), tolerance, tape, Math.max(1e-300, fine.time()));
      } else {
        for (int i = 0; i < fine.log().size(); i++) {
          fine.log().setError(i, Double.POSITIVE_INFINITY);
        }
      }
      long evaluations = fine.evaluations() + (coarse == null ? 0 : coarse.evaluations());
      StructuredTrajectory.Summary summary =
          new StructuredTrajectory.Summary(
              fine.reason(),
              fine.nonUniqueness(),
              new Trajectory.Cost(evaluations, fine.steps(), fine.log().size()),
              fine.log().view(setup.lines),
              coarse == null
                  ? "none: the second run was left out"
                  : "largest difference so far to a second run at 10 times the tolerance, plus the"
                      + " tolerance of one step and rounding");
      Workers one = new Workers(1);
      Sweep replay = new Sweep(setup, fine.basis(), tolerance, one, maker);
      return new StructuredTrajectory(
          setup, fine.basis(), replay, tape, fine.states(), fine.time(), summary, errors);
    }

    private RunWatcher.Progress progress() {
      return new RunWatcher.Progress(
          fine.time(),
          setup.problem.dynamics().stop().time(),
          fine.loss(),
          fine.steps(),
          fine.log().size());
    }

    private void compare(double time) {
      if (coarse == null) {
        double[] mine = fine.packedAt(time);
        estimate.compare(mine, null);
        errors.note(time, mine, estimate);
        return;
      }
      while (coarse.time() < time && !coarse.ended()) {
        coarse.advance();
      }
      double[] mine = fine.packedAt(time);
      estimate.compare(mine, coarse.time() >= time ? coarse.packedAt(time) : null);
      errors.note(time, mine, estimate);
    }
  }
}
