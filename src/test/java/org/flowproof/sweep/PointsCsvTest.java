package org.flowproof.sweep;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The table that people open in spreadsheets. */
class PointsCsvTest {

  @Test
  void everyCellStandsUnderItsName() {
    Axis noise = new Axis("noise", List.of("data.law.noise"), List.of(value("-1e-3"), value("2")));
    Axis word =
        new Axis(
            "data-seed",
            List.of("data.law.seed"),
            List.of(AxisValue.of("=1+1"), AxisValue.of("b")));
    PointResult done =
        new PointResult(
            point(0, value("-1e-3"), AxisValue.of("=1+1")),
            PointResult.Status.DONE,
            "",
            "OTHER",
            true,
            "so, \"it\" is",
            new TreeMap<>(
                Map.of(
                    "a.b",
                    1 / 3.0,
                    "big",
                    Double.POSITIVE_INFINITY,
                    "none",
                    Double.NaN,
                    "tiny",
                    -1e-9)),
            1.5,
            new TreeMap<>(Map.of("scale", "INTERPOLATION")));
    PointResult failed =
        PointResult.undecided(
            point(3, value("2"), AxisValue.of("b")), PointResult.Status.FAILED, "@x: bad", 0.25);
    SweepTable table =
        new SweepTable("s", "t", "", List.of(noise, word), Optional.empty(), List.of(done, failed));
    assertEquals(
        """
        point,noise,data_seed,status,verdict,ending,trusted,rerun_scale,rerun_tolerance,rerun_horizon,a_b,big,tiny,reason,failure
        0,-1e-3,"'=1+1",DONE,UNKNOWN,OTHER,true,INTERPOLATION,,,0.3333333333333333,inf,-1.0e-9,"so, ""it"" is",
        3,2,b,FAILED,,,false,,,,,,,,"'@x: bad"
        """,
        PointsCsv.of(table));
    assertEquals(4, table.size());
  }

  @Test
  void numbersReadBackToTheSameDouble() {
    for (double value :
        new double[] {0, -0.0, 1e-300, 1.1, 1e15, 9007199254740992.0, 1e22, Double.MIN_VALUE}) {
      assertEquals(value + 0.0, Double.parseDouble(PointsCsv.number(value)) + 0.0);
    }
    assertEquals("40", PointsCsv.number(40));
    assertEquals("nan", PointsCsv.number(Double.NaN));
    assertEquals("-inf", PointsCsv.number(Double.NEGATIVE_INFINITY));
  }

  private static AxisValue value(String text) {
    return new AxisValue(text, AxisValue.of(Double.parseDouble(text)).number());
  }

  private static Point point(int index, AxisValue noise, AxisValue word) {
    Map<String, AxisValue> values = new LinkedHashMap<>();
    values.put("noise", noise);
    values.put("data-seed", word);
    return new Point(index, values, "x");
  }
}
