package org.flowproof.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AlignmentCommandTest {
  @TempDir Path directory;

  @Test
  void everyNeuronIsInTheJson() {
    CommandLineRun run = CommandLineRun.of("alignment", "three-points-dominated", "--json");
    assertEquals(ExitCode.OK, run.code(), run.err());
    Map<?, ?> document = run.json();
    assertEquals("flowproof/alignment/1", document.get("schema"));
    assertEquals("HOLDS", ((Map<?, ?>) document.get("weights")).get("verdict"));
    assertEquals("HOLDS", ((Map<?, ?>) document.get("directions")).get("verdict"));
    Map<?, ?> phase = (Map<?, ?>) document.get("phase");
    // ln(1000)/4 over the norm of (-0.775, 2)/3
    assertEquals(Math.log(1000) / 4 * 3 / Math.hypot(0.775, 2), (Double) phase.get("tau"), 1e-12);
    List<?> neurons = (List<?>) document.get("neurons");
    assertEquals(20, neurons.size());
    for (Object neuron : neurons) {
      Map<?, ?> one = (Map<?, ?>) neuron;
      boolean extremal = "EXTREMAL".equals(one.get("place"));
      assertEquals(extremal ? Integer.valueOf(1) : null, one.get("extremalVector"));
      assertEquals("HOLDS", one.get("weights"));
    }
  }

  @Test
  void neuronsThatAreLateMakePartTwoNotApplicable() {
    CommandLineRun run = CommandLineRun.of("alignment", "planar-teacher", "-q");
    assertEquals(ExitCode.OK, run.code(), run.err());
    assertTrue(run.out().contains("(i) weights: HOLDS"), run.out());
    assertTrue(
        run.out().contains("(ii) directions: NOT_APPLICABLE, and the run does not agree with it"),
        run.out());
    assertTrue(run.out().contains("still on their way are 5 neurons"), run.out());
  }

  @Test
  void tooManyConesAreUnknown() {
    CommandLineRun run = CommandLineRun.of("alignment", "d5-n100", "--json");
    assertEquals(ExitCode.UNKNOWN, run.code());
    assertNull(run.json().get("phase"));
    Map<?, ?> weights = (Map<?, ?>) run.json().get("weights");
    assertTrue(weights.get("reason").toString().contains("too many activation cones"));
  }

  @Test
  void filesAreWrittenForEachNeuronAndPicture() throws IOException {
    CommandLineRun run =
        CommandLineRun.in(
            CommandLineRun.PROJECT, directory, "alignment", "space-phase", "-q", "-o", "out");
    assertEquals(ExitCode.OK, run.code(), run.err());
    // nothing to tell of TeX, unless there is none
    assertTrue(run.err().isEmpty() || run.err().contains("no TeX engine"), run.err());
    List<String> rows = Files.readAllLines(directory.resolve("out/neurons.csv"));
    assertEquals(31, rows.size());
    assertTrue(rows.get(0).startsWith("neuron,positive,condition1,"), rows.get(0));
    assertFalse(rows.toString().contains("null"), rows.toString());
    assertTrue(Files.exists(directory.resolve("out/figures/alignment-sphere.tex")));
    assertTrue(Files.exists(directory.resolve("out/alignment.json")));
  }

  @Test
  void anotherVerdictThanExpectedIsTold() throws IOException {
    Path source =
        CommandLineRun.PROJECT.resolve("cases/early-alignment/three-points-dominated.yaml");
    String text =
        Files.readString(source)
            .replace("case: early-alignment/three-points-dominated", "case: twin")
            .replace("directions: HOLDS", "directions: VIOLATED");
    Path twin = Files.writeString(directory.resolve("twin.yaml"), text);
    CommandLineRun run = CommandLineRun.of("check", twin.toString(), "-q");
    assertEquals(ExitCode.DIFFERENT, run.code());
    assertTrue(
        run.out()
            .contains(
                "NOT AS EXPECTED: early alignment, (ii) directions is HOLDS, expected VIOLATED"),
        run.out());
  }

  @ParameterizedTest
  @CsvSource({
    "epsilon: 0.25,epsilon: 0.34,'alignment.epsilon: out of range: 0.34; expected a number between"
        + " 0 and 1/3'",
    "alpha0: 0.5,alpha0: 0,'alignment.alpha0: out of range: 0; expected a number above 0 and at"
        + " most 1'",
    "weights: HOLDS,weight: HOLDS,did you mean 'weights'?",
    "directions: HOLDS,directions: TRUE,alignment.directions"
  })
  void badSectionsAreRefused(String good, String bad, String message) throws IOException {
    Path source =
        CommandLineRun.PROJECT.resolve("cases/early-alignment/three-points-dominated.yaml");
    String text =
        Files.readString(source)
            .replace("case: early-alignment/three-points-dominated", "case: twin")
            .replace(good, bad);
    Path twin = Files.writeString(directory.resolve("twin.yaml"), text);
    CommandLineRun run = CommandLineRun.of("check", twin.toString());
    assertEquals(ExitCode.INPUT, run.code());
    assertTrue(run.err().contains(message), run.err());
    assertEquals(1, run.err().lines().count(), run.err());
  }

  @ParameterizedTest
  @CsvSource({
    "--epsilon,0.4,--epsilon: expected a number between 0 and 1/3",
    "--alpha0,0,--alpha0: expected a number above 0 and at most 1",
    "--lambda,-1,--lambda: expected a number above 0"
  })
  void valuesOutOfRangeAreRefused(String option, String value, String message) {
    CommandLineRun run = CommandLineRun.of("alignment", "three-points", option + "=" + value);
    assertEquals(ExitCode.INPUT, run.code());
    assertEquals(message, run.err().strip());
  }
}
