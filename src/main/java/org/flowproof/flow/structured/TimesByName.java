package org.flowproof.flow.structured;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/**
 * Queues of times, one for each name, a number from 0 on. Kept in arrays: a wide run has millions
 * of them at once, about 40 bytes each.
 */
final class TimesByName {
  private static final long EMPTY = -1;
  private static final int NOBODY = -1;
  private static final int SMALLEST = 16;

  /** Open addressing with steps of one; at most half of the places are taken. */
  private long[] names;

  private int[] firsts;
  private int[] lasts;
  private int taken;

  /** Links of all queues; those not in use hang together from {@link #unused}. */
  private double[] times = new double[SMALLEST];

  private int[] nexts = new int[SMALLEST];
  private int links;
  private int unused = NOBODY;

  TimesByName() {
    places(SMALLEST);
  }

  private void places(int count) {
    names = new long[count];
    Arrays.fill(names, EMPTY);
    firsts = new int[count];
    lasts = new int[count];
    taken = 0;
  }

  void clear() {
    places(SMALLEST);
    links = 0;
    unused = NOBODY;
  }

  /** Number of names with a queue. */
  int size() {
    return taken;
  }

  boolean has(long name) {
    return names[place(name)] == name;
  }

  /** The first time of a name that has one. */
  double first(long name) {
    return times[firsts[place(name)]];
  }

  /** Adds a time at the end of a queue. */
  void add(long name, double time) {
    if (2 * (taken + 1) > names.length) {
      grow();
    }
    int link = link(time);
    int place = place(name);
    if (names[place] == name) {
      nexts[lasts[place]] = link;
    } else {
      names[place] = name;
      firsts[place] = link;
      taken++;
    }
    lasts[place] = link;
  }

  /** Removes the first time of a name that has one. */
  void removeFirst(long name) {
    int place = place(name);
    int link = firsts[place];
    int next = nexts[link];
    nexts[link] = unused;
    unused = link;
    if (next == NOBODY) {
      vacate(place);
    } else {
      firsts[place] = next;
    }
  }

  private int link(double time) {
    int link = unused;
    if (link == NOBODY) {
      link = links++;
      if (links > times.length) {
        times = Arrays.copyOf(times, links + (links >> 1));
        nexts = Arrays.copyOf(nexts, times.length);
      }
    } else {
      unused = nexts[link];
    }
    times[link] = time;
    nexts[link] = NOBODY;
    return link;
  }

  private int home(long name) {
    long mixed = name * 0x9E3779B97F4A7C15L;
    return (int) (mixed >>> 32) & (names.length - 1);
  }

  /** Where a name is, or would go. */
  private int place(long name) {
    int place = home(name);
    while (names[place] != EMPTY && names[place] != name) {
      place = (place + 1) & (names.length - 1);
    }
    return place;
  }

  /** Empties a place; names behind that were pushed on by it move up. */
  private void vacate(int place) {
    int hole = place;
    int mask = names.length - 1;
    for (int i = (hole + 1) & mask; names[i] != EMPTY; i = (i + 1) & mask) {
      if (((i - home(names[i])) & mask) >= ((i - hole) & mask)) {
        names[hole] = names[i];
        firsts[hole] = firsts[i];
        lasts[hole] = lasts[i];
        hole = i;
      }
    }
    names[hole] = EMPTY;
    taken--;
  }

  private void grow() {
    long[] oldNames = names;
    int[] oldFirsts = firsts;
    int[] oldLasts = lasts;
    places(2 * oldNames.length);
    for (int i = 0; i < oldNames.length; i++) {
      if (oldNames[i] != EMPTY) {
        int place = place(oldNames[i]);
        names[place] = oldNames[i];
        firsts[place] = oldFirsts[i];
        lasts[place] = oldLasts[i];
        taken++;
      }
    }
  }

  /** Writes all queues, by name. */
  void save(DataOutput out) throws IOException {
    long[] sorted = Arrays.stream(names).filter(name -> name != EMPTY).sorted().toArray();
    out.writeInt(sorted.length);
    for (long name : sorted) {
      out.writeLong(name);
      int place = place(name);
      int count = 0;
      for (int link = firsts[place]; link != NOBODY; link = nexts[link]) {
        count++;
      }
      out.writeInt(count);
      for (int link = firsts[place]; link != NOBODY; link = nexts[link]) {
        out.writeDouble(times[link]);
      }
    }
  }

  /**
   * Takes what was saved in place of all.
   *
   * @throws IOException when there is less, or what cannot have been written
   */
  void restore(DataInput in) throws IOException {
    clear();
    for (int left = in.readInt(); left > 0; left--) {
      long name = in.readLong();
      int count = in.readInt();
      if (name < 0 || count < 1) {
        throw new IOException(count + " times of the name " + name);
      }
      for (int i = 0; i < count; i++) {
        add(name, in.readDouble());
      }
    }
  }
}
