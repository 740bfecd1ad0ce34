package org.flowproof.flow.structured;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Optional;
import org.flowproof.flow.ExactNumbers;
import org.flowproof.flow.SavedEvents;
import org.flowproof.flow.Trajectory.NonUniqueness;
import org.flowproof.flow.Trajectory.StopReason;

/** Where a run stands, apart from its neurons, as it is written to checkpoints. */
record SavedRun(
    Counters counters,
    Optional<StopReason> reason,
    Optional<NonUniqueness> nonUniqueness,
    Tape.Step lastStep) {

  /** Numbers of a run. */
  record Counters(
      double time,
      double planned,
      long evaluations,
      long steps,
      long events,
      boolean gradientArmed) {}

  void write(DataOutput out) throws IOException {
    out.writeDouble(counters.time());
    out.writeDouble(counters.planned());
    out.writeLong(counters.evaluations());
    out.writeLong(counters.steps());
    out.writeLong(counters.events());
    out.writeBoolean(counters.gradientArmed());
    out.writeInt(reason.map(Enum::ordinal).orElse(-1));
    SavedEvents.write(out, nonUniqueness);
    out.writeDouble(lastStep.start());
    out.writeDouble(lastStep.length());
    ExactNumbers.write(out, lastStep.residuals());
    ExactNumbers.write(out, lastStep.gross());
    out.writeDouble(lastStep.error());
    out.writeDouble(lastStep.errors());
  }

  /**
   * Reads what was written.
   *
   * @param residuals how many numbers stand for the residuals of a step
   * @param lines of the data
   * @throws IOException when there is less, or the sizes differ
   */
  static SavedRun read(DataInput in, int residuals, int lines) throws IOException {
    Counters counters =
        new Counters(
            in.readDouble(),
            in.readDouble(),
            in.readLong(),
            in.readLong(),
            in.readLong(),
            in.readBoolean());
    int reason = in.readInt();
    if (reason < -1 || reason >= StopReason.values().length) {
      throw new IOException("no end of a run has the number " + reason);
    }
    return new SavedRun(
        counters,
        reason < 0 ? Optional.empty() : Optional.of(StopReason.values()[reason]),
        SavedEvents.readNonUniqueness(in),
        new Tape.Step(
            in.readDouble(),
            in.readDouble(),
            ExactNumbers.read(in, residuals),
            ExactNumbers.read(in, lines),
            in.readDouble(),
            in.readDouble()));
  }
}
