package org.flowproof.enclose.path;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Neurons with the same sides: they share one pull. */
public final class Groups {
  private final int[] of;
  private final List<Side[]> sides = new ArrayList<>();
  private final List<int[]> members = new ArrayList<>();

  /**
   * Groups of a pattern.
   *
   * @param pattern {@code m x n}
   */
  public Groups(Side[][] pattern) {
    of = new int[pattern.length];
    Map<ByteBuffer, Integer> seen = new HashMap<>();
    List<List<Integer>> lists = new ArrayList<>();
    for (int j = 0; j < pattern.length; j++) {
      int group = seen.computeIfAbsent(packed(pattern[j]), key -> seen.size());
      if (group == sides.size()) {
        sides.add(pattern[j]);
        lists.add(new ArrayList<>());
      }
      lists.get(group).add(j);
      of[j] = group;
    }
    lists.forEach(list -> members.add(list.stream().mapToInt(Integer::intValue).toArray()));
  }

  /** Four sides a byte: patterns are compared at every step. */
  private static ByteBuffer packed(Side[] sides) {
    byte[] bytes = new byte[(sides.length + 3) / 4];
    for (int k = 0; k < sides.length; k++) {
      bytes[k >> 2] |= (byte) (sides[k].ordinal() << 2 * (k & 3));
    }
    return ByteBuffer.wrap(bytes);
  }

  public int count() {
    return sides.size();
  }

  /** The group of a neuron. */
  public int of(int neuron) {
    return of[neuron];
  }

  /** The sides of a group. */
  public Side[] sides(int group) {
    return sides.get(group);
  }

  /** The neurons of a group. */
  public int[] members(int group) {
    return members.get(group);
  }
}
