package org.flowproof.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A faulty case gives exit code 2 and one line with file, line and key, whatever the command. */
class BadCaseTest {
  private static final String GOOD =
      """
      format: 1
      case: sample
      title: A sample
      data:
        x: [[1, 0], [0.6, 0.8]]
        y: [1, 0.5]
      network: {width: 2, activation: relu, trained: both}
      loss: {kind: squared, factor: 1/(2n)}
      initialization: {law: balanced, scale: 1e-3, seed: 1}
      dynamics:
        kind: flow
        tolerance: 1e-9
        stop: {time: 1}
      check:
        - {claim: envelopes/balancedness, expect: HOLDS}
      values:
        - {name: start, value: "N[0]", equals: 1e-6, tolerance: 1e-2, source: none}
      plot:
        - {title: Loss, quantity: loss}
      """;

  @TempDir Path directory;
  private Path file;

  @BeforeEach
  void write() throws IOException {
    file = Files.writeString(directory.resolve("sample.yaml"), GOOD);
  }

  @Test
  void theUnchangedCaseIsFine() {
    CommandLineRun run = check("check");
    assertEquals(ExitCode.OK, run.code(), run.err() + run.out());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "title: A sample | titel: A sample | 3 | titel",
        "format: 1 | format: 7 | 1 | format",
        "[0.6, 0.8] | [0.6] | 5 | data.x",
        "[0.6, 0.8] | [0, 0] | 5 | data.x",
        "[0.6, 0.8] | [0.6, NaN] | 5 | data.x",
        "y: [1, 0.5] | y: [1] | 6 | data.y",
        "y: [1, 0.5] | y: [1, yes] | 6 | data.y",
        "width: 2 | width: 0 | 7 | network.width",
        "width: 2 | width: two | 7 | network.width",
        "activation: relu | activation: selu | 7 | network.activation",
        "activation: relu | activation: {leaky: 2} | 7 | network.activation",
        "trained: both | trained: none | 7 | network.trained",
        "factor: 1/(2n) | factor: 2 | 8 | loss.factor",
        "kind: squared, factor: 1/(2n) | kind: squared | 8 | loss",
        "scale: 1e-3 | scale: -1 | 9 | initialization.scale",
        "law: balanced | law: xavier | 9 | initialization.law",
        "kind: flow | kind: sgd | 11 | dynamics.kind",
        "tolerance: 1e-9 | tolerance: -1e-9 | 12 | dynamics.tolerance",
        "stop: {time: 1} | stop: {time: -1} | 13 | dynamics.stop.time",
        "claim: envelopes/balancedness | claim: envelopes/balancednes | 15 | check[1]",
        "expect: HOLDS | expect: PROBABLY | 15 | check[1]",
        "value: \"N[0]\" | value: \"M[0]\" | 17 | values[1]",
        "value: \"N[0]\" | value: \"N[0\" | 17 | values[1]",
        "value: \"N[0]\" | value: \"Sec[1]\" | 17 | values[1]",
        "quantity: loss | quantity: lost | 19 | plot[1]",
        "quantity: loss | quantity: \"a[j]\" | 19 | plot[1]",
        "quantity: loss | quantity: loss, colour: red | 19 | plot[1]",
      })
  void namesFileLineAndKey(String good, String bad, int line, String key) throws IOException {
    assertTrue(GOOD.contains(good));
    Files.writeString(file, GOOD.replace(good, bad));
    CommandLineRun run = check("check");
    assertEquals(ExitCode.INPUT, run.code(), run.err() + run.out());
    assertEquals("", run.out());
    assertEquals(1, run.err().lines().count(), run.err());
    assertTrue(run.err().contains("sample.yaml:" + line + ": "), run.err());
    assertTrue(run.err().contains(key), run.err());
    assertFalse(run.err().contains("Exception"), run.err());
    assertFalse(run.err().contains("\tat "), run.err());
  }

  @Test
  void everyFaultyCaseIsNamedBeforeAnythingRuns() throws IOException {
    Path other = Files.writeString(directory.resolve("other.yaml"), "format: 9\n");
    Files.writeString(file, GOOD.replace("width: 2", "width: 0"));
    CommandLineRun run =
        CommandLineRun.in(
            CommandLineRun.PROJECT, directory, "check", file.toString(), other.toString());
    assertEquals(ExitCode.INPUT, run.code());
    assertEquals(2, run.err().lines().count(), run.err());
  }

  @Test
  void titlesCannotDriveTheTerminal() throws IOException {
    Files.writeString(file, GOOD.replace("A sample", "\"A \\e[2J sample \\u202e\""));
    CommandLineRun run = check("check");
    assertFalse((run.out() + run.err()).contains("\u001b"), run.out());
    assertFalse((run.out() + run.err()).contains("\u202e"), run.out());
  }

  private CommandLineRun check(String command) {
    return CommandLineRun.in(CommandLineRun.PROJECT, directory, command, file.toString());
  }
}
