package org.flowproof.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.flowproof.sweep.SweepTexts;
import org.flowproof.sweep.plan.SweepPlan;
import org.flowproof.sweep.run.Sweeper;
import org.flowproof.sweep.store.SweepStore;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code sweep} on a tiny sweep with real runs. */
class SweepCommandTest {
  /** Long enough for most runs to be decided. */
  private static final String[] LONGER = {"time: 4", "time: 60"};

  @TempDir Path directory;

  @BeforeEach
  void write() {
    SweepTexts.file(directory, LONGER);
  }

  @Test
  void aSweepLeavesAStoreAndATable() throws IOException {
    CommandLineRun run = sweep();
    assertEquals("computing 12 of 12 points ...\n", run.err());
    Path out = directory.resolve("reports/sample-sweep");
    List<String> lines = Files.readAllLines(out.resolve("points.csv"));
    assertEquals(13, lines.size());
    assertTrue(lines.get(0).startsWith("point,samples,scale,seed,status,verdict,ending,"));
    long unknown = lines.stream().filter(l -> l.contains(",DONE,UNKNOWN,")).count();
    assertTrue(unknown < 12, "nothing is decided");
    assertEquals(unknown > 0 ? ExitCode.UNKNOWN : ExitCode.OK, run.code());
    assertTrue(run.out().contains("12 points: 12 computed, 0 kept, 0 left; " + unknown), run.out());
    assertTrue(run.out().contains("results.sqlite"), run.out());
    // once more: nothing to do, and the same answer
    CommandLineRun second = sweep("--csv", "copy.csv");
    assertEquals(run.code(), second.code());
    assertTrue(second.out().contains("0 computed, 12 kept, 0 left"), second.out());
    assertEquals(lines, Files.readAllLines(out.resolve("points.csv")));
    assertEquals(lines, Files.readAllLines(directory.resolve("copy.csv")));
  }

  @Test
  void theTableDoesNotDependOnThreads() throws IOException {
    assertEquals(table("one", "--threads", "1"), table("two", "--threads", "2"));
  }

  /** A point is judged like the case that one would write for it. */
  @Test
  void aPointEndsWhereItsCaseEnds() throws IOException {
    Files.writeString(
        directory.resolve("written.yaml"),
        """
        format: 1
        case: written
        title: The point samples=8 scale=1e-2 seed=2
        data:
          law: {kind: band, band: 0.2, samples: 8, dimension: 2, beta: [1, 0], noise: 0.5, seed: 2}
        network: {width: 3, activation: relu, trained: both}
        loss: {kind: squared, factor: 1/(2n)}
        initialization: {law: dominated, scale: 1e-2, seed: 2}
        dynamics: {kind: flow, tolerance: 1e-8, stop: {time: 60}}
        """);
    Map<?, ?> alone = in("limit", "written.yaml", "--once", "--json").json();
    List<?> results = (List<?>) sweep("--json").json().get("results");
    Map<?, ?> point = (Map<?, ?>) results.get(10);
    assertEquals(Map.of("samples", 8, "scale", 0.01, "seed", 2), point.get("values"));
    assertEquals(alone.get("ending"), point.get("ending"));
    assertEquals(alone.get("numbers"), point.get("numbers"));
  }

  @Test
  void whatItPrintsAsJsonIsWhatItStores() {
    Map<?, ?> document = sweep("--json", "--quick").json();
    assertEquals("flowproof/sweep/1", document.get("schema"));
    assertEquals("sample", document.get("sweep"));
    assertEquals(true, document.get("quick"));
    assertEquals(4, document.get("points"));
    List<?> results = (List<?>) document.get("results");
    assertEquals(4, results.size());
    Map<?, ?> again = sweep("--json", "--quick").json();
    assertEquals(results, again.get("results"));
    Path out = directory.resolve("reports/sample-quick-sweep");
    assertEquals(
        List.of(out.resolve("results.sqlite").toString(), out.resolve("points.csv").toString()),
        document.get("files"));
  }

  @Test
  void aDryRunComputesAndWritesNothing() {
    CommandLineRun run = sweep("--dry-run");
    assertEquals(ExitCode.OK, run.code());
    assertTrue(run.out().contains("  0  samples=4 scale=1e-3 seed=1  to run\n"), run.out());
    assertTrue(run.out().endsWith("  12 of 12 points to run\n"), run.out());
    assertFalse(Files.exists(directory.resolve("reports")));
    sweep("--quick", "-o", "reports/sample-sweep");
    CommandLineRun rest = sweep("--dry-run");
    assertTrue(rest.out().endsWith("  8 of 12 points to run\n"), rest.out());
    List<?> points = (List<?>) sweep("--dry-run", "--json").json().get("results");
    assertEquals(8, points.stream().filter(p -> ((Map<?, ?>) p).get("run").equals(true)).count());
  }

  @Test
  void aBadValueIsRefusedBeforeAnythingRuns() {
    SweepTexts.file(directory, "samples: [4, 8]", "samples: [4, -8]");
    CommandLineRun run = sweep();
    assertEquals(ExitCode.INPUT, run.code());
    assertEquals(
        directory.resolve("sample.yaml")
            + ":12: axes.samples[2]: unusable number: -8; expected a whole number from 1 to"
            + " 1000000\n",
        run.err());
    assertEquals("", run.out());
    assertFalse(Files.exists(directory.resolve("reports")));
  }

  @Test
  void pointsWithoutTimeAreUnknownAndCanBeTriedAgain() throws IOException {
    CommandLineRun run = sweep("--timeout", "0.000001");
    assertEquals(ExitCode.UNKNOWN, run.code());
    assertTrue(run.out().contains("TIMED_OUT"), run.out());
    assertTrue(
        run.err().contains("point 0 (samples=4 scale=1e-3 seed=1): not decided within"), run.err());
    assertTrue(run.err().contains("and 2 more; see points.csv"), run.err());
    assertTrue(sweep().out().contains("0 computed, 12 kept"), "not without being asked");
    assertTrue(sweep("--retry").out().contains("12 computed, 0 kept"));
    assertEquals(
        table("fresh"), Files.readString(directory.resolve("reports/sample-sweep/points.csv")));
  }

  /** Ctrl-C after some points; the same command then does the others. */
  @Test
  void anInterruptedSweepIsResumed() throws IOException {
    AtomicInteger questions = new AtomicInteger();
    Interruption soon =
        new Interruption() {
          @Override
          boolean wanted() {
            return questions.incrementAndGet() > 100;
          }
        };
    CommandLineRun first =
        CommandLineRun.in(
            CommandLineRun.PROJECT, directory, soon, "sweep", "sample.yaml", "--threads", "1");
    assertEquals(ExitCode.INTERRUPTED, first.code(), first.out());
    assertTrue(first.err().contains("interrupted; the same command goes on with the "));
    Path table = directory.resolve("reports/sample-sweep/points.csv");
    int done = Files.readAllLines(table).size() - 1;
    assertTrue(done < 12, done + " points");
    CommandLineRun second = sweep();
    assertTrue(
        second.out().contains((12 - done) + " computed, " + done + " kept, 0 left"), second.out());
    assertEquals(table("fresh"), Files.readString(table));
  }

  @Test
  void twoSweepsDoNotShareAPlace() throws IOException {
    SweepPlan plan = SweepTexts.plan(directory);
    Path out = directory.resolve("reports/sample-sweep");
    try (SweepStore store = SweepStore.open(out, Sweeper.contents(plan))) {
      CommandLineRun run = sweep();
      assertEquals(ExitCode.INPUT, run.code());
      assertTrue(run.err().contains("another sweep is writing there"), run.err());
      assertEquals(Map.of(), store.results(plan.points()));
    }
  }

  @Test
  void aTableOfSomebodyElseIsLeftAlone() throws IOException {
    Path foreign = directory.resolve("mine/points.csv");
    Files.createDirectories(foreign.getParent());
    Files.writeString(foreign, "x\n1\n");
    CommandLineRun run = sweep("-o", "mine");
    assertEquals(ExitCode.INPUT, run.code());
    assertTrue(run.err().contains("is not of a sweep"), run.err());
    assertEquals("x\n1\n", Files.readString(foreign));
  }

  @ParameterizedTest
  @ValueSource(strings = {"missing/copy.csv", "."})
  void whatCouldNotBeWrittenIsRefusedAtOnce(String copy) {
    CommandLineRun run = sweep("--csv", copy);
    assertEquals(ExitCode.INPUT, run.code());
    assertTrue(run.err().contains("not a file in a directory that exists"), run.err());
    assertFalse(Files.exists(directory.resolve("reports")));
  }

  @Test
  void aSeedFromTheCommandLineDoesNotGoWithAnAxisOfSeeds() {
    CommandLineRun run = sweep("--seed", "7");
    assertEquals(ExitCode.INPUT, run.code());
    assertEquals("--seed does not go with a sweep over seeds\n", run.err());
  }

  @ParameterizedTest
  @ValueSource(strings = {"three-points-widht", "early-alignment/three-points"})
  void whatIsNoSweepIsNotFound(String name) {
    CommandLineRun run = CommandLineRun.of("sweep", name);
    assertEquals(ExitCode.INPUT, run.code());
    assertTrue(run.err().startsWith("no sweep '" + name + "'"), run.err());
  }

  @Test
  void sweepsAreListedApartFromCases() {
    Map<?, ?> lists = CommandLineRun.of("list", "--json").json();
    List<?> sweeps = (List<?>) lists.get("sweeps");
    assertTrue(
        sweeps.stream()
            .anyMatch(s -> ((Map<?, ?>) s).get("name").equals("sweeps/optimization-threshold")),
        sweeps.toString());
    assertTrue(
        ((List<?>) lists.get("cases"))
            .stream()
                .noneMatch(c -> String.valueOf(((Map<?, ?>) c).get("name")).contains("sweeps/")));
    assertEquals(ExitCode.OK, CommandLineRun.of("list", "sweeps").code());
  }

  private String table(String out, String... options) throws IOException {
    sweep(CommandLineRun.with(new String[] {"-o", out}, options));
    return Files.readString(directory.resolve(out).resolve("points.csv"));
  }

  private CommandLineRun sweep(String... options) {
    return in(CommandLineRun.with(new String[] {"sweep", "sample.yaml"}, options));
  }

  private CommandLineRun in(String... words) {
    return CommandLineRun.in(CommandLineRun.PROJECT, directory, words);
  }
}
