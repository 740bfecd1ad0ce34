package org.flowproof.enclose.path;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.flowproof.formula.Rational;
import org.junit.jupiter.api.Test;

/** Elimination in rationals. */
class ReducedRowsTest {
  private static List<Rational> row(long... entries) {
    return Arrays.stream(entries).mapToObj(Rational::of).toList();
  }

  @Test
  void invertsWhatHasAnInverse() {
    // [0 2; 3 1], with the identity beside it
    ReducedRows reduced = ReducedRows.of(List.of(row(0, 2, 1, 0), row(3, 1, 0, 1)), 2);
    assertEquals(2, reduced.count());
    assertEquals(Rational.of(-1, 6), reduced.entry(0, 2));
    assertEquals(Rational.of(1, 3), reduced.entry(0, 3));
    assertEquals(Rational.of(1, 2), reduced.entry(1, 2));
    assertEquals(Rational.ZERO, reduced.entry(1, 3));
  }

  @Test
  void leavesDependentRowsOut() {
    ReducedRows reduced = ReducedRows.of(List.of(row(1, 2, 3), row(2, 4, 6), row(0, 0, 5)), 3);
    assertEquals(2, reduced.count());
    assertFalse(reduced.isPivot(1));
    assertTrue(reduced.isPivot(2));
    assertEquals(Rational.of(2), reduced.entry(0, 1));
  }
}
