package org.flowproof.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.function.DoubleFunction;
import org.flowproof.formula.Truth;
import org.junit.jupiter.api.Test;

class ThresholdSearchTest {
  private static Truth of(boolean holds) {
    return holds ? Truth.TRUE : Truth.FALSE;
  }

  private static Threshold decades(DoubleFunction<Truth> test) {
    return ThresholdSearch.overDecades(-20, 6, test);
  }

  @Test
  void undecidedZoneWidensTheAccuracy() {
    Threshold found = decades(v -> v < 0.2 ? Truth.TRUE : v > 0.3 ? Truth.FALSE : Truth.UNDECIDED);
    assertEquals(Threshold.Shape.UP_TO, found.shape());
    assertEquals(0.2, found.value(), 1e-7);
    assertEquals(0.5, found.accuracy(), 1e-6);
    Threshold reversed =
        decades(v -> v < 0.2 ? Truth.FALSE : v > 30 ? Truth.TRUE : Truth.UNDECIDED);
    assertEquals(Threshold.Shape.FROM, reversed.shape());
    assertEquals(30, reversed.value(), 1e-5);
  }

  @Test
  void moreThanOneChangeHasNoThreshold() {
    Threshold found = decades(v -> of(v < 0.5 || v > 500));
    assertEquals(Threshold.Shape.NOT_MONOTONE, found.shape());
    assertTrue(Double.isNaN(found.value()));
    assertTrue(found.remark().contains("2 times"), found.remark());
  }

  @Test
  void holeInTheMiddleIsUnknown() {
    Threshold found = decades(v -> v > 0.5 && v < 5000 ? Truth.UNDECIDED : Truth.TRUE);
    assertEquals(Threshold.Shape.UNKNOWN, found.shape());
  }

  @Test
  void undecidedEndsAreTold() {
    Threshold found = decades(v -> v < 1e-9 || v > 1e3 ? Truth.UNDECIDED : Truth.TRUE);
    assertEquals(Threshold.Shape.ALWAYS, found.shape());
    assertEquals(1e-9, found.from());
    assertEquals(1e3, found.to());
    assertEquals("not decided below 1.0E-9, not decided above 1000", found.remark());
  }

  @Test
  void neverAndNowhere() {
    assertEquals(Threshold.Shape.NEVER, decades(v -> Truth.FALSE).shape());
    assertEquals(Threshold.Shape.UNKNOWN, decades(v -> Truth.UNDECIDED).shape());
  }

  @Test
  void countsAreWholeNumbers() {
    for (int edge : new int[] {1, 2, 3, 7, 100, 1023}) {
      Threshold found = ThresholdSearch.overCounts(1024, n -> of(n > edge));
      assertEquals(Threshold.Shape.FROM, found.shape());
      assertEquals(edge + 1, found.value());
    }
    assertEquals(Threshold.Shape.ALWAYS, ThresholdSearch.overCounts(1024, n -> of(n > 0)).shape());
  }

  /** Whoever copies the printed number meets the condition. */
  @Test
  void printedNumberIsOnTheSideThatHolds() {
    Threshold upTo = decades(v -> of(v < 0.01316286979));
    assertEquals(0.0131628, upTo.printed());
    assertEquals(
        "holds for scale <= 0.0131628", upTo.text(org.flowproof.proof.Condition.Quantity.SCALE));
    Threshold from = decades(v -> of(v > 3.1234561));
    assertEquals(3.12346, from.printed());
    assertTrue(Double.isNaN(decades(v -> Truth.TRUE).printed()));
  }
}
