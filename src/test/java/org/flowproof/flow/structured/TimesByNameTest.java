package org.flowproof.flow.structured;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The packed queues do what a map of queues does. */
class TimesByNameTest {

  /** Few names make long queues, many make the table grow; names far apart share places. */
  @ParameterizedTest
  @ValueSource(longs = {3, 50, 4000, Long.MAX_VALUE})
  void queuesAreThoseOfAMap(long names) throws IOException {
    SplittableRandom random = new SplittableRandom(names);
    TimesByName packed = new TimesByName();
    Map<Long, Deque<Double>> plain = new TreeMap<>();
    for (int round = 0; round < 40_000; round++) {
      // fills up first, is nearly emptied later
      boolean adds = random.nextInt(40_000) > round;
      long name =
          adds || plain.isEmpty() ? random.nextLong(names) : plain.keySet().iterator().next();
      if (adds) {
        double time = random.nextDouble();
        packed.add(name, time);
        plain.computeIfAbsent(name, key -> new ArrayDeque<>()).add(time);
      } else if (plain.containsKey(name)) {
        assertEquals(plain.get(name).remove(), packed.first(name));
        packed.removeFirst(name);
        if (plain.get(name).isEmpty()) {
          plain.remove(name);
        }
      }
      long other = random.nextLong(names);
      assertEquals(plain.containsKey(other), packed.has(other));
      assertEquals(plain.size(), packed.size());
      if (round == 15_000) {
        packed = copy(packed);
      }
    }
    while (!plain.isEmpty()) {
      long name = plain.keySet().iterator().next();
      for (double time : plain.remove(name)) {
        assertEquals(time, packed.first(name));
        packed.removeFirst(name);
      }
    }
    assertEquals(0, packed.size());
  }

  private static TimesByName copy(TimesByName from) throws IOException {
    byte[] saved = bytes(from);
    TimesByName copy = new TimesByName();
    copy.add(5, 0.5);
    copy.restore(new DataInputStream(new ByteArrayInputStream(saved)));
    assertArrayEquals(saved, bytes(copy));
    byte[] half = java.util.Arrays.copyOf(saved, saved.length / 2);
    assertThrows(
        IOException.class,
        () -> new TimesByName().restore(new DataInputStream(new ByteArrayInputStream(half))));
    return copy;
  }

  private static byte[] bytes(TimesByName times) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    times.save(new DataOutputStream(bytes));
    return bytes.toByteArray();
  }
}
