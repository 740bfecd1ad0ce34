package org.flowproof.sweep.threshold;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.flowproof.sweep.Axis;
import org.flowproof.sweep.AxisValue;
import org.flowproof.sweep.Point;
import org.flowproof.sweep.PointResult;
import org.flowproof.sweep.SweepTable;
import org.junit.jupiter.api.Test;

class SeriesTest {
  private static final Axis SCALE =
      new Axis(
          "scale",
          List.of("initialization.scale"),
          List.of(AxisValue.of(1e-3), AxisValue.of(1e-6)));
  // not in order, as a file may have it
  private static final Axis SAMPLES =
      new Axis("samples", List.of("data.law.samples"), List.of(AxisValue.of(40), AxisValue.of(8)));
  private static final Axis SEED =
      new Axis(
          "seed",
          List.of("data.law.seed", "initialization.seed"),
          List.of(AxisValue.of(1), AxisValue.of(2), AxisValue.of(3)));

  private static Point point(double scale, double samples, double seed) {
    return new Point(
        0,
        Map.of(
            "scale", AxisValue.of(scale),
            "samples", AxisValue.of(samples),
            "seed", AxisValue.of(seed)),
        "");
  }

  private static PointResult done(Point point, String ending, String rerun, double mse) {
    SortedMap<String, Double> numbers = new TreeMap<>(Map.of("trainMse", mse));
    return new PointResult(
        point,
        PointResult.Status.DONE,
        "",
        ending,
        ending.equals(rerun),
        "",
        numbers,
        1,
        new TreeMap<>(Map.of("scale", rerun)));
  }

  private static SweepTable table(List<Axis> axes, PointResult... results) {
    return new SweepTable("s", "s", "", axes, Optional.empty(), List.of(results));
  }

  private static SweepTable table() {
    return table(
        List.of(SCALE, SAMPLES, SEED),
        done(point(1e-3, 40, 1), "INTERPOLATION", "INTERPOLATION", 1),
        done(point(1e-3, 40, 2), "INTERPOLATION", "HALF_LEAST_SQUARES", 3),
        done(point(1e-6, 40, 1), "HALF_LEAST_SQUARES", "HALF_LEAST_SQUARES", 4),
        done(point(1e-6, 40, 2), "UNKNOWN", "UNKNOWN", 5),
        PointResult.undecided(point(1e-6, 40, 3), PointResult.Status.FAILED, "broke", 2),
        done(point(1e-6, 8, 3), "OTHER", "OTHER", 6));
  }

  @Test
  void splitsByTheOtherAxesAndSortsBySize() {
    List<Series> all = Series.of(table(), "samples");
    assertEquals(2, all.size());
    assertEquals(Map.of("scale", AxisValue.of(1e-6)), all.get(1).fixed());
    assertEquals(List.of(8.0, 40.0), all.get(1).sizes());
    assertEquals(3, all.get(1).seeds());
    assertEquals(
        new OutcomeTable(
            List.of(8.0, 40.0),
            List.of(
                List.of(Reading.ABSENT, Reading.ABSENT, Reading.MISSED),
                List.of(Reading.REACHED, Reading.UNKNOWN, Reading.UNKNOWN))),
        all.get(1).outcomes("HALF_LEAST_SQUARES"));
    // a second run that ends elsewhere leaves the ending open
    assertEquals(
        List.of(Reading.REACHED, Reading.UNKNOWN, Reading.ABSENT),
        all.get(0).outcomes("INTERPOLATION").readings().get(1));
    assertEquals(2, all.get(0).band(1, "trainMse").median());
    assertTrue(all.get(0).has("trainMse") && !all.get(0).has("testMse"));
  }

  /** What counts is where the runs end themselves: seed 1 differs, 2 is open, 3 has no pair. */
  @Test
  void comparesScalesSeedBySeed() {
    List<Series> all = Series.of(table(), "samples");
    assertEquals(new Agreement(0, 1, 1), Agreement.between(all.get(0), all.get(1), 1));
    assertEquals(new Agreement(0, 0, 0), Agreement.between(all.get(0), all.get(1), 0));
    assertEquals(new Agreement(1, 1, 0), Agreement.withReruns(all.get(0), 1, "scale"));
    assertEquals(new Agreement(1, 0, 1), Agreement.withReruns(all.get(1), 1, "scale"));
    assertEquals(0, Agreement.withReruns(all.get(1), 1, "horizon").pairs());
  }

  @Test
  void seedsAreNotRunAlong() {
    assertTrue(Series.isSeed(SEED));
    assertTrue(!Series.isSeed(SAMPLES));
    Axis noise = new Axis("noise", List.of("data.law.noise"), List.of(AxisValue.of(0)));
    SweepTable zero = table(List.of(noise));
    assertThrows(IllegalArgumentException.class, () -> Series.of(zero, "noise"));
  }
}
