package org.flowproof.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
}
