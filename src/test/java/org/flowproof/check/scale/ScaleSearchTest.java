package org.flowproof.check.scale;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleFunction;
import org.flowproof.check.scale.ScaleSearch.Change;
import org.flowproof.check.scale.ScaleSearch.Reading;
import org.flowproof.check.scale.ScaleSearch.Result;
import org.junit.jupiter.api.Test;

/** The search against outcomes that are known. */
class ScaleSearchTest {
  private final List<Double> asked = new ArrayList<>();

  private Result<String> search(DoubleFunction<String> outcome, double width, int most) {
    return new ScaleSearch<String>(
            scale -> {
              asked.add(scale);
              String found = outcome.apply(scale);
              return found.equals("?")
                  ? new Reading<>(Optional.empty(), "too close")
                  : new Reading<>(Optional.of(found), "");
            },
            width,
            most)
        .between(1e-3, 1e-1);
  }

  @Test
  void oneChangeIsBisected() {
    Result<String> result = search(s -> s < 0.0173 ? "fit" : "all", 1.01, 40);
    assertEquals(1, result.changes().size());
    Change<String> change = result.changes().get(0);
    assertTrue(change.low() < 0.0173 && 0.0173 <= change.high());
    assertTrue(change.high() <= 1.01 * change.low());
    assertEquals("fit", change.below());
    assertEquals("all", change.above());
    assertTrue(result.narrow() && result.known());
    // halves of the logarithm: 100 to 1.01 takes 9
    assertEquals(2 + 9, asked.size());
    assertEquals(0.01, asked.get(2), 1e-15);
    assertEquals(asked.size(), result.trials().size());
  }

  @Test
  void budgetIsKeptAndItsEndTold() {
    Result<String> result = search(s -> s < 0.0173 ? "fit" : "all", 1.01, 5);
    assertEquals(5, asked.size());
    assertFalse(result.narrow());
    assertEquals(1, result.changes().size());
  }

  @Test
  void severalChangesAreFollowed() {
    Result<String> result = search(s -> s < 0.004 ? "fit" : s < 0.03 ? "other" : "all", 1.05, 60);
    assertEquals(2, result.changes().size());
    assertEquals(0.004, result.changes().get(0).high(), 0.05 * 0.004);
    assertEquals(0.03, result.changes().get(1).high(), 0.05 * 0.03);
    assertTrue(result.narrow());
  }

  @Test
  void unknownMiddleIsNarrowedFromBothSides() {
    Result<String> result = search(s -> s < 0.008 ? "fit" : s < 0.02 ? "?" : "all", 1.05, 60);
    assertEquals(1, result.changes().size());
    Change<String> change = result.changes().get(0);
    assertEquals(0.008, change.low(), 0.05 * 0.008);
    assertEquals(0.02, change.high(), 0.05 * 0.02);
    assertEquals(0.008, change.unknown().get(0), 0.05 * 0.008);
    assertFalse(result.known());
    assertFalse(result.narrow());
  }

  @Test
  void unknownEndsAreNotTrusted() {
    Result<String> result = search(s -> s < 0.01 ? "?" : "all", 1.5, 60);
    assertEquals(List.of(), result.changes());
    assertFalse(result.known());
    result = search(s -> "?", 1.5, 9);
    assertEquals(List.of(), result.changes());
  }

  /** A change that is undone between two scales of one outcome may be missed, or met by halving. */
  @Test
  void equalEndsAreLookedBetween() {
    Result<String> result = search(s -> s > 0.009 && s < 0.011 ? "all" : "fit", 1.1, 30);
    assertEquals(2, result.changes().size());
    Result<String> missed = search(s -> s > 0.0095 && s < 0.0099 ? "all" : "fit", 3, 30);
    assertEquals(List.of(), missed.changes());
    assertTrue(missed.known());
  }

  @Test
  void impossibleQuestionsAreRefused() {
    assertThrows(IllegalArgumentException.class, () -> search(s -> "fit", 1, 10));
    assertThrows(IllegalArgumentException.class, () -> search(s -> "fit", 2, 1));
    ScaleSearch<String> search =
        new ScaleSearch<>(s -> new Reading<>(Optional.of("fit"), ""), 2, 5);
    assertThrows(IllegalArgumentException.class, () -> search.between(0, 1));
    assertThrows(IllegalArgumentException.class, () -> search.between(1, 1));
  }
}
