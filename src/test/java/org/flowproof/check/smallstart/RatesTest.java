package org.flowproof.check.smallstart;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.flowproof.check.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Verdicts from distances that are made up. */
class RatesTest {
  private static final List<Double> SCALES = List.of(1e-2, 1e-3, 1e-4, 1e-5);

  private static Approach made(List<Double> scales, double error, DoubleUnaryOperator distance) {
    List<List<Approach.Distance>> rows = new ArrayList<>();
    for (double scale : scales) {
      rows.add(List.of(new Approach.Distance(distance.applyAsDouble(scale), error)));
    }
    return new Approach(scales, List.of(0.0), rows);
  }

  @ParameterizedTest
  @CsvSource({
    "1, HOLDS, HOLDS, HOLDS, VIOLATED",
    "0.5, HOLDS, HOLDS, VIOLATED, HOLDS",
    "0.42, HOLDS, VIOLATED, VIOLATED, UNKNOWN",
    "0.3, HOLDS, VIOLATED, VIOLATED, VIOLATED",
    "0.93, HOLDS, HOLDS, UNKNOWN, VIOLATED",
    "2, HOLDS, HOLDS, VIOLATED, VIOLATED",
    "0, VIOLATED, VIOLATED, VIOLATED, VIOLATED",
    "0.15, UNKNOWN, VIOLATED, VIOLATED, VIOLATED",
  })
  void exponentsDecide(
      double exponent, Verdict limit, Verdict bound, Verdict first, Verdict printed) {
    Rates rates = new Rates(made(SCALES, 1e-14, s -> 3 * Math.pow(s, exponent)), 0.5);
    // at the bound itself rounding decides, which must not come out as VIOLATED
    if (exponent != 0.5) {
      assertEquals(bound, rates.bound().verdict(), rates.bound().detail());
    }
    assertEquals(limit, rates.limit(StartStatement.Kind.LIMIT).verdict());
    assertEquals(first, rates.firstOrder().verdict());
    assertEquals(printed, rates.printedRate().verdict());
  }

  /** Distances below the error give no exponent; all within it are as close as can be seen. */
  @Test
  void errorsAreHeeded() {
    Rates hidden = new Rates(made(SCALES, 1, s -> s), 0.5);
    assertEquals(Verdict.HOLDS, hidden.limit(StartStatement.Kind.LIMIT).verdict());
    assertEquals(Verdict.UNKNOWN, hidden.bound().verdict());
    assertEquals(Verdict.UNKNOWN, hidden.firstOrder().verdict());
    Rates faint = new Rates(made(SCALES, 1e-3, s -> 5e-3), 0.5);
    assertEquals(Verdict.UNKNOWN, faint.limit(StartStatement.Kind.LIMIT).verdict());
    Rates partly = new Rates(made(SCALES, 1e-6, s -> s), 0.5);
    assertEquals(Verdict.HOLDS, partly.firstOrder().verdict());
    assertEquals(2, made(SCALES, 1e-6, s -> s).exponents(0).size());
  }

  /** What is seen at large scales says nothing against a limit. */
  @Test
  void largeScalesViolateNothing() {
    Rates rates = new Rates(made(List.of(0.5, 0.2, 0.1), 1e-14, s -> 1.0), 0.5);
    assertEquals(Verdict.UNKNOWN, rates.limit(StartStatement.Kind.LIMIT).verdict());
    assertEquals(Verdict.UNKNOWN, rates.bound().verdict());
    assertEquals(Verdict.UNKNOWN, rates.firstOrder().verdict());
  }

  @Test
  void aBrokenRunDecidesNothing() {
    Rates rates = new Rates(made(SCALES, Double.POSITIVE_INFINITY, s -> 0), 0.5);
    for (StartStatement s :
        List.of(
            rates.limit(StartStatement.Kind.LIMIT),
            rates.bound(),
            rates.firstOrder(),
            rates.printedRate())) {
      assertEquals(Verdict.UNKNOWN, s.verdict());
    }
  }
}
