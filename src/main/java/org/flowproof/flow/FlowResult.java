package org.flowproof.flow;

import java.util.List;
import java.util.Optional;
import org.flowproof.flow.Trajectory.NonUniqueness;
import org.flowproof.flow.Trajectory.StopReason;

/**
 * What a run at one tolerance produced.
 *
 * @param pieces dense output in order; the last has length zero
 * @param failure why it broke off, when it did
 */
record FlowResult(
    List<DensePiece> pieces,
    List<Event> events,
    StopReason stopReason,
    Optional<NonUniqueness> nonUniqueness,
    long evaluations,
    Optional<Failure> failure) {

  double endTime() {
    return pieces.get(pieces.size() - 1).end();
  }
}
