package org.flowproof.flow.structured;

import java.io.DataInput;
import java.io.IOException;
import java.util.Optional;
import org.flowproof.flow.LiveIntegrator;
import org.flowproof.flow.LiveRun;
import org.flowproof.flow.RunWatcher;
import org.flowproof.flow.State;
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
public final class StructuredIntegrator implements LiveIntegrator {
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
    StructuredPair pair = pair(problem, true);
    while (pair.stopReason().isEmpty()) {
      pair.advance();
      if (pair.stopReason().isEmpty() && !watcher.proceed(RunWatcher.Progress.of(pair))) {
        pair.interrupt();
      }
    }
    return pair.trajectory();
  }

  @Override
  public LiveRun start(Problem problem) {
    return pair(problem, false);
  }

  @Override
  public State initial(Problem problem) {
    return pair(problem, false).atStart();
  }

  @Override
  public LiveRun resume(Problem problem, DataInput in) throws IOException {
    StructuredPair pair = pair(problem, false);
    pair.restore(in);
    return pair;
  }

  private StructuredPair pair(Problem problem, boolean keepsAll) {
    obstacle(problem)
        .ifPresent(
            why -> {
              throw new IllegalArgumentException("no structured integration: " + why);
            });
    return new StructuredPair(problem, new Workers(threads), maker, estimatesError, keepsAll);
  }

  @Override
  public String name() {
    return "structured";
  }
}
