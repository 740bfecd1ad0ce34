package org.flowproof.flow.stiff;

import java.io.DataInput;
import java.io.IOException;
import java.util.Optional;
import org.flowproof.flow.LiveIntegrator;
import org.flowproof.flow.LiveRun;
import org.flowproof.flow.RunWatcher;
import org.flowproof.flow.Trajectory;
import org.flowproof.problem.Activation;
import org.flowproof.problem.Dynamics;
import org.flowproof.problem.Loss;
import org.flowproof.problem.Problem;

/**
 * The integrator for smooth networks that come to rest slowly: the method Radau IIA of order 9,
 * whose steps grow with the time scale of what still moves. Squared loss, one or both layers, at
 * most {@value #MOST_WEIGHTS} weights, since every step solves linear systems of that size.
 *
 * <p>The tolerance is relative to the norm of each neuron. Steps are kept short against growth, so
 * that a saddle is left as the equation leaves it. Each problem is integrated twice, as by the
 * reference integrator: the result is the run at a fiftieth of the tolerance asked for, its error
 * estimate the largest difference so far to the run at that tolerance. Tolerances below 1e-12 are
 * treated as 1e-12. The limit on evaluations holds for each of the two runs; evaluations of the
 * derivative count as one.
 */
public final class StiffIntegrator implements LiveIntegrator {
  /** The most weights, outputs included, that it follows. */
  public static final int MOST_WEIGHTS = 400;

  private static final int STAGES = 5;

  private final Radau method;

  /** The integrator. */
  public StiffIntegrator() {
    this(Radau.of(STAGES));
  }

  StiffIntegrator(Radau method) {
    this.method = method;
  }

  /** Why a problem cannot be followed; empty when it can. */
  public static Optional<String> obstacle(Problem problem) {
    if (!(problem.dynamics() instanceof Dynamics.Flow)) {
      return Optional.of("it follows flows, not gradient descent");
    }
    if (!(problem.network().activation() instanceof Activation.Smooth)) {
      return Optional.of("it needs a smooth activation");
    }
    if (problem.loss().kind() != Loss.Kind.SQUARED) {
      return Optional.of("it needs the squared loss");
    }
    long weights = (long) problem.network().width() * (problem.data().d() + 1);
    if (weights > MOST_WEIGHTS) {
      return Optional.of(
          "it follows at most " + MOST_WEIGHTS + " weights, and these are " + weights);
    }
    return Optional.empty();
  }

  @Override
  public Trajectory integrate(Problem problem, RunWatcher watcher) {
    StiffPair pair = pair(problem, true);
    while (pair.stopReason().isEmpty()) {
      if (watcher.proceed(RunWatcher.Progress.of(pair))) {
        pair.advance();
      } else {
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
  public LiveRun resume(Problem problem, DataInput in) throws IOException {
    StiffPair pair = pair(problem, false);
    pair.restore(in);
    return pair;
  }

  private StiffPair pair(Problem problem, boolean keepsAll) {
    obstacle(problem)
        .ifPresent(
            why -> {
              throw new IllegalArgumentException("no stiff integration: " + why);
            });
    return new StiffPair(problem, method, keepsAll);
  }

  @Override
  public String name() {
    return "stiff";
  }
}
