package org.flowproof.problem;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.flowproof.flow.origin.GrowthAtZero;
import org.flowproof.flow.origin.LimitFlow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Initial weights that have nothing but what grows. */
class ImbalanceStartTest {
  private static final String CASE =
      """
      format: 1
      case: sample
      title: A sample
      data: {x: [[-1], [0.5], [2]], target: {output: 1, weight: [1, 1]}, bias: true}
      network: {width: 2, activation: "ACT", trained: both}
      loss: {kind: squared, factor: 1/2}
      initialization: {law: imbalance, ratio: 1.2, scale: 1e-20}
      dynamics: {kind: flow, tolerance: 1e-8, stop: {time: 60}}
      """;

  @TempDir Path directory;

  private CaseFile load(String text) throws IOException {
    return CaseLoader.load(Files.writeString(directory.resolve("sample.yaml"), text));
  }

  /** By the other code that knows of projections. */
  @ParameterizedTest
  @ValueSource(strings = {"Tanh[z]", "2*Tanh[z]", "-Tanh[z]"})
  void projectionsHaveTheRatioAndNothingElseIsThere(String activation) throws IOException {
    Problem problem = load(CASE.replace("ACT", activation)).problem();
    GrowthAtZero growth = GrowthAtZero.of(problem);
    Vec c = growth.projections(problem.initial());
    assertEquals(1.2, c.get(0) / c.get(1), 1e-12);
    assertEquals(1e-20, LimitFlow.norm(problem.initial()), 1e-32);
    Weights growing = growth.growing(c);
    for (int j = 0; j < 2; j++) {
      assertEquals(growing.a().get(j), problem.initial().a().get(j), 1e-34);
      for (int i = 0; i < 2; i++) {
        assertEquals(growing.w().get(j, i), problem.initial().w().get(j, i), 1e-34);
      }
    }
  }

  @Test
  void scaleZeroBeginsWhereTheLimitIsFollowedFrom() throws IOException {
    String text = CASE.replace("ACT", "Tanh[z]").replace("1e-20", "0");
    assertEquals(1e-13, LimitFlow.norm(load(text).problem().initial()), 1e-25);
  }

  @Test
  void idleEqualAndOppositeNeuronsAreExactlySo() throws IOException {
    String text = CASE.replace("ACT", "Tanh[z]");
    Weights idle = load(text.replace("1.2", "0")).problem().initial();
    assertEquals(0, idle.a().get(0));
    assertEquals(0, idle.w().get(0, 0));
    for (int sign : new int[] {1, -1}) {
      Weights alike = load(text.replace("1.2", "" + sign)).problem().initial();
      assertEquals(alike.a().get(1), sign * alike.a().get(0));
      assertEquals(alike.w().get(1, 1), sign * alike.w().get(0, 1));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ratio: 1.2, | '' | initialization.ratio | missing key",
        "ratio: 1.2 | ratio: much | initialization.ratio | not a number",
        "scale: 1e-20 | scale: -1 | initialization.scale | negative",
        "scale: 1e-20 | 'scale: 1e-20, seed: 1' | initialization.seed | nothing is drawn",
        "width: 2 | width: 3 | initialization.law | 3 neurons",
        "Tanh[z] | relu | initialization.law | not smooth",
        "Tanh[z] | Sin[z]^2*z | initialization.law | slope 0",
        "'[1, 1]' | '[0, 0]' | initialization.law | is 0",
        "law: imbalance | 'law: balanced, seed: 1' | initialization.ratio | does not go with",
        "law: imbalance | law: imbalanced | initialization.law | did you mean",
      })
  void badInputIsRefused(String old, String other, String key, String problem) {
    String text = CASE.replace("ACT", "Tanh[z]").replace(old, other);
    InputException e = assertThrows(InputException.class, () -> load(text));
    assertEquals(key, e.key(), e.getMessage());
    assertTrue(e.getMessage().contains(problem), e.getMessage());
  }

  @Test
  void scaleZeroIsNoStartOfADescent() {
    String text =
        CASE.replace("ACT", "Tanh[z]")
            .replace("1e-20", "0")
            .replace("kind: flow, tolerance: 1e-8", "kind: descent, step: 0.1");
    InputException e = assertThrows(InputException.class, () -> load(text));
    assertEquals("initialization.scale", e.key(), e.getMessage());
  }
}
