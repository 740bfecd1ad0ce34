package org.flowproof.flow;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.flowproof.problem.Problem;

/**
 * A solution on {@code [0, endTime]} with dense output. Immutable and safe for concurrent reads.
 */
public interface Trajectory {
  Problem problem();

  double endTime();

  /**
   * The state at any time of the run; at an event the state just after it.
   *
   * @throws IllegalArgumentException outside {@code [0, endTime]}
   */
  State at(double time);

  /** Times of accepted steps and events, increasing, from 0 to {@link #endTime}. */
  List<Double> stepTimes();

  /** All events in order of time. */
  List<Event> events();

  StopReason stopReason();

  /** From when on the solution is only one of several. */
  Optional<NonUniqueness> nonUniqueness();

  /**
   * Why the run broke off, and from when on it, or one of its neurons, is not to be trusted; in
   * order of time. None when all is well up to what the stop rule asked for.
   */
  default List<Failure> failures() {
    return Stream.concat(
            nonUniqueness().flatMap(Failure::of).stream(),
            Failure.of(stopReason(), endTime()).stream())
        .toList();
  }

  Cost cost();

  /** One line on how the numerical error was estimated. */
  String errorMethod();

  /** Why a run ended. */
  enum StopReason {
    END_TIME,
    GRADIENT_NORM,
    LOSS,
    EVENT,
    /** The watcher of the run ended it; everything up to here is valid. */
    INTERRUPTED,
    EVALUATION_LIMIT,
    /** The step size collapsed or a value overflowed; everything after is missing. */
    NUMERICAL_FAILURE,
    /** No further solution can be selected. */
    NOT_UNIQUE
  }

  /**
   * The solution is not unique from a time on.
   *
   * @param time from when
   * @param neuron 1-based
   * @param sample 1-based
   * @param cause one sentence
   */
  record NonUniqueness(double time, int neuron, int sample, Cause cause) {

    /** The ways in which uniqueness is lost (theory notes, section G). */
    public enum Cause {
      STARTS_ON_REPELLING_KINK,
      GRAZES_CONCAVE_KINK,
      RESTING_NEURON_MAY_LEAVE,
      SIMULTANEOUS_KINKS
    }
  }

  /**
   * What a run cost.
   *
   * @param evaluations of the vector field
   * @param steps accepted steps
   * @param events located
   */
  record Cost(long evaluations, long steps, long events) {}
}
