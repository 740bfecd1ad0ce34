package org.flowproof.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.flowproof.check.recovery.RecoveryRequest;
import org.flowproof.check.recovery.TestInputs;
import org.flowproof.problem.CaseLoader;
import org.flowproof.sweep.Axis;
import org.flowproof.sweep.AxisValue;
import org.flowproof.sweep.Judged;
import org.flowproof.sweep.Point;
import org.flowproof.sweep.PointResult;
import org.flowproof.sweep.Refinement;
import org.flowproof.sweep.SweepTable;
import org.flowproof.sweep.recovery.Published;
import org.flowproof.sweep.recovery.Rule;
import org.flowproof.sweep.threshold.ThresholdEstimator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The report of a sweep of recovery, on made-up results. */
class RecoveryWriterTest {
  private static final Path CASE = Path.of("cases/single-neuron/six-points.yaml");
  private static final double[] RATIOS = {-1, 0, 0.5, 1, 2, 0.75};

  @TempDir Path folder;

  /** Branch 1 from 0.7 to 1.5, at a horizon to 1.2; one point is not known. */
  private static SweepTable table() {
    List<PointResult> results = new ArrayList<>();
    for (double ratio : RATIOS) {
      Map<String, AxisValue> values = new LinkedHashMap<>();
      values.put("samples", AxisValue.of(6));
      values.put("ratio", AxisValue.of(ratio));
      double c = Math.abs(ratio);
      double branch = c > 0.7 && c < 1.5 ? 1 : 2;
      Map<String, Double> numbers =
          Map.of(
              "branch",
              branch,
              "testError",
              1e-9,
              "a.1",
              1 - c / 9,
              "a.2",
              c / 9,
              "horizon.1.nearest",
              c > 0.9 && c < 1.2 ? 1.0 : 2.0);
      results.add(
          PointResult.done(
              new Point(results.size(), values, "id" + results.size()),
              new Judged(
                  ratio == 0 ? "UNKNOWN" : "RECOVERED",
                  false,
                  "50% of a_b & more",
                  new TreeMap<>(numbers),
                  new TreeMap<>()),
              1));
    }
    List<AxisValue> grid = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      grid.add(AxisValue.of(RATIOS[i]));
    }
    return new SweepTable(
        "sweeps/made-up",
        "A made_up sweep",
        "",
        List.of(
            new Axis("samples", List.of("data.law.samples"), List.of(AxisValue.of(6))),
            new Axis("ratio", List.of("initialization.ratio"), grid)),
        Optional.empty(),
        results,
        1);
  }

  private Path write(Optional<TexEngine> engine) throws IOException {
    Published published =
        new Published(
            "Figure 3, 100% there",
            Published.Reads.BORDER,
            0.74,
            0.3,
            false,
            Map.of(),
            "",
            "",
            Optional.of(new Published.WantedBorder("ratio", Rule.VERDICT, "branch 2", "branch 1")));
    SweepInput input =
        new SweepInput(
            table(),
            CaseLoader.load(CASE),
            Set.of(),
            "0123456789ab",
            new ThresholdEstimator(0.5, 0.95, 200, 1),
            List.of(),
            "./flowproof sweep cases/sweeps/made-up.yaml",
            new Provenance(
                List.of("./flowproof", "report", "cases/sweeps/made-up.yaml"),
                Map.of(),
                List.of(CASE),
                Instant.parse("2026-01-02T03:04:05Z"),
                Path.of("")),
            Optional.of(
                new RecoveryInput(
                    new RecoveryRequest(
                        TestInputs.even(-2, 2, 10), 1e-8, RecoveryRequest.Rule.LIMIT, List.of(5e4)),
                    Optional.of(new Refinement("ratio", 0.25)),
                    List.of(published))));
    Path out = folder.resolve("out");
    new SweepWriter(engine).write(input, out);
    return out;
  }

  @Test
  void whatChangesWhereStandsThere() throws IOException {
    Path out = write(Optional.empty());
    String text = Files.readString(out.resolve("sections/recovered.tex"));
    for (String piece :
        List.of(
            "branch 1 at \\num{-1}; branch 2 at \\num{0.5}; branch 1 from \\num{0.75} to \\num{1}",
            "\\num{0.5} to \\num{0.75} & branch 2, branch 1", "100\\% there", "agrees")) {
      assertTrue(text.contains(piece), piece + "\n" + text);
    }
    assertFalse(text.contains("[=") || text.contains("[#"), text);
    List<String> borders = Files.readAllLines(out.resolve("borders.csv"));
    assertEquals("rule,time,with,from,to,before,after", borders.get(0));
    assertTrue(borders.contains("nearest,50000,samples=6,0.75,1,branch 2,branch 1"), "" + borders);
    String manifest = Files.readString(out.resolve("manifest.json"));
    assertTrue(manifest.contains("AGREES"), manifest);
  }

  /** At ratio 2 the neurons change places. */
  @Test
  void figuresFoldTheRatio() throws IOException {
    Path out = write(Optional.empty());
    List<String> lines = Files.readAllLines(out.resolve("figures/limits-a-1.csv"));
    assertEquals("x,y", lines.get(0));
    assertEquals(RATIOS.length + 1, lines.size());
    // 0.5 and 1/2, the latter with the other neuron's weight 2/9
    assertTrue(lines.get(2).startsWith("0.50000000000000000,0.94"), lines.get(2));
    assertTrue(lines.get(3).startsWith("0.50000000000000000,0.22"), lines.get(3));
  }

  @Test
  @Tag("slow")
  @TexInstalled
  void itCompiles() throws IOException {
    assertTrue(Files.exists(write(TexEngine.find()).resolve("main.pdf")));
  }
}
