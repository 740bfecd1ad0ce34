package org.flowproof.sweep.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.flowproof.problem.yaml.StrictValue;
import org.flowproof.problem.yaml.StrictYaml;

/** Grids begin where they say, stay inside, and rise evenly. */
class AxisValuesProperties {

  @Property(tries = 300)
  void aGridRisesInEqualSteps(
      @ForAll @IntRange(min = -500, max = 500) int from,
      @ForAll @IntRange(min = 0, max = 300) int width,
      @ForAll @IntRange(min = 1, max = 50) int step) {
    List<BigDecimal> values =
        values(
            AxisKind.NOISE,
            "{from: "
                + tenths(from)
                + ", to: "
                + tenths(from + width)
                + ", step: "
                + tenths(step)
                + "}");
    assertEquals(width / step + 1, values.size());
    for (int i = 0; i < values.size(); i++) {
      assertEquals(0, values.get(i).compareTo(new BigDecimal(tenths(from + i * step))));
    }
  }

  @Property(tries = 300)
  void aGridInTheLogarithmHasEqualRatios(
      @ForAll @IntRange(min = 1, max = 999) int mantissa,
      @ForAll @IntRange(min = -12, max = 3) int exponent,
      @ForAll @IntRange(min = 11, max = 10_000_000) int tenfoldRatio,
      @ForAll @IntRange(min = 2, max = 30) int points) {
    BigDecimal from = new BigDecimal(mantissa + "e" + exponent);
    BigDecimal to = from.multiply(BigDecimal.valueOf(tenfoldRatio, 1));
    List<BigDecimal> values =
        values(
            AxisKind.SCALE,
            "{from: " + text(from) + ", to: " + text(to) + ", points: " + points + "}");
    assertEquals(points, values.size());
    assertEquals(0, from.compareTo(values.get(0)));
    assertEquals(0, to.compareTo(values.get(points - 1)));
    double ratio = Math.pow(tenfoldRatio / 10.0, 1.0 / (points - 1));
    for (int i = 1; i < points; i++) {
      double found = values.get(i).doubleValue() / values.get(i - 1).doubleValue();
      // inner points are rounded to 12 digits
      assertEquals(ratio, found, 2e-11 * ratio);
    }
  }

  @Property(tries = 300)
  void aGridOfWholeNumbersNeverStandsStill(
      @ForAll @IntRange(min = 1, max = 1000) int from,
      @ForAll @IntRange(min = 1, max = 1000) int width,
      @ForAll @IntRange(min = 2, max = 100) int points) {
    List<BigDecimal> values =
        values(
            AxisKind.SAMPLES,
            "{from: " + from + ", to: " + (from + width) + ", points: " + points + "}");
    assertEquals(from, values.get(0).intValueExact());
    assertEquals(from + width, values.get(values.size() - 1).intValueExact());
    for (int i = 1; i < values.size(); i++) {
      assertTrue(values.get(i).intValueExact() > values.get(i - 1).intValueExact());
    }
  }

  private static List<BigDecimal> values(AxisKind kind, String text) {
    StrictValue axis = StrictYaml.parse("axis: " + text, Path.of("property.yaml")).get("axis");
    return AxisValues.read(axis, kind).stream().map(v -> v.decimal().exact()).toList();
  }

  private static String tenths(int count) {
    return BigDecimal.valueOf(count, 1).toPlainString();
  }

  private static String text(BigDecimal value) {
    return value.toString().replace("E+", "e").replace('E', 'e');
  }
}
