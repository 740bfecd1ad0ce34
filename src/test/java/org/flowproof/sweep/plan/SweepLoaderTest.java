package org.flowproof.sweep.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.flowproof.check.outcome.Variation;
import org.flowproof.problem.CaseFile;
import org.flowproof.problem.CaseLoader;
import org.flowproof.problem.InputException;
import org.flowproof.sweep.Axis;
import org.flowproof.sweep.AxisValue;
import org.flowproof.sweep.Point;
import org.flowproof.sweep.SweepTexts;
import org.flowproof.sweep.ThresholdQuestion;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Sweep files become grids of cases; an unusable one gives one line with file, line and key. */
class SweepLoaderTest {
  @TempDir Path directory;

  @Test
  void theGridIsTheProductOfTheAxes() {
    SweepPlan plan = SweepTexts.plan(directory);
    assertEquals(
        List.of("samples", "scale", "seed"), plan.axes().stream().map(Axis::name).toList());
    assertEquals(12, plan.points().size());
    assertEquals("samples=4 scale=1e-3 seed=1", plan.points().get(0).label());
    assertEquals("samples=4 scale=1e-3 seed=2", plan.points().get(1).label());
    assertEquals("samples=8 scale=1e-2 seed=3", plan.points().get(11).label());
    assertEquals(
        Optional.of(new ThresholdQuestion("samples", "LEAST_SQUARES", 0.5)),
        plan.heading().threshold());
    assertEquals(EnumSet.noneOf(Variation.class), plan.heading().variations());
    assertEquals(List.of("data.law.seed", "initialization.seed"), plan.axes().get(2).keys());
  }

  @Test
  void everyVariationIsMadeUnlessSwitchedOff() {
    assertEquals(
        EnumSet.of(Variation.SCALE, Variation.HORIZON),
        SweepTexts.plan(
                directory,
                "judge: {scale: false, tolerance: false, horizon: false}",
                "judge: {tolerance: false}")
            .heading()
            .variations());
    assertEquals(
        EnumSet.allOf(Variation.class),
        SweepTexts.plan(directory, "judge: {scale: false, tolerance: false, horizon: false}\n", "")
            .heading()
            .variations());
  }

  @Test
  void quickReplacesAxesOfTheSameName() {
    Path file = SweepTexts.file(directory);
    SweepPlan quick = SweepLoader.load(file, true, OptionalLong.empty());
    SweepPlan full = SweepLoader.load(file, false, OptionalLong.empty());
    assertEquals(4, quick.points().size());
    assertTrue(quick.heading().quick());
    // what the quick version finds out is part of the full one
    List<String> all = full.points().stream().map(Point::identity).toList();
    assertTrue(all.containsAll(quick.points().stream().map(Point::identity).toList()));
  }

  /** A point is exactly the case that one would write for it. */
  @Test
  void aPointIsTheCaseThatOneWouldWrite() throws IOException {
    SweepPlan plan =
        SweepTexts.plan(
            directory,
            "samples: [4, 8]",
            "samples: [8]\n  dimension: [3]\n  noise: [0.25]\n  band: [0.1]\n  width: [5]\n"
                + "  initialization: [balanced]\n  tolerance: [1e-7]\n  time: [3]\n"
                + "  integrator: [reference]");
    Path written =
        Files.writeString(
            directory.resolve("written.yaml"),
            """
            format: 1
            case: written
            title: A sample
            data:
              law: {kind: band, band: 0.1, samples: 8, dimension: 3, beta: [1, 0, 0], noise: 0.25, seed: 2}
            network: {width: 5, activation: relu, trained: both}
            loss: {kind: squared, factor: 1/(2n)}
            initialization: {law: balanced, scale: 1e-2, seed: 2}
            dynamics:
              kind: flow
              integrator: reference
              tolerance: 1e-7
              stop: {time: 3}
            """);
    Point point =
        plan.points().stream()
            .filter(p -> p.label().endsWith("scale=1e-2 seed=2"))
            .findFirst()
            .orElseThrow();
    CaseFile expected = CaseLoader.load(written);
    CaseFile actual = plan.caseOf(point);
    assertEquals(expected.problem(), actual.problem());
    assertEquals(expected.draws(), actual.draws());
    assertEquals(expected.seeds(), actual.seeds());
  }

  @Test
  void seedsOfDataAndWeightsMoveTogetherOrApart() {
    SweepPlan together = SweepTexts.plan(directory);
    CaseFile third = together.caseOf(together.points().get(2));
    assertEquals(3, third.seeds().get("data"));
    assertEquals(3, third.seeds().get("initial weights"));
    SweepPlan apart =
        SweepTexts.plan(
            directory,
            "  seed: {from: 1, count: 3}",
            "  weight-seed: {from: 7, count: 2}",
            "quick:\n  seed: {from: 1, count: 1}\n",
            "");
    CaseFile second = apart.caseOf(apart.points().get(1));
    assertEquals(1, second.seeds().get("data"));
    assertEquals(8, second.seeds().get("initial weights"));
  }

  /** Data that are given have no seed: the axis then sets that of the weights alone. */
  @Test
  void aSeedSetsWhatThereIs() {
    SweepPlan plan =
        SweepTexts.plan(
            directory,
            "law: {kind: band, band: 0.2, samples: 4, dimension: 2, beta: unit, noise: 0.5, seed:"
                + " 1}",
            "x: [[1, 0], [0, 1]]\n    y: [1, -1]",
            "  samples: [4, 8]\n",
            "",
            "threshold: {axis: samples,",
            "threshold: {axis: scale,");
    assertEquals(List.of("initialization.seed"), plan.axes().get(1).keys());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "samples | [8, 4] | 8 4",
        "samples | {from: 4, to: 20, step: 6} | 4 10 16",
        "noise | {from: 0.1, to: 0.4, step: 0.1} | 0.1 0.2 0.3 0.4",
        "scale | {from: 1e-8, to: 1e-2, points: 4} | 1e-8 1e-6 0.0001 0.01",
        "scale | {from: 1, to: 2, points: 3} | 1 1.41421356237 2",
        "samples | {from: 8, to: 200, points: 5} | 8 18 40 89 200",
        "samples | {from: 2, to: 4, points: 9} | 2 3 4",
        "width | {from: 1, to: 1000, points: 4} | 1 10 100 1000",
        "seed | {from: 9223372036854775800, count: 2} | 9223372036854775800 9223372036854775801",
      })
  void spreadsBecomeValues(String axis, String values, String expected) {
    SweepPlan plan =
        SweepTexts.plan(
            directory,
            "samples: [4, 8]\n  scale: [1e-3, 1e-2]\n  seed: {from: 1, count: 3}",
            axis + ": " + values,
            "quick:\n  seed: {from: 1, count: 1}\n",
            "",
            "axis: samples,",
            "axis: " + axis + ",");
    assertEquals(
        expected,
        String.join(" ", plan.axes().get(0).values().stream().map(AxisValue::text).toList()));
  }

  /** Replaces a piece of the good sweep. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "format: 1 | format: 2 | 1 | format | whole number from 1 to 1",
        "sweep: sample | swep: sample | 2 | swep | did you mean 'sweep'?",
        "sweep: sample | sweep: other | 2 | sweep | did you mean 'sample'?",
        "title: A sample | titel: A sample | 3 | titel | did you mean 'title'?",
        "title: A sample | notes: x | 1 | title | missing key",
        "kind: band | kind: bend | 6 | case.data.law.kind | did you mean 'band'?",
        "beta: unit | beta: unity | 6 | case.data.law.beta | did you mean 'unit'?",
        "noise: 0.5, seed: 1 | noise: 0.5 | 6 | case.data.law.seed | missing key",
        "beta: unit | beta: [1] | 6 | case.data.law.beta | the dimension, or 'unit'",
        "width: 3 | widht: 3 | 7 | case.network.widht | did you mean 'width'?",
        "kind: flow | 'kind: flow, check: []' | 10 | case.dynamics.check | unknown key",
        "'  loss: {' | '  check: []\n  loss: {' | 8 | case.check | unknown key",
        "'  loss: {kind: squared, factor: 1/(2n)}\n' | '' | 5 | case.loss | missing key",
        "samples: [4, 8] | sample: [4, 8] | 12 | axes.sample | did you mean 'samples'?",
        "samples: [4, 8] | samples: 4 | 12 | axes.samples | a list, {from, to, step}",
        "samples: [4, 8] | samples: [] | 12 | axes.samples | at least one value",
        "samples: [4, 8] | samples: [4, four] | 12 | axes.samples[2] | not a number",
        "samples: [4, 8] | samples: [4, 0] | 12 | axes.samples[2] | from 1 to 1000000",
        "samples: [4, 8] | samples: [4, 8.5] | 12 | axes.samples[2] | whole number",
        "samples: [4, 8] | 'samples: [4, 8, 4.0]' | 12 | axes.samples[3] | value given twice: 4.0",
        "samples: [4, 8] | 'samples: [4, [8]]' | 12 | axes.samples[2] | a list",
        "samples: [4, 8] | 'samples: {from: 4, to: 8}' | 12 | axes.samples | neither step nor"
            + " points",
        "samples: [4, 8] | 'samples: {form: 4, to: 8}' | 12 | axes.samples.form | 'from'?",
        "samples: [4, 8] | 'samples: {from: 4, to: 8, step: 0}' | 12 | axes.samples.step | above 0",
        "samples: [4, 8] | 'samples: {from: 4, to: 2, step: 1}' | 12 | axes.samples.to | at least"
            + " 4",
        "samples: [4, 8] | 'samples: {from: 4, to: 1e9, step: 1}' | 12 | axes.samples | too many",
        "samples: [4, 8] | 'samples: {from: 4, to: 9, step: 2.5}' | 12 | axes.samples | number:"
            + " 6.5",
        "samples: [4, 8] | 'samples: {from: 4, count: 2}' | 12 | axes.samples | a count of seeds",
        "samples: [4, 8] | 'samples: {from: 4, to: 8, points: 1}' | 12 | axes.samples.points | from"
            + " 2",
        "'scale: [1e-3, 1e-2]' | 'scale: {from: 0, to: 1, points: 3}' | 13 | axes.scale.from |"
            + " above 0",
        "'scale: [1e-3, 1e-2]' | 'scale: {from: 2, to: 1, points: 3}' | 13 | axes.scale.to | above"
            + " 2",
        "'scale: [1e-3, 1e-2]' | 'scale: [1e-3, -1]' | 13 | axes.scale[2] | above 0",
        "'scale: [1e-3, 1e-2]' | 'scale: [1e-3, 0.001]' | 13 | axes.scale[2] | given twice",
        "'scale: [1e-3, 1e-2]' | 'slope: [0, 0.1]' | 13 | axes.slope | no section",
        "'scale: [1e-3, 1e-2]' | 'step: [0.1]' | 13 | axes.step[1] | does not go with",
        "'scale: [1e-3, 1e-2]' | 'dimension: [2, 20000]' | 13 | axes.dimension[2] | to 10000",
        "'scale: [1e-3, 1e-2]' | 'band: [0.2, 3]' | 13 | axes.band[2] | no samples found",
        "'scale: [1e-3, 1e-2]' | 'tolerance: [1, 1e-3]' | 13 | axes.tolerance[1] | 1e-14 to 1e-2",
        "'scale: [1e-3, 1e-2]' | 'initialization: [balance]' | 13 | axes.initialization[1]"
            + " | did you mean 'balanced'?",
        "'scale: [1e-3, 1e-2]' | 'initialization: {from: 1, to: 2, step: 1}' | 13"
            + " | axes.initialization | a grid of words",
        "'scale: [1e-3, 1e-2]' | 'data-seed: [1]' | 14 | axes.seed | like the axis 'data-seed'",
        "'scale: [1e-3, 1e-2]' | 'samples: [2]' | 13 | samples | given twice, first on line 12",
        "count: 3 | count: 0 | 14 | axes.seed.count | from 1",
        "count: 3 | count: 10001 | 14 | axes.seed.count | to 10000",
        "'from: 1, count: 3' | 'from: -1, count: 3' | 14 | axes.seed.from | from 0",
        "count: 3 | count: 10000, more: 1 | 14 | axes.seed.more | unknown key",
        "'samples: [4, 8]\n  scale: [1e-3, 1e-2]\n  seed: {from: 1, count: 3}' |"
            + " 'samples: {from: 1, to: 999, step: 1}\n  seed: {from: 1, count: 999}' | 12 | axes"
            + " | more than 100000 points",
        "horizon: false | horizon: no | 15 | judge.horizon | true or false",
        "horizon: false | time: false | 15 | judge.time | one of scale, tolerance, horizon",
        "'  seed: {from: 1, count: 1}' | '  noise: [1]' | 17 | quick.noise | one of samples, scale",
        "'  seed: {from: 1, count: 1}' | '  seed: {from: 1, count: a}' | 17 | quick.seed.count |"
            + " number",
        "axis: samples | axis: noise | 18 | threshold.axis | one of samples, scale, seed",
        "ending: LEAST_SQUARES | ending: LEAST_SQUARE | 18 | threshold.ending | 'LEAST_SQUARES'?",
        "ending: LEAST_SQUARES | ending: UNKNOWN | 18 | threshold.ending | one of INTERPOLATION",
        "share: 0.5 | share: 1 | 18 | threshold.share | between 0 and 1",
      })
  void refuses(String from, String to, int line, String key, String expected) {
    Path file = SweepTexts.file(directory, from, to == null ? "" : to);
    InputException e =
        assertThrows(
            InputException.class, () -> SweepLoader.load(file, false, OptionalLong.empty()));
    assertEquals(key, e.key(), e.getMessage());
    assertEquals(line, e.line(), e.getMessage());
    assertTrue(e.getMessage().contains(expected), e.getMessage());
    assertTrue(e.getMessage().startsWith(file + ":" + line + ": "), e.getMessage());
    assertFalse(e.getMessage().contains("\n"));
  }

  @Test
  void whoAsksForQuickNeedsAQuickVersion() {
    Path file = SweepTexts.file(directory, "quick:\n  seed: {from: 1, count: 1}\n", "");
    InputException e =
        assertThrows(
            InputException.class, () -> SweepLoader.load(file, true, OptionalLong.empty()));
    assertTrue(e.getMessage().contains("no quick version"), e.getMessage());
  }

  /** The file may change while its sweep runs; then the point is no longer the one planned. */
  @Test
  void dataThatChangeAreNoticed() throws IOException {
    Path data = directory.resolve("data.csv");
    Files.writeString(data, "x,y\n1,1\n2,1\n");
    SweepPlan plan =
        SweepTexts.plan(
            directory,
            "law: {kind: band, band: 0.2, samples: 4, dimension: 2, beta: unit, noise: 0.5, seed:"
                + " 1}",
            "csv: data.csv\n    label: y",
            "  samples: [4, 8]\n",
            "",
            "threshold: {axis: samples,",
            "threshold: {axis: scale,");
    plan.caseOf(plan.points().get(0));
    Files.writeString(data, "x,y\n1,1\n2,1.5\n");
    assertThrows(IllegalStateException.class, () -> plan.caseOf(plan.points().get(0)));
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void shippedSweepsLoad(boolean quick) throws IOException {
    try (var files = Files.list(Path.of("cases/sweeps"))) {
      List<Path> sweeps = files.sorted().toList();
      assertTrue(sweeps.size() >= 2, sweeps.toString());
      for (Path file : sweeps) {
        SweepPlan plan = SweepLoader.load(file, quick, OptionalLong.empty());
        assertEquals(file, Path.of("cases", plan.heading().id() + ".yaml"));
        assertEquals(
            plan.points().size(),
            plan.points().stream().map(Point::identity).distinct().count(),
            "points that are the same");
      }
    }
  }
}
