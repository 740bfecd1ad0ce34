package org.flowproof.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The commands on the cases and claims of the project. */
class CommandsTest {
  private static final Path KINK = CommandLineRun.PROJECT.resolve("cases/oracle/kink.yaml");

  @TempDir Path directory;

  @ParameterizedTest
  @ValueSource(strings = {"check", "prove", "run", "report", "list", "explain", "sweep"})
  void everyCommandHasHelp(String command) {
    CommandLineRun run = CommandLineRun.of(command, "--help");
    assertEquals(ExitCode.OK, run.code());
    assertTrue(run.out().contains("--timeout"), run.out());
    assertEquals("", run.err());
  }

  @Test
  void helpListsTheExitCodes() {
    String help = CommandLineRun.of("--help").out();
    for (int code : new int[] {0, 1, 2, 3, 70, 130}) {
      assertTrue(help.lines().anyMatch(l -> l.startsWith("  " + code + " ")), help);
    }
  }

  @Test
  void checkFindsWhatTheCaseExpects() {
    CommandLineRun run = CommandLineRun.of("check", "oracle/kink", "--json");
    assertEquals(ExitCode.OK, run.code(), run.out());
    assertEquals("flowproof/check/1", run.json().get("schema"));
    Map<?, ?> first = (Map<?, ?>) ((List<?>) run.json().get("cases")).get(0);
    assertEquals("oracle/kink", first.get("case"));
    assertEquals("ok", first.get("outcome"));
  }

  @Test
  void jsonAndMessagesDoNotMix() {
    CommandLineRun loud = CommandLineRun.of("check", "kink", "--json");
    CommandLineRun quiet = CommandLineRun.of("check", "kink", "--json", "--quiet");
    assertTrue(loud.err().contains("running oracle/kink"));
    assertEquals("", quiet.err());
    assertEquals(loud.out(), quiet.out());
  }

  @Test
  void resultsDoNotDependOnThreads() {
    String[] words = {"check", "oracle/kink", "oracle/align", "oracle/logis", "--json"};
    String one = CommandLineRun.of(append(words, "--threads", "1")).out();
    String four = CommandLineRun.of(append(words, "--threads", "4")).out();
    assertEquals(one, four);
  }

  @Test
  void anUnexpectedVerdictGivesOne() throws IOException {
    Path file = copy("expect: HOLDS", "expect: VIOLATED");
    CommandLineRun run = CommandLineRun.in(CommandLineRun.PROJECT, directory, "check", "" + file);
    assertEquals(ExitCode.DIFFERENT, run.code(), run.out());
    assertTrue(run.out().contains("NOT AS EXPECTED: early-alignment/fixed-cone"), run.out());
  }

  @Test
  void anUnexpectedNumberGivesOne() throws IOException {
    Path file = copy("equals: 1.234800927217012", "equals: 1.3348");
    CommandLineRun run = CommandLineRun.in(CommandLineRun.PROJECT, directory, "check", "" + file);
    assertEquals(ExitCode.DIFFERENT, run.code(), run.out());
    assertTrue(run.out().contains("NOT AS EXPECTED: activation of sample 2"), run.out());
  }

  @Test
  void aTimeoutGivesUnknown() {
    CommandLineRun run =
        CommandLineRun.of("check", "three-points", "--timeout", "0.000001", "--json");
    assertEquals(ExitCode.UNKNOWN, run.code(), run.out());
    Map<?, ?> first = (Map<?, ?>) ((List<?>) run.json().get("cases")).get(0);
    for (Object finding : (List<?>) first.get("findings")) {
      assertEquals("UNKNOWN", ((Map<?, ?>) finding).get("verdict"));
    }
  }

  @Test
  void theSeedReplacesThatOfTheCase() throws IOException {
    Path file =
        Files.writeString(
            directory.resolve("drawn.yaml"),
            """
            format: 1
            case: drawn
            title: Data and weights from a seed
            data:
              law: {kind: gaussian, samples: 3, dimension: 2, beta: [1, 0], noise: 0.1, seed: 1}
            network: {width: 2, activation: relu, trained: both}
            loss: {kind: squared, factor: 1/(2n)}
            initialization: {law: balanced, scale: 0.1, seed: 1}
            dynamics: {kind: flow, stop: {time: 0.1}}
            values:
              - {name: first input, value: "x[1,1]", equals: 0, tolerance: 1e9, source: none}
              - {name: first weight, value: "w[1,1,0]", equals: 0, tolerance: 1e9, source: none}
            """);
    List<Object> own = numbers(file);
    List<Object> two = numbers(file, "--seed", "2");
    assertEquals(own, numbers(file, "--seed", "1"));
    assertEquals(two, numbers(file, "--seed", "2"));
    for (int i = 0; i < own.size(); i++) {
      assertNotEquals(own.get(i), two.get(i));
    }
  }

  private List<Object> numbers(Path file, String... more) throws IOException {
    String[] words = append(new String[] {"check", "" + file, "--json"}, more);
    CommandLineRun run = CommandLineRun.in(CommandLineRun.PROJECT, directory, words);
    assertEquals(ExitCode.OK, run.code(), run.out() + run.err());
    Map<?, ?> first = (Map<?, ?>) ((List<?>) run.json().get("cases")).get(0);
    List<Object> found = new ArrayList<>();
    for (Object value : (List<?>) first.get("values")) {
      found.add(((Map<?, ?>) value).get("found"));
    }
    assertEquals(2, found.size());
    return found;
  }

  @Test
  void runWritesTablesWithAJsonComment() throws IOException {
    Path out = directory.resolve("out");
    CommandLineRun run = CommandLineRun.of("run", "oracle/kink", "-o", "" + out, "--json");
    assertEquals(ExitCode.OK, run.code(), run.err());
    assertEquals("flowproof/run/1", run.json().get("schema"));
    for (String name : List.of("trajectory", "events", "observables", "figure-1", "figure-2")) {
      List<String> lines = Files.readAllLines(out.resolve(name + ".csv"));
      assertTrue(lines.get(0).startsWith("# {"), lines.get(0));
      assertTrue(lines.get(1).startsWith("t"), lines.get(1));
      assertTrue(lines.size() > 2, name);
    }
    assertTrue(Files.readString(out.resolve("events.csv")).contains(",1,2,CROSS,1,"));
    // a second run replaces the first
    assertEquals(ExitCode.OK, CommandLineRun.of("run", "oracle/kink", "-o", "" + out).code());
  }

  @Test
  void runLeavesForeignDirectoriesAlone() throws IOException {
    Files.writeString(directory.resolve("precious.txt"), "mine");
    CommandLineRun run = CommandLineRun.of("run", "oracle/kink", "-o", "" + directory);
    assertEquals(ExitCode.INPUT, run.code());
    assertEquals("mine", Files.readString(directory.resolve("precious.txt")));
  }

  @Test
  void listNamesWhatThereIs() {
    Map<?, ?> json = CommandLineRun.of("list", "--json").json();
    assertEquals("flowproof/list/1", json.get("schema"));
    assertTrue(json.get("claims").toString().contains("envelopes/norm-growth"));
    assertTrue(json.get("cases").toString().contains("oracle/kink"));
    assertTrue(json.get("observables").toString().contains("gradNorm2[t]"));
    String cases = CommandLineRun.of("list", "cases").out();
    assertTrue(cases.contains("oracle/kink"));
    assertFalse(cases.contains("norm-growth"));
  }

  @Test
  void explainPrintsStatementAndSteps() {
    String text = CommandLineRun.of("explain", "norm-growth").out();
    assertTrue(text.contains("    N(t) ≤ N(0) e^{2Mt},\n"), text);
    assertTrue(text.contains("the equation that has equality in (7),"), text);
    assertFalse(text.contains("What was checked"), text);
    String source = CommandLineRun.of("explain", "norm-growth", "--source").out();
    assertTrue(source.contains("    N[t] <= N[0]*Exp[2*M*t],\n"), source);
    assertEquals(
        source.replace("∎", "QED").replace("\u2013", "-"),
        CommandLineRun.of("explain", "norm-growth", "--ascii").out());
    Map<?, ?> json = CommandLineRun.of("explain", "norm-growth", "--json").json();
    assertEquals("flowproof/explain/1", json.get("schema"));
    assertEquals("envelopes/norm-growth", json.get("claim"));
  }

  @Test
  void proveExplainsWhatWasChecked() {
    String text = CommandLineRun.of("prove", "cauchy-schwarz", "--explain").out();
    assertTrue(text.contains("Proof. "), text);
    assertTrue(text.contains("What was checked\nStatus: PROVED\n"), text);
    assertTrue(text.contains("  (1) c1, rule cauchy-schwarz: accepted: "), text);
  }

  @Test
  void proveSaysWhatIsProved() {
    CommandLineRun run = CommandLineRun.of("prove", "cauchy-schwarz", "--json");
    assertEquals("flowproof/prove/2", run.json().get("schema"));
    Map<?, ?> first = (Map<?, ?>) ((List<?>) run.json().get("claims")).get(0);
    assertEquals("PROVED", first.get("status"), run.out() + run.err());
    assertEquals(ExitCode.OK, run.code());
  }

  @Test
  void aProofOutOfTimeIsOpen() {
    CommandLineRun run = CommandLineRun.of("prove", "cauchy-schwarz", "--timeout", "0.000001");
    assertEquals(ExitCode.UNKNOWN, run.code(), run.out());
    assertTrue(run.out().contains("PARTIAL"), run.out());
  }

  private Path copy(String old, String replacement) throws IOException {
    String text = Files.readString(KINK);
    assertTrue(text.contains(old));
    return Files.writeString(
        directory.resolve("kink.yaml"),
        text.replace(old, replacement).replace("case: oracle/kink", "case: kink"));
  }

  private static String[] append(String[] words, String... more) {
    String[] all = java.util.Arrays.copyOf(words, words.length + more.length);
    System.arraycopy(more, 0, all, words.length, more.length);
    return all;
  }
}
