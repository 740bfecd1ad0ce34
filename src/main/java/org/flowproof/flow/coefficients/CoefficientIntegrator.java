package org.flowproof.flow.coefficients;

import java.io.DataInput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.flowproof.flow.Event;
import org.flowproof.flow.LiveIntegrator;
import org.flowproof.flow.LiveRun;
import org.flowproof.flow.RunWatcher;
import org.flowproof.flow.Trajectory;
import org.flowproof.problem.Activation;
import org.flowproof.problem.Dynamics;
import org.flowproof.problem.Loss;
import org.flowproof.problem.Network;
import org.flowproof.problem.Problem;
import org.flowproof.problem.Vectors;

/**
 * Descent and flow of the first layer for the logistic and the exponential loss, in the
 * coefficients of the samples. An iteration costs a number of operations that depends on the number
 * of samples alone while no gate can change; where margins change little in an iteration, descent
 * goes on along the flow that passes through its iterates, to any horizon.
 */
public final class CoefficientIntegrator implements LiveIntegrator {
  /** Pairs of neurons and samples that fit into memory some times over. */
  private static final long MOST_PAIRS = 20_000_000;

  private static final int MOST_SAMPLES = 2000;

  /** So many events are kept from the first on; of later ones the first of each neuron. */
  public static final int MOST_EVENTS = 200_000;

  /** Squared sine below which two samples are taken to be on one line; far above rounding. */
  private static final double ONE_LINE = 1e-12;

  private final boolean accelerated;

  /** The integrator as it is used. */
  public CoefficientIntegrator() {
    this(true);
  }

  /**
   * For comparison.
   *
   * @param accelerated whether descent may leave out iterations
   */
  CoefficientIntegrator(boolean accelerated) {
    this.accelerated = accelerated;
  }

  /** Why a problem cannot be followed; empty when it can. */
  public static Optional<String> obstacle(Problem problem) {
    if (problem.network().trained() != Network.Trained.FIRST) {
      return Optional.of("it needs 'trained: first'");
    }
    if (!(problem.network().activation() instanceof Activation.Leaky)) {
      return Optional.of("it needs ReLU or leaky ReLU");
    }
    if (problem.loss().kind() == Loss.Kind.SQUARED) {
      return Optional.of("it needs the logistic or the exponential loss");
    }
    if (problem.dynamics() instanceof Dynamics.Flow flow
        && flow.residual() != Dynamics.Residual.FULL) {
      return Optional.of("it needs the full residual");
    }
    int n = problem.data().n();
    for (int k = 0; k < n; k++) {
      if (Math.abs(problem.data().y().get(k)) != 1) {
        return Optional.of("it needs labels 1 and -1");
      }
    }
    if (n > MOST_SAMPLES || (long) n * problem.network().width() > MOST_PAIRS) {
      return Optional.of(
          "it needs at most "
              + MOST_SAMPLES
              + " samples and "
              + MOST_PAIRS
              + " pairs of neurons and samples");
    }
    return problem.dynamics() instanceof Dynamics.Flow ? sharedKink(problem) : Optional.empty();
  }

  /** Samples on one line through 0 have one kink, which a flow crosses or not for all at once. */
  private static Optional<String> sharedKink(Problem problem) {
    int n = problem.data().n();
    double[][] x = new double[n][];
    for (int k = 0; k < n; k++) {
      x[k] = problem.data().x().row(k);
      for (int l = 0; l < k; l++) {
        double product = Vectors.dot(x[k], x[l]);
        if (product * product
            >= (1 - ONE_LINE) * Vectors.dot(x[k], x[k]) * Vectors.dot(x[l], x[l])) {
          return Optional.of(
              "samples " + (l + 1) + " and " + (k + 1) + " are on one line through 0");
        }
      }
    }
    return Optional.empty();
  }

  @Override
  public Trajectory integrate(Problem problem, RunWatcher watcher) {
    CoefficientModel model = model(problem);
    Stepping stepping = stepping(model);
    CoefficientRun run = new CoefficientRun(model, stepping);
    Memory memory = new Memory(model);
    List<Event> events = new ArrayList<>();
    boolean[] met = new boolean[model.m];
    memory.add(run.position());
    while (run.stopReason().isEmpty()) {
      if (!watcher.proceed(RunWatcher.Progress.of(run))) {
        run.interrupt();
        break;
      }
      run.advance();
      if (run.stopReason().isEmpty()) {
        memory.add(run.position());
      }
      for (Event event : run.takeEvents()) {
        if (events.size() < MOST_EVENTS || !met[event.neuron() - 1]) {
          events.add(event);
        }
        met[event.neuron() - 1] = true;
      }
    }
    return new CoefficientTrajectory(model, stepping, memory, run, events);
  }

  private Stepping stepping(CoefficientModel model) {
    return new Stepping(model, new ModifiedField(model), accelerated);
  }

  private static CoefficientModel model(Problem problem) {
    obstacle(problem)
        .ifPresent(
            why -> {
              throw new IllegalArgumentException("no run in coefficients: " + why);
            });
    return new CoefficientModel(problem);
  }

  @Override
  public LiveRun start(Problem problem) {
    CoefficientModel model = model(problem);
    return new CoefficientRun(model, stepping(model));
  }

  @Override
  public LiveRun resume(Problem problem, DataInput in) throws IOException {
    CoefficientModel model = model(problem);
    CoefficientRun run = new CoefficientRun(model, stepping(model));
    run.restore(in);
    return run;
  }

  @Override
  public String name() {
    return "coefficients";
  }
}
