package org.flowproof.flow.limit;

import java.util.List;
import java.util.Optional;
import org.flowproof.flow.State;
import org.flowproof.formula.Ball;

/** The limit of a trajectory as time tends to infinity, or why it is not available. */
public sealed interface LimitEstimate {

  /**
   * The limit of the flow. All errors include the numerical error that the trajectory states for
   * its weights; they are bounds as far as that estimate is one.
   *
   * @param from the time of the state that the estimate starts from; no pattern changes after it
   * @param kind what kind of limit
   * @param loss limit of the loss
   * @param outputs limits of {@code h(x_k)}, n numbers
   * @param state limit of weights and gates, with an error for each neuron; its time is infinite
   * @param remainingPath bound on the length of the path of all weights from {@code from} on, the
   *     error of the state included
   * @param rate the exponential rate at which the residual tends to its limit: the smallest nonzero
   *     eigenvalue of the tangent kernel at the limit, times 2 and the factor of the loss
   * @param guaranteedRate a rate that holds for all times after {@code from}: the part of the
   *     residual that vanishes is at most {@code fitted * exp(-guaranteedRate (t - from))}
   * @param fitted bound on the norm of that part at {@code from}
   * @param patterns the number of activation patterns of neurons that move
   * @param resting the number of neurons that do not move
   * @param branching a resting neuron that may be pulled off its kink: then the limit is that of
   *     the minimal-norm solution, which leaves it there, and another solution exists
   */
  record Found(
      double from,
      Kind kind,
      Ball loss,
      List<Ball> outputs,
      State state,
      double remainingPath,
      Ball rate,
      double guaranteedRate,
      double fitted,
      int patterns,
      int resting,
      Optional<Obstruction> branching)
      implements LimitEstimate {
    public Found {
      outputs = List.copyOf(outputs);
    }
  }

  /**
   * No limit is given.
   *
   * @param obstruction the first condition that is not met at the end of the run
   */
  record NotAvailable(Obstruction obstruction) implements LimitEstimate {}

  /** What a flow ends at. */
  enum Kind {
    /**
     * The features of the patterns span all samples: every label is fitted, the loss tends to 0.
     */
    INTERPOLATION,
    /**
     * Least squares over the features of the patterns; the pull on every moving neuron tends to 0.
     */
    LEAST_SQUARES,
    /** No neuron moves any more. */
    REST
  }
}
