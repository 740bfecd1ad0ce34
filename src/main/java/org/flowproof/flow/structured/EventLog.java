package org.flowproof.flow.structured;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.AbstractList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import org.flowproof.flow.Event;
import org.flowproof.flow.KinkLines;

/** Events packed into arrays: millions of them take about 26 bytes each. */
final class EventLog {
  private static final Event.Kind[] KINDS = Event.Kind.values();
  private static final int SIDE = 1;
  private static final int OF_PULL = 2;
  private static final int KIND = 2;

  private double[] times = new double[64];
  private float[] errors = new float[64];
  private float[] slowness = new float[64];
  private int[] neurons = new int[64];
  private int[] lines = new int[64];
  private byte[] kinds = new byte[64];
  private int size;

  int size() {
    return size;
  }

  double time(int i) {
    return times[i];
  }

  int neuron(int i) {
    return neurons[i];
  }

  int line(int i) {
    return lines[i];
  }

  Event.Kind kind(int i) {
    return KINDS[kinds[i] >> KIND];
  }

  /** 1 or -1. */
  int side(int i) {
    return (kinds[i] & SIDE) != 0 ? 1 : -1;
  }

  float error(int i) {
    return errors[i];
  }

  void setError(int i, double error) {
    // rounded up, so that the float is not smaller
    errors[i] = Math.nextUp((float) error);
  }

  void clear() {
    size = 0;
  }

  /** Forgets events after a time. */
  void truncate(double time) {
    while (size > 0 && times[size - 1] > time) {
      size--;
    }
  }

  /**
   * Time per unit of what brings the event about: of the distance from the line of a neuron that
   * arrives there, or of the pull; 0 when not known.
   */
  double slowness(int i) {
    return slowness[i];
  }

  /** Whether {@link #slowness} is per unit of the pull. */
  boolean ofPull(int i) {
    return (kinds[i] & OF_PULL) != 0;
  }

  /** Sets {@link #slowness} of the events from an index on for which it is not known. */
  void setSlowness(int from, double slow, boolean ofPull) {
    for (int i = from; i < size; i++) {
      if (slowness[i] == 0) {
        slowness[i] = (float) slow;
        kinds[i] = (byte) (kinds[i] & ~OF_PULL | (ofPull ? OF_PULL : 0));
      }
    }
  }

  void add(double time, int neuron, int line, Event.Kind kind, int side) {
    add(time, neuron, line, kind, side, 0);
  }

  void add(double time, int neuron, int line, Event.Kind kind, int side, double slow) {
    if (size == times.length) {
      int larger = size + (size >> 1);
      times = Arrays.copyOf(times, larger);
      errors = Arrays.copyOf(errors, larger);
      slowness = Arrays.copyOf(slowness, larger);
      neurons = Arrays.copyOf(neurons, larger);
      lines = Arrays.copyOf(lines, larger);
      kinds = Arrays.copyOf(kinds, larger);
    }
    times[size] = time;
    neurons[size] = neuron;
    lines[size] = line;
    slowness[size] = (float) slow;
    errors[size] = 0;
    kinds[size++] = (byte) (kind.ordinal() << KIND | (side > 0 ? SIDE : 0));
  }

  /** Appends the events of a step, in order of time, then neuron, then line. */
  void append(List<EventLog> parts, double start, double length) {
    int first = size;
    for (EventLog part : parts) {
      for (int i = 0; i < part.size; i++) {
        add(
            part.times[i],
            part.neurons[i],
            part.lines[i],
            part.kind(i),
            part.side(i),
            length * part.slowness[i]);
        kinds[size - 1] = part.kinds[i];
      }
    }
    sort(first);
    for (int i = first; i < size; i++) {
      times[i] = start + length * times[i];
    }
  }

  /** Sorts the events from an index on. */
  private void sort(int first) {
    int count = size - first;
    int[] order = new int[count];
    for (int i = 0; i < count; i++) {
      order[i] = first + i;
    }
    int[] merged = new int[count];
    for (int run = 1; run < count; run *= 2) {
      for (int lo = 0; lo < count; lo += 2 * run) {
        merge(order, merged, lo, Math.min(lo + run, count), Math.min(lo + 2 * run, count));
      }
      int[] swap = order;
      order = merged;
      merged = swap;
    }
    EventLog copy = new EventLog();
    for (int i : order) {
      copy.add(this, i);
    }
    System.arraycopy(copy.times, 0, times, first, count);
    System.arraycopy(copy.errors, 0, errors, first, count);
    System.arraycopy(copy.slowness, 0, slowness, first, count);
    System.arraycopy(copy.neurons, 0, neurons, first, count);
    System.arraycopy(copy.lines, 0, lines, first, count);
    System.arraycopy(copy.kinds, 0, kinds, first, count);
  }

  private void merge(int[] from, int[] to, int lo, int mid, int hi) {
    int left = lo;
    int right = mid;
    for (int i = lo; i < hi; i++) {
      boolean takeLeft = right >= hi || (left < mid && !before(from[right], from[left]));
      to[i] = takeLeft ? from[left++] : from[right++];
    }
  }

  private boolean before(int i, int j) {
    if (times[i] != times[j]) {
      return times[i] < times[j];
    }
    return neurons[i] != neurons[j] ? neurons[i] < neurons[j] : lines[i] < lines[j];
  }

  /** Forgets the first events. */
  void dropFirst(int count) {
    size -= count;
    System.arraycopy(times, count, times, 0, size);
    System.arraycopy(errors, count, errors, 0, size);
    System.arraycopy(slowness, count, slowness, 0, size);
    System.arraycopy(neurons, count, neurons, 0, size);
    System.arraycopy(lines, count, lines, 0, size);
    System.arraycopy(kinds, count, kinds, 0, size);
  }

  /** Writes all but the slowness. */
  void save(DataOutput out) throws IOException {
    out.writeInt(size);
    for (int i = 0; i < size; i++) {
      out.writeDouble(times[i]);
      out.writeFloat(errors[i]);
      out.writeInt(neurons[i]);
      out.writeInt(lines[i]);
      out.writeByte(kinds[i]);
    }
  }

  /**
   * Takes what was saved in place of all.
   *
   * @throws IOException when there is less, or it does not fit the data
   */
  void restore(DataInput in, Setup setup) throws IOException {
    clear();
    for (int left = in.readInt(); left > 0; left--) {
      double time = in.readDouble();
      float error = in.readFloat();
      int neuron = in.readInt();
      int line = in.readInt();
      int kind = in.readByte();
      if (neuron < 0 || neuron >= setup.m || line < 0 || line >= setup.lineCount) {
        throw new IOException("neuron " + neuron + " has no kink " + line);
      }
      if (kind < 0 || kind >> KIND >= KINDS.length) {
        throw new IOException("no event of kind " + kind);
      }
      add(time, neuron, line, KINDS[kind >> KIND], (kind & SIDE) != 0 ? 1 : -1);
      errors[size - 1] = error;
    }
  }

  /** Appends an event of another log with its error. */
  void add(EventLog other, int i) {
    float slow = other.slowness[i];
    add(other.times[i], other.neurons[i], other.lines[i], other.kind(i), other.side(i), slow);
    kinds[size - 1] = other.kinds[i];
    errors[size - 1] = other.errors[i];
  }

  /** An event at one sample of its line, with an error of its time. */
  private Event event(KinkLines kinks, int i, int k, double error) {
    int direction = kinks.coefficient(k) > 0 ? side(i) : -side(i);
    return new Event(times[i], neurons[i] + 1, k + 1, kind(i), direction, error);
  }

  /** A view with one event for each sample of each line. */
  List<Event> view(KinkLines kinks) {
    return view(kinks, i -> errors[i]);
  }

  /**
   * The same with other errors.
   *
   * @param error of the time of event i of this log
   */
  List<Event> view(KinkLines kinks, IntToDoubleFunction error) {
    int[] firsts = new int[size + 1];
    for (int i = 0; i < size; i++) {
      firsts[i + 1] = firsts[i] + kinks.members(lines[i]).length;
    }
    return new AbstractList<>() {
      @Override
      public Event get(int index) {
        java.util.Objects.checkIndex(index, firsts[EventLog.this.size]);
        int found = Arrays.binarySearch(firsts, index);
        int i = found >= 0 ? found : -found - 2;
        int k = kinks.members(lines[i])[index - firsts[i]];
        return event(kinks, i, k, error.applyAsDouble(i));
      }

      @Override
      public int size() {
        return firsts[EventLog.this.size];
      }
    };
  }
}
