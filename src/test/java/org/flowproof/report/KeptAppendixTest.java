package org.flowproof.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The appendices in the repository belong to its sweep files and show what theory says. */
class KeptAppendixTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "optimization-threshold",
        "half-samples",
        "scale-trap",
        "threshold-dimension",
        "three-points-width"
      })
  void belongsToTheSweepFile(String name) throws IOException {
    Path file = Path.of("cases/sweeps", name + ".yaml");
    String manifest = Files.readString(Path.of("reports", name, "manifest.json"));
    assertTrue(manifest.contains(Hashes.sha256(file)), "made from another " + file);
  }

  /** One row of points.csv by column. */
  private static List<Map<String, String>> points(String name) throws IOException {
    List<String> lines = Files.readAllLines(Path.of("reports", name, "points.csv"));
    String[] columns = lines.get(0).split(",", -1);
    return lines.stream()
        .skip(1)
        .map(
            line -> {
              String[] cells = line.split(",", -1);
              Map<String, String> row = new HashMap<>();
              for (int i = 0; i < columns.length; i++) {
                row.put(columns[i], cells[i]);
              }
              return row;
            })
        .toList();
  }

  private static long count(List<Map<String, String>> rows, String... wanted) {
    return rows.stream()
        .filter(
            row ->
                Arrays.stream(wanted)
                    .map(w -> w.split("=", 2))
                    .allMatch(w -> row.get(w[0]).equals(w[1])))
        .count();
  }

  /**
   * With many samples away from the hyperplane runs end at least squares on halves, and none
   * without the band does. At 80 and 100 samples a fit of a half may be active on a sample of the
   * other.
   */
  @Test
  void manySamplesAwayFromTheHyperplaneEndAtHalfLeastSquares() throws IOException {
    List<Map<String, String>> rows = points("optimization-threshold");
    for (String n : List.of("80", "100", "150")) {
      long away = count(rows, "samples=" + n, "band=0.2", "verdict=HALF_LEAST_SQUARES");
      assertTrue(away >= (n.equals("150") ? 20 : 18), n + ": " + away);
      assertTrue(count(rows, "samples=" + n, "band=1e-9", "verdict=HALF_LEAST_SQUARES") < 10, n);
      assertEquals(0, count(rows, "samples=" + n, "verdict=INTERPOLATION"));
    }
  }

  @Test
  void twentyRunsOfTwentyEndAtHalfLeastSquares() throws IOException {
    assertEquals(20, count(points("half-samples"), "verdict=HALF_LEAST_SQUARES", "trusted=true"));
  }

  /** The companion's example with its control, which interpolates when it is wide enough. */
  @Test
  void balancedRunsEndAtLeastSquaresAndWideUnbalancedOnesInterpolate() throws IOException {
    List<Map<String, String>> rows = points("three-points-width");
    assertEquals(24, count(rows, "initialization=balanced", "verdict=LEAST_SQUARES"));
    assertEquals(
        6, count(rows, "initialization=unbalanced", "width=2560", "verdict=INTERPOLATION"));
  }

  /** Where runs of the larger scale end is not known, and they fit some of the noise. */
  @Test
  void largerScaleChangesTheConclusion() throws IOException {
    List<Map<String, String>> rows = points("scale-trap");
    assertEquals(4, count(rows, "scale=1.4142e-2", "ending=UNKNOWN"));
    assertTrue(count(rows, "scale=1e-3", "ending=UNKNOWN") >= 2);
    assertEquals(0, count(rows, "scale=1e-6", "ending=UNKNOWN"));
    assertTrue(least(rows, "1.4142e-2") < 0.5 * least(rows, "1e-6"));
    assertTrue(least(rows, "1e-3") < 0.5 * least(rows, "1e-6"));
  }

  private static double least(List<Map<String, String>> rows, String scale) {
    return rows.stream()
        .filter(row -> row.get("scale").equals(scale))
        .mapToDouble(row -> Double.parseDouble(row.get("endMse")))
        .min()
        .orElseThrow();
  }

  @Test
  void fewSamplesAreInterpolated() throws IOException {
    List<Map<String, String>> rows = points("optimization-threshold");
    assertEquals(20, count(rows, "samples=4", "band=0.2", "verdict=INTERPOLATION"));
  }
}
