package org.flowproof.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.flowproof.enclose.interval.Interval;

/** What is printed of an interval contains it, and not much more. */
class OutwardNumbersProperties {
  private static final Pattern PRINTED =
      Pattern.compile("\\$\\[\\\\num\\{(.*)},\\\\allowbreak \\\\num\\{(.*)}]\\$");

  /** All finite doubles alike, by their bits: subnormal, huge, negative, zero. */
  @Provide
  Arbitrary<Double> doubles() {
    return Arbitraries.longs().map(Double::longBitsToDouble).filter(Double::isFinite);
  }

  /** From points to wide ones. */
  @Provide
  Arbitrary<Interval> intervals() {
    return Arbitraries.frequencyOf(
        net.jqwik.api.Tuple.of(
            1,
            net.jqwik.api.Combinators.combine(doubles(), doubles())
                .as((a, b) -> Interval.of(Math.min(a, b), Math.max(a, b)))),
        net.jqwik.api.Tuple.of(
            3,
            net.jqwik.api.Combinators.combine(doubles(), Arbitraries.longs().between(0, 1L << 50))
                .as(OutwardNumbersProperties::near)));
  }

  /** An interval whose ends are some doubles apart. */
  private static Interval near(double value, long apart) {
    double other = Double.longBitsToDouble(Double.doubleToRawLongBits(value) + apart);
    return Double.isFinite(other)
        ? Interval.of(Math.min(value, other), Math.max(value, other))
        : Interval.of(value);
  }

  @Property(tries = 20_000)
  void printedIntervalsContainTheirIntervals(@ForAll("intervals") Interval value) {
    Matcher ends = PRINTED.matcher(OutwardNumbers.interval(value));
    assertTrue(ends.matches(), () -> OutwardNumbers.interval(value));
    BigDecimal lower = new BigDecimal(ends.group(1));
    BigDecimal upper = new BigDecimal(ends.group(2));
    assertTrue(lower.compareTo(new BigDecimal(value.lower())) <= 0, ends.group());
    assertTrue(upper.compareTo(new BigDecimal(value.upper())) >= 0, ends.group());
    // two digits more than where the ends part: at most a fifth is added, or a unit in the 17th
    BigDecimal added =
        upper
            .subtract(lower)
            .subtract(new BigDecimal(value.upper()).subtract(new BigDecimal(value.lower())));
    BigDecimal most =
        new BigDecimal(value.upper())
            .subtract(new BigDecimal(value.lower()))
            .multiply(new BigDecimal("0.2"))
            .add(new BigDecimal(value.magnitude()).multiply(new BigDecimal("2e-16")));
    assertTrue(added.compareTo(most) <= 0, ends.group());
  }

  @Property(tries = 20_000)
  void boundsAreNotBelowTheirValues(
      @ForAll("doubles") double value, @ForAll @IntRange(min = 1, max = 17) int digits) {
    String above = OutwardNumbers.above(value, digits);
    BigDecimal printed = new BigDecimal(above.substring(5, above.length() - 1));
    assertTrue(printed.compareTo(new BigDecimal(value)) >= 0, above);
    BigDecimal unit =
        value == 0
            ? BigDecimal.ZERO
            : new BigDecimal(value).round(new MathContext(digits, RoundingMode.FLOOR)).ulp();
    assertTrue(printed.subtract(new BigDecimal(value)).compareTo(unit) <= 0, above);
  }

  /** What the properties would find if numbers were rounded to the nearest instead. */
  @Example
  void roundingToTheNearestWouldBeFound() {
    int outside = 0;
    for (int i = 1; i <= 1000; i++) {
      BigDecimal nearest =
          new BigDecimal(OutwardNumbers.text(1.0 / (i + 2), 3, RoundingMode.HALF_EVEN));
      outside += nearest.compareTo(new BigDecimal(1.0 / (i + 2))) < 0 ? 1 : 0;
    }
    assertTrue(outside > 400, "only " + outside);
  }

  @Example
  void looksAsExpected() {
    assertEquals(
        "$[\\num{0.33333333333},\\allowbreak \\num{0.33333333434}]$",
        OutwardNumbers.interval(Interval.of(1 / 3.0, 1 / 3.0 + 1e-9)));
    assertEquals(
        "$[\\num{-1.01e-9},\\allowbreak \\num{2}]$",
        OutwardNumbers.interval(Interval.of(-1.001e-9, 2)));
    assertEquals("$[\\num{0},\\allowbreak \\num{0}]$", OutwardNumbers.interval(Interval.ZERO));
    assertEquals("\\num{2.7e-12}", OutwardNumbers.above(2.61e-12, 2));
    assertEquals(
        "$[\\num{1},\\allowbreak \\ensuremath{\\infty}]$",
        OutwardNumbers.interval(Interval.of(1, Double.POSITIVE_INFINITY)));
  }
}
