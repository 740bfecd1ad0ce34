package org.flowproof.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScaleBisectionTest {

  /** Theory notes A'.5: least squares at 0.01, interpolation at 0.1, at another width. */
  @Test
  void endingOfFigure1ChangesBetweenAHundredthAndATenth() {
    CommandLineRun run =
        CommandLineRun.of(
            "limit", "figure-1-dominated", "--bisect-scale", "1e-2,1e-1", "--width", "2", "--json");
    assertEquals(ExitCode.OK, run.code(), run.out() + run.err());
    Map<?, ?> document = run.json();
    List<?> changes = (List<?>) document.get("changes");
    assertEquals(1, changes.size());
    Map<?, ?> change = (Map<?, ?>) changes.get(0);
    assertEquals("LEAST_SQUARES", change.get("below"));
    assertEquals("INTERPOLATION", change.get("above"));
    assertTrue((Double) change.get("high") <= 2 * (Double) change.get("low"));
    assertEquals(List.of(), change.get("unknown"));
    assertEquals(4, ((List<?>) document.get("trials")).size());
  }

  @Test
  void widthThatIsNotReachedIsUnknown() {
    CommandLineRun run =
        CommandLineRun.of(
            "limit", "figure-1-dominated", "--bisect-scale", "1e-2,1e-1", "--steps", "2", "--once");
    assertEquals(ExitCode.UNKNOWN, run.code(), run.err());
    assertTrue(run.out().contains("least squares at 0.0100000, interpolation at 0.100000"));
    assertTrue(run.out().contains("not narrowed down"), run.out());
  }

  @ParameterizedTest
  @ValueSource(strings = {"1e-1,1e-2", "1e-2", "0,1", "1e-2,1e9", "NaN,1", "1e-2,1e-1,1"})
  void intervalsOutOfRangeAreRefused(String interval) {
    CommandLineRun run =
        CommandLineRun.of("limit", "figure-1-dominated", "--bisect-scale", interval);
    assertEquals(ExitCode.INPUT, run.code());
    assertTrue(run.err().contains("is not two scales such as 1e-3,1e-1"), run.err());
  }

  @Test
  void givenWeightsAreRefused() {
    CommandLineRun run = CommandLineRun.of("limit", "oracle/kink", "--bisect-scale", "1e-2,1e-1");
    assertEquals(ExitCode.INPUT, run.code());
    assertTrue(run.err().contains("needs initial weights of a law"), run.err());
    run =
        CommandLineRun.of(
            "limit", "figure-1-dominated", "--bisect-scale", "1e-2,1e-1", "--steps", "1");
    assertEquals("--steps: expected a number from 2 to 1000", run.err().strip());
    run =
        CommandLineRun.of(
            "limit", "figure-1-dominated", "--bisect-scale", "1e-2,1e-1", "--width", "1");
    assertEquals(ExitCode.INPUT, run.code());
  }
}
