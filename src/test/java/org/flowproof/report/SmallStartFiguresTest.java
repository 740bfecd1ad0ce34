package org.flowproof.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.flowproof.check.smallstart.SmallStartCheck;
import org.flowproof.problem.CaseLoader;
import org.flowproof.problem.SmallStartRequest;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the pictures of small starts show, from the numbers in their files. */
class SmallStartFiguresTest {
  private static final Map<String, Figure> FIGURES = new HashMap<>();

  @BeforeAll
  static void figures() {
    Path file = Path.of("cases/single-neuron/slope-two.yaml");
    SmallStartRequest request =
        new SmallStartRequest(List.of(0.0, 2.0), List.of(1e-2, 1e-4, 1e-6), 1);
    SmallStartFigures.of(SmallStartCheck.of(CaseLoader.load(file).problem(), request))
        .forEach(figure -> FIGURES.put(figure.name(), figure));
  }

  /** The points of a series. */
  private static List<double[]> points(String figure, String key) {
    List<String> rows = FIGURES.get(figure).tables().get(figure + ".csv").text().lines().toList();
    int column = List.of(rows.get(0).split(",")).indexOf(key + "_x");
    List<double[]> points = new ArrayList<>();
    for (String row : rows.subList(1, rows.size())) {
      String[] cells = row.split(",");
      double x = Double.parseDouble(cells[column].replace("nan", "NaN"));
      if (!Double.isNaN(x)) {
        points.add(new double[] {x, Double.parseDouble(cells[column + 1])});
      }
    }
    return points;
  }

  /** The value at the point nearest to a place. */
  private static double at(List<double[]> points, double x) {
    double[] best = points.get(0);
    for (double[] point : points) {
      best = Math.abs(point[0] - x) < Math.abs(best[0] - x) ? point : best;
    }
    return best[1];
  }

  @Test
  void shiftedCurvesCoincideAndOthersDoNot() {
    List<double[]> limit = points("small-start-loss", "limit");
    double[] last = limit.get(limit.size() - 1);
    assertEquals(2, last[0]);
    for (int s = 1; s <= 3; s++) {
      double off = Math.pow(100, -s);
      List<double[]> run = points("small-start-loss", "scale_" + s);
      double[] end = run.get(run.size() - 1);
      assertEquals(2, end[0], 1e-12);
      assertEquals(last[1], end[1], 10 * off);
      assertTrue(Math.abs(last[1] - end[1]) > 0);
    }
    // when the run from the largest weights has learnt something the last one has not begun to
    List<double[]> large = points("small-start-own-times", "scale_1");
    List<double[]> small = points("small-start-own-times", "scale_3");
    double start = large.get(0)[1];
    double early = Math.log(100) / (2 * 5.6154);
    assertTrue(at(large, early) < 0.7 * start, at(large, early) + " of " + start);
    assertTrue(at(small, early) > 0.99 * start, at(small, early) + " of " + start);
  }

  @Test
  void distancesFallWithSlopeOne() {
    List<double[]> distances = points("small-start-distance", "time_2");
    for (int s = 1; s < distances.size(); s++) {
      double slope =
          Math.log(distances.get(s)[1] / distances.get(s - 1)[1])
              / Math.log(distances.get(s)[0] / distances.get(s - 1)[0]);
      assertEquals(1, slope, 0.02);
    }
    List<double[]> line = points("small-start-distance", "slope_half");
    double drawn =
        Math.log(line.get(1)[1] / line.get(0)[1]) / Math.log(line.get(1)[0] / line.get(0)[0]);
    assertEquals(0.5, drawn, 1e-12);
  }

  @Test
  void equalRatiosGiveOneWayAndUnequalOnesAnother() {
    List<double[]> limit = points("small-start-ratios", "limit_1");
    double end = limit.get(limit.size() - 1)[0];
    double same = limit.get(limit.size() - 1)[1];
    List<double[]> run = points("small-start-ratios", "run_1");
    assertEquals(same, run.get(run.size() - 1)[1], 1e-5);
    assertEquals(end, run.get(run.size() - 1)[0], 1e-5);
    assertTrue(Math.abs(at(points("small-start-ratios", "other"), end) - same) > 0.05);
    assertTrue(Math.abs(at(points("small-start-ratios", "raw"), end) - same) > 0.05);
  }
}
