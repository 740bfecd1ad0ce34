package org.flowproof.sweep.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.flowproof.check.recovery.RecoveryRequest;
import org.flowproof.problem.InputException;
import org.flowproof.sweep.RefinedSweep;
import org.flowproof.sweep.Refinement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sweep files that ask for recovery, sound and not. */
class RecoverySweepInputTest {
  private static final String PUBLISHED =
      """
      published:
        - {source: "Figure 1", reads: border, axis: ratio, rule: nearest, horizon: 2, between: [2, other], value: 0.5, within: 0.1}
        - {source: "Figure 2", reads: median, number: testError, at: {samples: [5, 6], ratio: {above: 0}}, value: 1e-3, factor: 2}
        - {source: "Figure 3", reads: share, verdict: RECOVERED, value: 1, within: 0}
      """;

  @TempDir Path directory;

  private SweepPlan load(String text) throws IOException {
    Path file = Files.writeString(directory.resolve("sample.yaml"), text);
    return SweepLoader.load(file, false, OptionalLong.empty(), "test");
  }

  @Test
  void theRequestIsRead() throws IOException {
    SweepPlan.Heading heading = load(RefinedSweep.TEXT + PUBLISHED).heading();
    RecoveryRequest request = heading.recovery().orElseThrow();
    assertEquals(RecoveryRequest.Rule.LIMIT, request.rule());
    assertEquals(List.of(1.0, 2.0), request.horizons());
    assertEquals(1e-8, request.success());
    assertEquals(100, request.test().x().rows());
    assertEquals(Optional.of(new Refinement("ratio", 0.01)), heading.refinement());
    assertTrue(heading.variations().isEmpty());
    assertEquals(3, heading.published().size());
    assertEquals("branch 2", heading.published().get(0).border().orElseThrow().before());
  }

  /** Evenly spaced, zero and negative values among them. */
  @Test
  void ratiosAreEven() throws IOException {
    SweepPlan plan = load(RefinedSweep.TEXT);
    assertEquals(List.of(-1.0, -0.5, 0.0, 0.5, 1.0), plan.axes().get(1).numbers().orElseThrow());
  }

  @Test
  void whatIsAskedBelongsToTheIdentity() throws IOException {
    String identity = load(RefinedSweep.TEXT).points().get(0).identity();
    assertEquals(identity, load(RefinedSweep.TEXT + PUBLISHED).points().get(0).identity());
    for (String[] change :
        new String[][] {
          {"horizons: [1, 2]", "horizons: [1]"},
          {"points: 100", "points: 101"},
          {"horizons: [1, 2]", "at: stop"}
        }) {
      assertNotEquals(
          identity,
          load(RefinedSweep.TEXT.replace(change[0], change[1])).points().get(0).identity());
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "horizons: [1, 2] | horizons: [2, 1] | judge.recovery.horizons[2] | increasing",
        "horizons: [1, 2] | horizons: [1, 2, 20] | judge.recovery.horizons[3] | after the end",
        "horizons: [1, 2] | horizon: [1, 2] | judge.recovery.horizon | did you mean",
        "horizons: [1, 2] | at: once | judge.recovery.at | once",
        "horizons: [1, 2] | success: 0 | judge.recovery.success | 0",
        "'kind: even, from: -2' | 'kind: even, seed: 1, from: -2' | judge.recovery.test.seed | does not go",
        "'kind: even, from: -2' | 'kind: even, from: 3' | judge.recovery.test.to | not above",
        "points: 100 | points: 1 | judge.recovery.test.points | 1",
        "activation: tanh | activation: relu | initialization.law | not smooth",
        "'target: {output: 1, weight: [1, 1]}' | '' | law.kind | unknown choice",
        "refine: 0.01 | refine: 0 | axes.ratio.refine | 0",
        "'samples: [5, 6]' | 'samples: {from: 5, to: 6, step: 1, refine: 1}' | axes.samples.refine | not refined",
        "'axis: ratio, rule' | 'axis: ration, rule' | published[1].axis | did you mean",
        "horizon: 2, | horizon: 3, | published[1].horizon | not a horizon",
        "'between: [2, other]' | 'between: [2]' | published[1].between | two",
        "number: testError | verdict: OTHER | published[2].number | missing",
        "factor: 2 | factor: 1 | published[2].factor | above 1",
        "', factor: 2' | '' | published[2] | factor",
        "verdict: RECOVERED | verdict: INTERPOLATION | published[3].verdict | INTERPOLATION",
        "'samples: [5, 6], ratio' | 'sample: 5, ratio' | published[2].at.sample | did you mean",
      })
  void badInputIsRefused(String old, String other, String key, String problem) {
    String text = (RefinedSweep.TEXT + PUBLISHED).replace(old, other);
    assertNotEquals(RefinedSweep.TEXT + PUBLISHED, text);
    InputException e = assertThrows(InputException.class, () -> load(text));
    assertTrue(e.getMessage().contains(problem), e.getMessage());
    assertTrue(e.getMessage().contains(key), e.getMessage());
  }
}
