package org.flowproof.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExtremalCommandTest {

  @Test
  void companionExperimentAsJson() {
    CommandLineRun run = CommandLineRun.of("extremal", "three-points", "--json", "--starts", "200");
    assertEquals(ExitCode.OK, run.code(), run.err());
    Map<?, ?> document = run.json();
    assertEquals("flowproof/extremal/1", document.get("schema"));
    assertEquals(true, document.get("exact"));
    assertEquals(13, document.get("cones"));
    List<?> vectors = (List<?>) document.get("vectors");
    assertEquals(1, vectors.size());
    Map<?, ?> only = (Map<?, ?>) vectors.get(0);
    assertEquals("maximum", only.get("kind"));
    assertEquals(0.714969, (Double) only.get("length"), 5e-7);
    int ups = (Integer) only.get("ascents");
    int still = (Integer) document.get("still");
    // nothing to gather at on the way down
    assertEquals(0, only.get("descents"));
    assertEquals(400, ups + still);
    assertEquals(0, document.get("lost"));
  }

  @Test
  void tooManyConesAreSearchedAndCountAsUndecided() {
    CommandLineRun run = CommandLineRun.of("extremal", "d5-n100", "--starts", "100");
    assertEquals(ExitCode.UNKNOWN, run.code(), run.err());
    assertTrue(run.out().contains("100 kinks in dimension 5 have too many"), run.out());
    assertTrue(run.out().contains("at least 0.0450 of the sphere was met"), run.out());
    assertTrue(run.out().contains("none: needs all cones"), run.out());
  }

  @Test
  void seedsAreStatedAndFollowed() {
    String first = CommandLineRun.of("extremal", "three-points", "--seed", "5").out();
    assertEquals(first, CommandLineRun.of("extremal", "three-points", "--seed", "5").out());
    assertTrue(first.contains("(seed 5)"), first);
  }

  @ParameterizedTest
  @CsvSource({
    "--starts,0,--starts: expected a number from 1 to 1000000",
    "--epsilon,0.4,--epsilon: expected a number between 0 and 1/3",
    "--alpha0,0,--alpha0: expected a number above 0 and at most 1",
    "--epsilon,NaN,--epsilon: expected a number between 0 and 1/3"
  })
  void valuesOutOfRangeAreRefused(String option, String value, String message) {
    CommandLineRun run = CommandLineRun.of("extremal", "three-points", option, value);
    assertEquals(ExitCode.INPUT, run.code());
    assertEquals(message, run.err().strip());
  }

  @Test
  void unknownCasesAreRefused() {
    CommandLineRun run = CommandLineRun.of("extremal", "three-pionts");
    assertEquals(ExitCode.INPUT, run.code());
    assertTrue(run.err().contains("did you mean"), run.err());
  }
}
