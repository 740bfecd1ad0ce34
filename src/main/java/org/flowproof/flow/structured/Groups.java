package org.flowproof.flow.structured;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The groups among the neurons at the start of a macro step. Depends on the states alone. */
final class Groups {
  private final Setup setup;
  private final int[] groupOf;
  private final byte[] levelOf;
  private List<Group> all = List.of();

  Groups(Setup setup) {
    this.setup = setup;
    groupOf = new int[setup.m];
    levelOf = new byte[setup.m];
    Arrays.fill(groupOf, -1);
  }

  List<Group> all() {
    return all;
  }

  /** Index of the group of a neuron, -1 for none. */
  int groupOf(int neuron) {
    return groupOf[neuron];
  }

  /** How far a neuron points away from the centre of its group. */
  int levelOf(int neuron) {
    return levelOf[neuron];
  }

  /** Whether a neuron is in the moments of its group. */
  boolean sums(int neuron) {
    return groupOf[neuron] >= 0 && levelOf[neuron] < Group.LEVELS;
  }

  /** Below this size, walking each neuron costs less. */
  private int smallest() {
    return 8 + 3 * (setup.d + 1);
  }

  /** Finds the groups anew. */
  void gather(Neurons states) {
    int[] firsts = candidates(states);
    int[] sizes = new int[firsts.length];
    for (int j = 0; j < setup.m; j++) {
      if (groupOf[j] >= 0) {
        sizes[groupOf[j]]++;
      }
    }
    int[] index = new int[firsts.length];
    all = new ArrayList<>();
    for (int g = 0; g < firsts.length; g++) {
      index[g] = sizes[g] < smallest() ? -1 : all.size();
      if (index[g] >= 0) {
        all.add(new Group(firsts[g], setup.d + 1));
      }
    }
    int width = setup.d + 1;
    for (int j = 0; j < setup.m; j++) {
      groupOf[j] = groupOf[j] < 0 ? -1 : index[groupOf[j]];
      if (groupOf[j] >= 0) {
        all.get(groupOf[j]).gather(states.z, j * width);
      }
    }
    all.forEach(Group::settle);
    for (int j = 0; j < setup.m; j++) {
      if (groupOf[j] >= 0) {
        levelOf[j] = (byte) all.get(groupOf[j]).add(states.z, j * width);
      }
    }
  }

  /** Numbers the patterns in {@link #groupOf}; returns the first neuron of each. */
  private int[] candidates(Neurons states) {
    int capacity = Integer.highestOneBit(Math.max(8, 4 * setup.m - 1));
    int[] table = new int[capacity];
    int[] firsts = new int[setup.m];
    int count = 0;
    for (int j = 0; j < setup.m; j++) {
      groupOf[j] = -1;
      if (!mayShare(states, j)) {
        continue;
      }
      int slot = hash(states, j) & (capacity - 1);
      while (table[slot] != 0 && !alike(states, firsts[table[slot] - 1], j)) {
        slot = (slot + 1) & (capacity - 1);
      }
      if (table[slot] == 0) {
        firsts[count++] = j;
        table[slot] = count;
      }
      groupOf[j] = table[slot] - 1;
    }
    return Arrays.copyOf(firsts, count);
  }

  private static boolean mayShare(Neurons states, int j) {
    Held held = states.held[j];
    return !states.still[j]
        && states.departing[j] == null
        && (held == null || held.independent())
        && states.z[j * (states.d + 1)] != 0;
  }

  private static int hash(Neurons states, int j) {
    long hash = states.z[j * (states.d + 1)] > 0 ? 1 : 2;
    for (int i = 0; i < states.words; i++) {
      hash = (hash ^ states.plus[j * states.words + i]) * 0x9E3779B97F4A7C15L;
      hash ^= hash >>> 29;
    }
    Held held = states.held[j];
    for (int i = 0; held != null && i < held.count(); i++) {
      hash = (hash ^ held.line(i)) * 0x9E3779B97F4A7C15L;
    }
    return (int) (hash ^ hash >>> 32);
  }

  private static boolean alike(Neurons states, int i, int j) {
    int width = states.d + 1;
    int words = states.words;
    return states.z[i * width] > 0 == states.z[j * width] > 0
        && Arrays.equals(
            states.plus, i * words, (i + 1) * words, states.plus, j * words, (j + 1) * words)
        && Held.same(states.held[i], states.held[j]);
  }
}
