package org.flowproof.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import org.flowproof.problem.CaseLoader;
import org.flowproof.problem.InputException;
import org.flowproof.proof.ClaimCatalogue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Numbers of case files that are wanted at the limit. */
class LimitValueTest {
  @TempDir Path directory;

  private ValueResult result(double time, String value, String expected) throws IOException {
    Path file = directory.resolve("limit.yaml");
    Files.writeString(
        file,
        String.format(
            Locale.ROOT,
            """
      format: 1
      case: sample/limit
      title: A balanced neuron on one sample
      data:
        x: [[1]]
        y: [0.8]
      network: {width: 1, activation: relu, trained: both}
      loss: {kind: squared, factor: 1/n}
      initialization:
        given:
          a: [0.01]
          w: [[0.01]]
      dynamics:
        kind: flow
        tolerance: 1e-10
        stop: {time: %s}
      check: []
      values:
        - {name: number, value: "%s", at: limit, equals: %s, tolerance: 1e-6, source: by hand}
      plot: []
      """,
            time,
            value,
            expected));
    return CaseCheck.run(CaseLoader.load(file, OptionalLong.empty()), ClaimCatalogue.of(List.of()))
        .values()
        .get(0);
  }

  @Test
  void limitsAreComparedWithTheirError() throws IOException {
    assertEquals(Verdict.HOLDS, result(8, "loss", "0").verdict());
    assertEquals(Verdict.HOLDS, result(8, "mse", "0").verdict());
    assertEquals(Verdict.HOLDS, result(8, "h[1]", "0.8").verdict());
    assertEquals(Verdict.HOLDS, result(12, "a[1]", "0.8944271909999159").verdict());
    assertEquals(Verdict.HOLDS, result(12, "w[1,1]", "0.8944271909999159").verdict());
    assertEquals(Verdict.VIOLATED, result(8, "h[1]", "0.81").verdict());
  }

  @Test
  void aLimitThatIsNotAvailableIsUnknown() throws IOException {
    ValueResult early = result(1, "loss", "0");
    assertEquals(Verdict.UNKNOWN, early.verdict());
    assertTrue(early.reason().contains("the limit is not available: neuron 1"), early.reason());
  }

  @Test
  void otherFormulasAreRefused() {
    for (String formula : List.of("2*loss", "N", "loss[0]", "loss'", "a[1,0]")) {
      InputException refused =
          assertThrows(InputException.class, () -> result(8, formula, "0"), formula);
      assertEquals(19, refused.line(), formula);
      assertTrue(refused.getMessage().contains("is not read at the limit"), refused.getMessage());
    }
  }
}
