package org.flowproof.flow;

import java.util.Locale;
import java.util.Optional;
import org.flowproof.flow.Trajectory.NonUniqueness;
import org.flowproof.flow.Trajectory.StopReason;

/**
 * Why a run broke off before its stop rule was met, or from when on it is not to be trusted. What
 * is said of later times rests on nothing: it must be left open.
 *
 * @param kind what happened
 * @param time from when on
 * @param neuron 1-based; 0 when it concerns no single one
 * @param cause one sentence without a full stop
 */
public record Failure(Kind kind, double time, int neuron, String cause) {

  /** The ways in which a run fails. */
  public enum Kind {
    /** Steps became too short to move time, or events piled up at one time. */
    STEP_COLLAPSE,
    /** A weight or velocity left the range of doubles. */
    OVERFLOW,
    /** The limit on evaluations was reached. */
    EVALUATION_LIMIT,
    /** The watcher of the run ended it. */
    INTERRUPTED,
    /** The solution is one of several, and none is selected (theory notes, section G). */
    NOT_UNIQUE,
    /**
     * The numerical error of a neuron has grown to the neuron's own size, as happens on the way to
     * the origin; without a neuron: of the whole run.
     */
    LOST_ACCURACY
  }

  /** Whether nothing was computed after it. */
  public boolean endsTheRun() {
    return switch (kind) {
      case STEP_COLLAPSE, OVERFLOW, EVALUATION_LIMIT, INTERRUPTED -> true;
      case NOT_UNIQUE, LOST_ACCURACY -> false;
    };
  }

  /** Whether all that was computed after it is in doubt, and not one neuron only. */
  public boolean spoilsTheRest() {
    return kind == Kind.NOT_UNIQUE || kind == Kind.LOST_ACCURACY && neuron == 0;
  }

  /** A loss of uniqueness; empty when the continuation that is followed is the declared one. */
  public static Optional<Failure> of(NonUniqueness loss) {
    return switch (loss.cause()) {
      // staying at rest is the declared selection
      case RESTING_NEURON_MAY_LEAVE -> Optional.empty();
      case STARTS_ON_REPELLING_KINK, GRAZES_CONCAVE_KINK, SIMULTANEOUS_KINKS ->
          Optional.of(
              new Failure(
                  Kind.NOT_UNIQUE,
                  loss.time(),
                  loss.neuron(),
                  "sample "
                      + loss.sample()
                      + ": "
                      + loss.cause().name().toLowerCase(Locale.ROOT).replace('_', ' ')
                      + ", and no continuation is selected"));
    };
  }

  /** How a run ended; empty when its stop rule was met. For runs that do not know more. */
  public static Optional<Failure> of(StopReason reason, double endTime) {
    return switch (reason) {
      case END_TIME, GRADIENT_NORM, LOSS, EVENT -> Optional.empty();
      case INTERRUPTED -> whole(Kind.INTERRUPTED, endTime, "the run was interrupted");
      case EVALUATION_LIMIT ->
          whole(Kind.EVALUATION_LIMIT, endTime, "the limit on evaluations was reached");
      case NUMERICAL_FAILURE ->
          whole(Kind.STEP_COLLAPSE, endTime, "the integrator could not go on");
      case NOT_UNIQUE -> whole(Kind.NOT_UNIQUE, endTime, "no further solution can be selected");
    };
  }

  private static Optional<Failure> whole(Kind kind, double time, String cause) {
    return Optional.of(new Failure(kind, time, 0, cause));
  }
}
