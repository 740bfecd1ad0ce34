package org.flowproof.flow;

import java.io.DataOutput;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.flowproof.problem.Problem;

/**
 * A run under way, which keeps no more than its last part. Used by one thread.
 *
 * <p>Where a part ends depends on the run alone. A run that is saved between two parts and resumed,
 * on any machine, goes on as if nothing had happened: all later states, events and estimates are
 * the same to the last bit.
 */
public interface LiveRun {
  Problem problem();

  /**
   * Goes on by one part, some accepted steps long, possibly of length zero; without effect once the
   * run has ended.
   */
  void advance();

  /**
   * Goes on by one part unless the watcher gives it up, which it may do at any time: a part of a
   * wide network can take minutes.
   *
   * @param watcher asked often where parts are long, with the times that the run reaches on the
   *     way; the default implementation, for runs with short parts, never asks
   * @return false when the part was given up; then nothing more can be done with this run, and who
   *     wants to have it where it was must have saved it
   */
  default boolean advance(RunWatcher watcher) {
    advance();
    return true;
  }

  /** Ends the run where it is, unless it has ended. */
  void interrupt();

  /** Why the run ended; empty while it goes on. */
  Optional<Trajectory.StopReason> stopReason();

  /** Where the last part begins; 0 before the first one. */
  double from();

  /** The time reached. */
  double time();

  /**
   * The state at a time of the last part; at an event the state just after it. States stay valid
   * when the run goes on.
   *
   * @param time from {@link #from} on, before {@link #time}; also at it once the run has ended
   * @throws IllegalArgumentException at any other time
   */
  State at(double time);

  /**
   * The events not handed out before whose time error is known by now, by time, neuron, sample; all
   * that are left once the run has ended. Those that a coarser run does not meet in time have the
   * end time of the stop rule as their time error.
   */
  List<Event> takeEvents();

  /** From when on the solution is only one of several, as far as is known. */
  Optional<Trajectory.NonUniqueness> nonUniqueness();

  /** Why the run broke off, or what is not to be trusted from when on, as far as is known. */
  default List<Failure> failures() {
    return Stream.concat(
            nonUniqueness().flatMap(Failure::of).stream(),
            stopReason().flatMap(reason -> Failure.of(reason, time())).stream())
        .toList();
  }

  /** What the run has cost so far. */
  Trajectory.Cost cost();

  /** The loss at {@link #time}; costs about as much as an evaluation of the vector field. */
  double loss();

  /** One line on how the numerical error is estimated. */
  String errorMethod();

  /**
   * Writes all that the rest of the run depends on.
   *
   * @throws IllegalStateException when the run has ended, or events are left to be taken
   */
  void save(DataOutput out) throws IOException;
}
