package org.flowproof.flow.limit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.flowproof.flow.Event;
import org.flowproof.flow.Failure;
import org.flowproof.flow.KinkLines;
import org.flowproof.flow.State;
import org.flowproof.flow.Trajectory;
import org.flowproof.flow.limit.Obstruction.Cause;
import org.flowproof.formula.NoValueException;
import org.flowproof.problem.Activation;
import org.flowproof.problem.Dynamics;
import org.flowproof.problem.Loss;
import org.flowproof.problem.Problem;

/**
 * Estimates the limit of a trajectory as time tends to infinity. With the activation pattern
 * frozen, the outputs are linear in the sums {@code beta_g = sum_j a_j w_j} of the neurons of one
 * pattern, so that the loss is a quadratic function of the outputs on a fixed subspace, the span of
 * the features; it obeys a Polyak-Lojasiewicz inequality whose constant is the smallest eigenvalue
 * of the tangent kernel there ({@link RemainingPath}). That bounds the path which remains; a
 * pattern that no path of this length can leave is frozen for ever. Then the limit of the outputs
 * is the projection of the labels, whatever the weights, and the limit of the weights is a
 * Gauss-Newton step away, up to terms of second order.
 *
 * <p>Stateless; the answer depends on the trajectory alone.
 */
public final class LimitEstimator {
  /** Where between the last event and the end a state is looked at when that of the end fails. */
  private static final double[] FRACTIONS = {0.9, 0.8, 0.65, 0.5, 0.35, 0.25, 0.15, 0.1, 0.05};

  /**
   * Estimates the limit from the end of a trajectory, or else from a time between its last event
   * and the end: late states can be worse, because what decides the gate of a sliding neuron may
   * sink below its own error.
   */
  public LimitEstimate estimate(Trajectory trajectory) {
    Optional<Obstruction> unsupported = unsupported(trajectory);
    if (unsupported.isPresent()) {
      return new LimitEstimate.NotAvailable(unsupported.get());
    }
    Problem problem = trajectory.problem();
    KinkLines lines = KinkLines.of(problem.data().x());
    Obstruction first = null;
    for (double time : times(trajectory)) {
      State state;
      try {
        state = trajectory.at(time);
      } catch (NoValueException e) {
        // a run that is not kept in memory has its end and little else
        continue;
      }
      try {
        return estimate(problem, lines, state);
      } catch (ObstructedException e) {
        first = first == null ? e.obstruction() : first;
      } catch (ArithmeticException e) {
        first = first == null ? Obstruction.of(Cause.NO_DECOMPOSITION, e.getMessage()) : first;
      }
    }
    return new LimitEstimate.NotAvailable(
        first == null ? Obstruction.of(Cause.RUN_FAILED, "no state of the run is kept") : first);
  }

  private static LimitEstimate.Found estimate(Problem problem, KinkLines lines, State state)
      throws ObstructedException {
    Snapshot weights = Snapshot.of(problem, state);
    FrozenPattern pattern = FrozenPattern.of(problem, lines, state, weights);
    FrozenFlow flow = FrozenFlow.of(problem, pattern, weights);
    Optional<Obstruction> branching = flow.requirePersistence();
    return new LimitReading(flow).found(branching);
  }

  private static List<Double> times(Trajectory trajectory) {
    List<Double> times = new ArrayList<>(List.of(trajectory.endTime()));
    double last = 0;
    for (Event event : trajectory.events()) {
      last = Math.max(last, event.time() + event.timeError());
    }
    double room = trajectory.endTime() - last;
    if (room > 0) {
      for (double fraction : FRACTIONS) {
        times.add(last + fraction * room);
      }
    }
    return times;
  }

  private static Optional<Obstruction> unsupported(Trajectory trajectory) {
    Problem problem = trajectory.problem();
    if (!(problem.dynamics() instanceof Dynamics.Flow flow)) {
      return refuse(Cause.NOT_SUPPORTED, "limits are estimated for gradient flow only");
    }
    if (flow.residual() != Dynamics.Residual.FULL) {
      return refuse(Cause.NOT_SUPPORTED, "a flow driven by the labels alone has no limit");
    }
    if (problem.loss().kind() != Loss.Kind.SQUARED) {
      return refuse(Cause.NOT_SUPPORTED, "limits are estimated for the squared loss only");
    }
    if (!(problem.network().activation() instanceof Activation.Leaky)) {
      return refuse(
          Cause.NOT_SUPPORTED, "limits are estimated for ReLU and leaky ReLU activations only");
    }
    return trajectory.failures().stream()
        .filter(LimitEstimator::spoils)
        .findFirst()
        .map(
            f ->
                Obstruction.at(
                    Cause.RUN_FAILED,
                    f.neuron() - 1,
                    -1,
                    "nothing is known after t = " + Show.number(f.time()) + ": " + f.cause()));
  }

  /** A run that was cut short is good up to there; one that broke down is not. */
  private static boolean spoils(Failure failure) {
    return switch (failure.kind()) {
      case EVALUATION_LIMIT, INTERRUPTED -> false;
      case STEP_COLLAPSE, OVERFLOW -> true;
      case NOT_UNIQUE, LOST_ACCURACY -> failure.spoilsTheRest();
    };
  }

  private static Optional<Obstruction> refuse(Cause cause, String reason) {
    return Optional.of(Obstruction.of(cause, reason));
  }
}
