package org.flowproof.flow;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.flowproof.flow.Trajectory.NonUniqueness;

/** Writes and reads events and what is known of uniqueness, exactly. */
public final class SavedEvents {
  private SavedEvents() {}

  static void write(DataOutput out, List<Event> events) throws IOException {
    out.writeInt(events.size());
    for (Event e : events) {
      out.writeDouble(e.time());
      out.writeInt(e.neuron());
      out.writeInt(e.sample());
      out.writeByte(e.kind().ordinal());
      out.writeByte(e.direction());
      out.writeDouble(e.timeError());
    }
  }

  static List<Event> read(DataInput in) throws IOException {
    int count = in.readInt();
    List<Event> events = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      events.add(
          new Event(
              in.readDouble(),
              in.readInt(),
              in.readInt(),
              one(Event.Kind.values(), in.readByte()),
              in.readByte(),
              in.readDouble()));
    }
    return events;
  }

  /** Writes what is known of uniqueness. */
  public static void write(DataOutput out, Optional<NonUniqueness> nonUniqueness)
      throws IOException {
    out.writeBoolean(nonUniqueness.isPresent());
    if (nonUniqueness.isPresent()) {
      NonUniqueness there = nonUniqueness.get();
      out.writeDouble(there.time());
      out.writeInt(there.neuron());
      out.writeInt(there.sample());
      out.writeByte(there.cause().ordinal());
    }
  }

  /**
   * Reads what is known of uniqueness.
   *
   * @throws IOException when there is less, or a cause that does not exist
   */
  public static Optional<NonUniqueness> readNonUniqueness(DataInput in) throws IOException {
    if (!in.readBoolean()) {
      return Optional.empty();
    }
    return Optional.of(
        new NonUniqueness(
            in.readDouble(),
            in.readInt(),
            in.readInt(),
            one(NonUniqueness.Cause.values(), in.readByte())));
  }

  private static <T> T one(T[] values, int position) throws IOException {
    if (position < 0 || position >= values.length) {
      throw new IOException("no value number " + position);
    }
    return values[position];
  }
}
