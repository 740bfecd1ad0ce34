package org.flowproof.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.flowproof.sweep.PointResult;
import org.flowproof.sweep.SweepTexts;
import org.flowproof.sweep.plan.SweepPlan;
import org.flowproof.sweep.store.SweepStore;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Commands killed at random moments, again and again, and then let run: the result is that of an
 * uninterrupted run, times aside, and at every moment the old result or the new one, never half of
 * one.
 */
@Tag("slow")
class KilledAtRandomTest {
  private static final int KILLS = 6;
  private static final String CASE =
      """
      format: 1
      case: sample
      title: A sample
      data:
        law: {kind: gaussian, samples: 6, dimension: 2, beta: [1, 0], noise: 0.3, seed: 1}
      network: {width: 6, activation: relu, trained: both}
      loss: {kind: squared, factor: 1/(2n)}
      initialization: {law: dominated, scale: 1e-2, seed: 1}
      dynamics: {kind: flow, integrator: reference, tolerance: 1e-12, stop: {time: 60}}
      check:
        - {claim: envelopes/balancedness, expect: HOLDS}
      """;

  private final Random random = new Random(20261122);

  @TempDir Path directory;

  @Test
  void report() throws Exception {
    Path calm = folder("calm");
    Path troubled = folder("troubled");
    for (Path place : List.of(calm, troubled)) {
      Files.writeString(place.resolve("sample.yaml"), CASE);
    }
    String[] command = {"report", "sample.yaml", "-o", "out", "-q"};
    long time = undisturbed(calm, command);
    for (int i = 0; i < KILLS; i++) {
      killed(troubled, time, command);
      wholeReport(troubled.resolve("out"));
    }
    assertEquals(ExitCode.OK, new OwnProcess.Way(troubled).run(command).code());
    assertEquals(contents(calm.resolve("out")), contents(troubled.resolve("out")));
    assertFalse(Files.exists(troubled.resolve(".out.partial")));
    // and in the place of a result, which stays until there is another
    killed(troubled, time, command);
    OwnProcess.Way way = new OwnProcess.Way(troubled);
    assertEquals(ExitCode.OK, way.run("run", "sample.yaml", "-o", "other", "-q").code());
    Path kept = troubled.resolve("out");
    assertTrue(Files.exists(kept) || Files.exists(troubled.resolve(".out.previous")));
  }

  @Test
  void sweep() throws Exception {
    SweepPlan plan = SweepTexts.plan(directory, "from: 1, count: 3", "from: 1, count: 30");
    String[] calm = {"sweep", "sample.yaml", "-o", "calm", "-q"};
    String[] troubled = {"sweep", "sample.yaml", "-o", "troubled", "-q"};
    long time = undisturbed(directory, calm);
    for (int i = 0; i < KILLS; i++) {
      killed(directory, time, troubled);
      SweepStore.read(directory.resolve("troubled"), plan.points());
    }
    CommandLineRun rest = new OwnProcess.Way(directory).run(troubled);
    assertTrue(List.of(ExitCode.OK, ExitCode.UNKNOWN).contains(rest.code()), rest.err());
    assertEquals(
        timeless(SweepStore.read(directory.resolve("calm"), plan.points())),
        timeless(SweepStore.read(directory.resolve("troubled"), plan.points())));
    assertEquals(
        Files.readAllLines(directory.resolve("calm/points.csv")).size(),
        Files.readAllLines(directory.resolve("troubled/points.csv")).size());
  }

  @Test
  void run() throws Exception {
    Files.writeString(
        directory.resolve("sample.yaml"),
        CASE.replace("width: 6", "width: 20").replace("time: 60", "time: 2000"));
    String[] what = {"run", "sample.yaml", "-q", "--times", "linear:0:2000:400"};
    long time = undisturbed(directory, CommandLineRun.with(what, "-o", "calm"));
    String[] begin =
        CommandLineRun.with(what, "-o", "end", "--checkpoint", "ck", "--every", "0.05");
    String[] resume =
        CommandLineRun.with(
            what, "-o", "end", "--resume", "ck", "--checkpoint", "ck", "--every", "0.05");
    Path checkpoint = directory.resolve("ck/run.checkpoint");
    for (int i = 0; i < KILLS; i++) {
      killed(directory, time, Files.exists(checkpoint) ? resume : begin);
    }
    CommandLineRun rest =
        new OwnProcess.Way(directory).run(Files.exists(checkpoint) ? resume : begin);
    assertEquals(ExitCode.OK, rest.code(), rest.err());
    for (String name : List.of("events.csv", "observables.csv", "weights.csv")) {
      assertEquals(
          -1,
          Files.mismatch(
              directory.resolve("calm").resolve(name), directory.resolve("end").resolve(name)),
          name);
    }
  }

  @Test
  void prove() throws Exception {
    Path calm = proofs("calm");
    Path troubled = proofs("troubled");
    String[] command = {"prove", "envelopes/norm-growth", "--replay", "-q"};
    long time = undisturbed(calm, command);
    for (int i = 0; i < KILLS; i++) {
      killed(troubled, time, command);
      // evidence that is there is whole: what is missing is not an error in a file
      CommandLineRun check =
          new OwnProcess.Way(troubled)
              .home(troubled)
              .run("prove", "--check", "envelopes/norm-growth", "-q");
      assertTrue(List.of(ExitCode.OK, ExitCode.UNKNOWN).contains(check.code()), check.err());
    }
    assertEquals(ExitCode.OK, new OwnProcess.Way(troubled).home(troubled).run(command).code());
    assertEquals(evidence(calm), evidence(troubled));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "enclose odes/van-der-pol --json -q --csv",
        "enclose sample.yaml -q --certificate"
      })
  void enclose(String words) throws Exception {
    String[] command = CommandLineRun.with(words.split(" "), "out");
    Path out = directory.resolve("out");
    Path sample = Files.writeString(directory.resolve("sample.yaml"), CASE);
    long time = undisturbed(directory, command);
    byte[] calm = Files.readAllBytes(out);
    Files.delete(out);
    for (int i = 0; i < KILLS; i++) {
      killed(directory, time, command);
      assertTrue(!Files.exists(out) || Arrays.equals(calm, Files.readAllBytes(out)));
    }
    int code = new OwnProcess.Way(directory).run(command).code();
    assertTrue(List.of(ExitCode.OK, ExitCode.UNKNOWN).contains(code));
    assertTrue(Arrays.equals(calm, Files.readAllBytes(out)));
    // what the killed ones left beside it is gone as well
    try (Stream<Path> files = Files.list(directory)) {
      assertEquals(List.of(out, sample), files.sorted().toList());
    }
  }

  private Path folder(String name) throws IOException {
    return Files.createDirectory(directory.resolve(name));
  }

  private Path proofs(String name) throws IOException {
    Path home = folder(name);
    Path to = Files.createDirectories(home.resolve("proofs/envelopes"));
    Path from = CommandLineRun.PROJECT.resolve("proofs/envelopes");
    try (Stream<Path> claims = Files.list(from)) {
      for (Path claim : claims.filter(f -> f.toString().endsWith(".yaml")).toList()) {
        Files.copy(claim, to.resolve(claim.getFileName()));
      }
    }
    return home;
  }

  /** How long it takes, in milliseconds. */
  private static long undisturbed(Path place, String... command) throws Exception {
    long start = System.nanoTime();
    OwnProcess.Way way = new OwnProcess.Way(place);
    if (command[0].equals("prove")) {
      way.home(place);
    }
    CommandLineRun run = way.run(command);
    assertTrue(List.of(ExitCode.OK, ExitCode.UNKNOWN).contains(run.code()), run.err());
    return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
  }

  /** Kills it somewhere; its children find out by themselves. */
  private void killed(Path place, long time, String... command) throws Exception {
    OwnProcess.Way way = new OwnProcess.Way(place);
    if (command[0].equals("prove")) {
      way.home(place);
    }
    try (OwnProcess process = way.start(command)) {
      Thread.sleep((long) (time * (0.1 + 0.9 * random.nextDouble())));
      List<ProcessHandle> children = process.children();
      process.kill();
      for (ProcessHandle child : children) {
        child.onExit().get(60, TimeUnit.SECONDS);
      }
    }
  }

  /** A report that is there has all files that its manifest names. */
  private static void wholeReport(Path out) throws IOException {
    if (Files.exists(out)) {
      assertTrue(Files.readString(out.resolve("manifest.json")).endsWith("}\n"));
      assertTrue(Files.exists(out.resolve("main.tex")));
    }
  }

  private static Map<String, String> contents(Path out) throws IOException {
    Map<String, String> contents = new TreeMap<>();
    try (Stream<Path> files = Files.walk(out)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String text =
            new String(Files.readAllBytes(file), java.nio.charset.StandardCharsets.ISO_8859_1);
        contents.put(
            out.relativize(file).toString(),
            text.replaceAll("\"(started|ended)\": \"[^\"]*\"", "\"$1\""));
      }
    }
    return contents;
  }

  private static Map<String, String> evidence(Path home) throws IOException {
    Map<String, String> contents = contents(home.resolve("proofs"));
    contents.replaceAll((name, text) -> text.replaceAll("\"millis\": [0-9]+", "\"millis\""));
    return contents;
  }

  private static Map<Integer, String> timeless(Map<Integer, PointResult> results) {
    Map<Integer, String> texts = new TreeMap<>();
    results.forEach(
        (index, r) ->
            texts.put(
                index,
                r.status()
                    + r.ending()
                    + r.trusted()
                    + r.reason()
                    + r.failure()
                    + r.numbers()
                    + r.reruns()));
    return texts;
  }
}
