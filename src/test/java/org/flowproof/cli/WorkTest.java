package org.flowproof.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Tasks and their outcomes. */
class WorkTest {

  /** The second task ends only once the outcome of the first was handed on. */
  @Test
  void outcomesAreHandedOnBeforeLaterTasksEnd() {
    CountDownLatch shown = new CountDownLatch(1);
    List<String> order = new ArrayList<>();
    List<Work.Outcome<String>> all =
        new Work(2, Optional.empty(), cause -> {})
            .all(
                List.of(
                    () -> "first",
                    () -> shown.await(20, TimeUnit.SECONDS) ? "second" : "never shown"),
                (index, outcome) -> {
                  order.add(index + " " + outcome.value().orElseThrow());
                  shown.countDown();
                });
    assertEquals(List.of("0 first", "1 second"), order);
    assertEquals(2, all.size());
    assertTrue(all.stream().allMatch(o -> o.failure().isEmpty()));
  }

  /** Also when an earlier one failed, and on one thread. */
  @Test
  void aTaskBeginsWhenThoseItBuildsOnHaveEnded() {
    List<String> order = new CopyOnWriteArrayList<>();
    List<Callable<String>> tasks = new ArrayList<>();
    for (String name : List.of("a", "b", "c", "d")) {
      tasks.add(
          () -> {
            order.add(name);
            if (name.equals("a")) {
              Thread.sleep(50);
              throw new IllegalStateException("a fails");
            }
            order.add(name + " ends");
            return name;
          });
    }
    List<List<Integer>> before = List.of(List.of(), List.of(0), List.of(), List.of(1, 2));
    for (int threads : new int[] {1, 2, 4}) {
      order.clear();
      var outcomes = new Work(threads, Optional.empty(), e -> {}).all(tasks, before, (i, o) -> {});
      assertEquals("IllegalStateException: a fails", outcomes.get(0).failure());
      assertEquals(
          List.of("b", "c", "d"),
          outcomes.subList(1, 4).stream().map(o -> o.value().orElseThrow()).toList());
      assertTrue(order.indexOf("a") < order.indexOf("b"), order.toString());
      assertTrue(order.indexOf("b ends") < order.indexOf("d"), order.toString());
      assertTrue(order.indexOf("c ends") < order.indexOf("d"), order.toString());
    }
  }

  @Test
  void nobodyWaitsForALaterTask() {
    List<Callable<String>> tasks = List.of(() -> "a", () -> "b");
    Work work = new Work(1, Optional.empty(), e -> {});
    assertThrows(
        IllegalArgumentException.class,
        () -> work.all(tasks, List.of(List.of(1), List.of()), (i, o) -> {}));
    assertThrows(
        IllegalArgumentException.class,
        () -> work.all(tasks, List.of(List.of(0), List.of()), (i, o) -> {}));
  }
}
