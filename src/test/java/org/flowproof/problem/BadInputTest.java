package org.flowproof.problem;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every unusable case gives one line with file, line, key and what was expected. */
class BadInputTest {
  @TempDir Path directory;

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
        stop: {time: 6}
      check:
        - {claim: envelopes/norm-growth, expect: HOLDS}
      values:
        - {name: end, value: mse, equals: 0, tolerance: 1e-6, source: none}
      plot:
        - {title: Loss, quantity: loss}
      """;

  @Test
  void theUnchangedCaseLoads() throws IOException {
    assertEquals("sample", CaseLoader.load(write(GOOD)).id());
  }

  /** Replaces a piece of the good case; line 0 stands for a message without a line. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "format: 1 | format: 2 | 1 | format | whole number from 1 to 1",
        "title: A sample | titel: A sample | 3 | titel | did you mean 'title'?",
        "title: A sample | notes: x | 1 | title | missing key",
        "title: A sample | title: | 3 | title | no value",
        "case: sample | case: other | 2 | case | did you mean 'sample'?",
        "case: sample | case: Sample! | 2 | case | small letters",
        "width: 2 | widht: 2 | 7 | network.widht | did you mean 'width'?",
        "width: 2 | width: 0 | 7 | network.width | whole number from 1",
        "width: 2 | width: 2.5 | 7 | network.width | whole number from 1",
        "width: 2 | width: 1d | 7 | network.width | not a number",
        "width: 2 | width: 0x2 | 7 | network.width | not a number",
        "width: 2 | width: '\"2\"' | 7 | network.width | decimal number",
        "width: 2 | width: [2] | 7 | network.width | a list",
        "activation: relu | activation: rleu | 7 | network.activation | did you mean 'relu'?",
        "activation: relu | activation: \"Tahn[z]\" | 7 | network.activation | did you mean Tanh?",
        "activation: relu | activation: \"Cos[z]\" | 7 | network.activation | at z = 0 is 1",
        "activation: relu | activation: \"Abs[z]\" | 7 | network.activation | kinks",
        "activation: relu | activation: \"z/(1-z)\" | 7 | network.activation | near z = 1",
        "activation: relu | activation: \"Exp[z]-1\" | 7 | network.activation | loses its digits",
        "activation: relu | activation: \"z+y[1]\" | 7 | network.activation | unknown name 'y'",
        "activation: relu | activation: z, derivative-at-zero: 0 | 7 | network.derivative-at-zero | smooth",
        "y: [1, 0.5] | target: {output: 1, weight: [1]} | 6 | data.target.weight | 2, one a coordinate",
        "y: [1, 0.5] | target: {output: 1} | 6 | data.target.weight | missing key",
        "y: [1, 0.5] | target: {output: 1, weight: [1, 1], bias: 1} | 6 | data.target.bias | unknown key",
        "activation: relu | activation: {leaky: 1} | 7 | network.activation.leaky | [0, 1)",
        "activation: relu | activation: {leaky: -0.1} | 7 | network.activation.leaky | at least 0",
        "trained: both | trained: second | 7 | network.trained | one of both, first",
        "trained: both | trained: both, derivative-at-zero: 2 | 7 | network.derivative-at-zero | to"
            + " 1",
        "kind: squared | kind: cubed | 8 | loss.kind | one of squared, logistic",
        "kind: squared | kind: logistic | 5 | data | 1 or -1",
        "factor: 1/(2n) | factor: 1/(2m) | 8 | loss.factor | did you mean '1/(2n)'?",
        "', factor: 1/(2n)' | '' | 8 | loss.factor | missing key",
        "law: balanced | law: balance | 9 | initialization.law | did you mean 'balanced'?",
        "scale: 1e-3 | scale: -1e-3 | 9 | initialization.scale | above 0",
        "scale: 1e-3 | scale: 0 | 9 | initialization.scale | above 0",
        "law: balanced | law: signs | 9 | initialization.law | 'trained: first'",
        "kind: squared | kind: exponential | 5 | data | 1 or -1 with the exponential loss",
        "seed: 1 | seed: -1 | 9 | initialization.seed | from 0",
        "seed: 1 | seed: 1.5 | 9 | initialization.seed | whole number",
        "seed: 1 | seed: 1, given: {} | 9 | initialization | law and given together",
        "'law: balanced, scale: 1e-3, seed: 1' | 'given: {a: [1], w: [[1, 0], [0, 1]]}' | 9"
            + " | initialization.given.a | 2, the width",
        "'law: balanced, scale: 1e-3, seed: 1' | 'given: {a: [1, 1], w: [[1, 0]]}' | 9"
            + " | initialization.given.w | 2 x 2",
        "kind: flow | kind: flaw | 11 | dynamics.kind | did you mean 'flow'?",
        "kind: flow | kind: descent | 12 | dynamics.tolerance | does not go with",
        "'kind: flow' | 'integrator: structural\n  kind: flow' | 11 | dynamics.integrator"
            + " | did you mean 'structured'?",
        "'kind: flow' | 'integrator: descent\n  kind: flow' | 11 | dynamics.integrator | one of auto,"
            + " reference, structured, coefficients, stiff",
        "tolerance: 1e-9 | tolerance: -1 | 12 | dynamics.tolerance | above 0",
        "tolerance: 1e-9 | tolerance: 0.5 | 12 | dynamics.tolerance | 1e-2",
        "tolerance: 1e-9 | tolerance: NaN | 12 | dynamics.tolerance | decimal number",
        "tolerance: 1e-9 | step: 0.1 | 12 | dynamics.step | does not go with",
        "time: 6 | time: 0 | 13 | dynamics.stop.time | above 0",
        "time: 6 | time: Infinity | 13 | dynamics.stop.time | decimal number",
        "time: 6 | time: 1e999 | 13 | dynamics.stop.time | a double can hold",
        "time: 6 | 'time: 6, gradient-norm: -1' | 13 | dynamics.stop.gradient-norm | at least 0",
        "time: 6 | 'time: 6, loss: -1e-9' | 13 | dynamics.stop.loss | at least 0",
        "time: 6 | 'time: 6, los: 1e-9' | 13 | dynamics.stop.los | did you mean 'loss'?",
        "time: 6 | 'time: 6, at-first-event: yes' | 13 | dynamics.stop.at-first-event | true or"
            + " false",
        "expect: HOLDS | expect: HOLD | 15 | check[1].expect | did you mean 'HOLDS'?",
        "envelopes/norm-growth | ../../etc | 15 | check[1].claim | a path below proofs/",
        "equals: 0 | equals: zero | 17 | values[1].equals | decimal number",
        "tolerance: 1e-6 | tolerance: 0 | 17 | values[1].tolerance | above 0",
        "quantity: loss | 'quantity: loss, per: neurons' | 19 | plot[1].per | did you mean"
            + " 'neuron'?",
        "'x: [[1, 0], [0.6, 0.8]]' | 'x: []' | 5 | data.x | no samples",
        "'x: [[1, 0], [0.6, 0.8]]' | 'x: [[1, 0], [0.6]]' | 5 | data.x[2] | 2 numbers",
        "'x: [[1, 0], [0.6, 0.8]]' | 'x: [[1, 0], [0, 0]]' | 5 | data.x | sample 2 is the zero"
            + " vector",
        "'y: [1, 0.5]' | 'y: [1]' | 6 | data.y | 2, one a sample",
        "'y: [1, 0.5]' | 'y: [1, .nan]' | 6 | data.y[2] | decimal number",
        "'y: [1, 0.5]' | 'y: [1, 0.5]\n  y: [1, 0.5]' | 7 | y | given twice, first on line 6",
        "'y: [1, 0.5]' | 'y: &a [1, 0.5]' | 6 | '' | an anchor",
        "'y: [1, 0.5]' | 'y: *a' | 6 | '' | an alias",
        "'y: [1, 0.5]' | 'y: !!java.net.URL [\"http://x\"]' | 6 | '' | an explicit tag",
        "'y: [1, 0.5]' | 'y: [1, 0.5' | 7 | '' | not YAML",
        "'y: [1, 0.5]' | 'y: [1, 0.5]\n  csv: a.csv' | 5 | data | exactly one of",
        "'y: [1, 0.5]' | 'y: [1, 0.5]\n  label: y' | 7 | data.label | beside 'csv'",
      })
  void refuses(String from, String to, int line, String key, String expected) throws IOException {
    assertTrue(GOOD.contains(from), from);
    String changed = GOOD.replace(from, to == null ? "" : to);
    Path file = write(changed);
    InputException e = assertThrows(InputException.class, () -> CaseLoader.load(file));
    assertEquals(key == null ? "" : key, e.key(), e.getMessage());
    assertEquals(line, e.line(), e.getMessage());
    assertTrue(e.getMessage().contains(expected), e.getMessage());
    assertTrue(e.getMessage().startsWith(file + ":" + line + ": "), e.getMessage());
    assertFalse(e.getMessage().contains("\n"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'csv: missing.csv\n  label: y' | 5 | data.csv | no such file",
        "'csv: /dev/zero\n  label: y' | 5 | data.csv | a device, pipe or socket",
        "'csv: .\n  label: y' | 5 | data.csv | a directory",
        "'npy: {x: text.npy, y: text.npy}' | 5 | data.npy.x | not an NPY file",
        "'law: {kind: cauchy}' | 5 | data.law.kind | gaussian",
        "'law: {kind: gaussian, samples: 0}' | 5 | data.law.samples | whole number from 1",
        "'law: {kind: gaussian, samples: 2, dimension: 2, beta: [1]}' | 5 | data.law.beta | 2, the",
        "'law: {kind: gaussian, samples: 2, dimension: 2, beta: unti}' | 5 | data.law.beta |"
            + " 'unit'?",
        "'law: {kind: gaussian, samples: 2, dimension: 1, beta: [1], noise: -1}' | 5"
            + " | data.law.noise | at least 0",
        "'law: {kind: band, samples: 2, dimension: 1, beta: [1], noise: 0, band: 2, seed: 1}' | 5"
            + " | data.law.band | well below",
      })
  void refusesDataSources(String source, int line, String key, String expected) throws IOException {
    Files.writeString(directory.resolve("text.npy"), "not an array at all");
    String changed = GOOD.replace("x: [[1, 0], [0.6, 0.8]]\n  y: [1, 0.5]", source);
    Path file = write(changed);
    InputException e = assertThrows(InputException.class, () -> CaseLoader.load(file));
    assertEquals(key, e.key(), e.getMessage());
    assertEquals(line, e.line(), e.getMessage());
    assertTrue(e.getMessage().contains(expected), e.getMessage());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'a,y\n1,2\n3\n' | 3 | '' | 2 fields",
        "'a,y\n1,2\n3,NaN\n' | 3 | y | not a number: 'NaN'",
        "'a,y\n# c\n1,0x1p3\n' | 3 | y | decimal number",
        "'1,2\n3,4\n' | 1 | '' | header: false",
        "'a,y\n' | 2 | '' | no rows",
        "'a,y\n\"1,2\n' | 2 | '' | not closed",
      })
  void refusesTables(String table, int line, String key, String expected) throws IOException {
    Path csv = directory.resolve("t.csv");
    Files.writeString(csv, table);
    Path file =
        write(GOOD.replace("x: [[1, 0], [0.6, 0.8]]\n  y: [1, 0.5]", "csv: t.csv\n  label: y"));
    InputException e = assertThrows(InputException.class, () -> CaseLoader.load(file));
    assertEquals(line, e.line(), e.getMessage());
    assertEquals(key == null ? "" : key, e.key(), e.getMessage());
    assertTrue(e.getMessage().contains("t.csv:" + line), e.getMessage());
    assertTrue(e.getMessage().contains(expected), e.getMessage());
  }

  @Test
  void refusesWhatIsNotAFileOfText() throws IOException {
    for (Path path :
        new Path[] {
          directory, directory.resolve("none.yaml"), Path.of("/dev/null"), latin1(), deep()
        }) {
      InputException e = assertThrows(InputException.class, () -> CaseLoader.load(path));
      assertTrue(e.getMessage().startsWith(path.toString()), e.getMessage());
    }
  }

  @Test
  void acceptsByteOrderMarkAndCarriageReturns() throws IOException {
    assertEquals("A sample", CaseLoader.load(write("\uFEFF" + GOOD.replace("\n", "\r\n"))).title());
  }

  private Path latin1() throws IOException {
    Path file = directory.resolve("latin.yaml");
    return Files.write(file, "title: \u00e9".getBytes(StandardCharsets.ISO_8859_1));
  }

  private Path deep() throws IOException {
    return Files.writeString(directory.resolve("deep.yaml"), "a: " + "[".repeat(100_000));
  }

  private Path write(String text) throws IOException {
    return Files.writeString(directory.resolve("sample.yaml"), text);
  }
}
