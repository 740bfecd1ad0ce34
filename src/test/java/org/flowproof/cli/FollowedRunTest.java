package org.flowproof.cli;

import static org.flowproof.cli.CommandLineRun.with;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.flowproof.check.SeriesSampler;
import org.flowproof.flow.choice.IntegratorChoice;
import org.flowproof.problem.CaseLoader;
import org.flowproof.problem.Located;
import org.flowproof.problem.Plot;
import org.flowproof.problem.Vec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code run} with the options that follow it while it goes on. */
class FollowedRunTest {
  private static final List<String> FILES =
      List.of("observables.csv", "events.csv", "weights.csv", "run.json");

  @TempDir Path directory;

  @ParameterizedTest
  @ValueSource(strings = {"reference", "structured"})
  void theTablesHoldWhatTheTrajectoryHolds(String integrator) throws IOException {
    Path caseFile = by(integrator);
    CommandLineRun run =
        go(
            "run",
            caseFile.toString(),
            "--times",
            "log:1e-2:150:7",
            "--observables",
            "loss,h[k],a[2]");
    assertEquals(ExitCode.OK, run.code(), run.err());
    List<String> lines = lines("reports/three-points-run/observables.csv");
    assertEquals("t,loss,h[k] at k=1,h[k] at k=2,h[k] at k=3,a[2]", lines.get(1));
    assertEquals(9, lines.size());
    var file = CaseLoader.load(caseFile, java.util.OptionalLong.empty());
    assertTrue(run.out().contains(integrator), run.out());
    var whole = IntegratorChoice.of(file).integrate(file.problem());
    SeriesSampler sampler = new SeriesSampler(whole);
    Plot plot =
        new Plot(
            "",
            new Located("h[k]", file.path(), 0, ""),
            Plot.Per.SAMPLE,
            Plot.Scale.LINEAR,
            java.util.Optional.empty());
    for (String line : lines.subList(2, lines.size())) {
      double[] row =
          java.util.Arrays.stream(line.split(",")).mapToDouble(Double::valueOf).toArray();
      Vec time = Vec.of(row[0]);
      assertEquals(sampler.sample(plot, time, 3).get(1).values().get(0), row[3]);
      assertEquals(whole.at(row[0]).a(1), row[5]);
    }
    List<String> events = lines("reports/three-points-run/events.csv");
    assertEquals(whole.events().size(), events.size() - 2);
    assertTrue(events.get(2).startsWith(whole.events().get(0).time() + ","), events.get(2));
    assertEquals(42, lines("reports/three-points-run/weights.csv").size());
  }

  /** Interrupted after each of some parts, resumed: the files are those of the whole run. */
  @ParameterizedTest
  @ValueSource(strings = {"reference", "structured"})
  void aResumedRunLeavesTheFilesOfTheWhole(String integrator) throws IOException {
    String[] what = {"run", by(integrator).toString(), "--times", "linear:0:200:41"};
    assertEquals(ExitCode.OK, go(with(what, "-o", "whole")).code());
    String[] first = with(what, "-o", "part", "--checkpoint", "ck");
    // every part ends with a look at the interruption
    CommandLineRun part = interrupted(3, first);
    assertEquals(ExitCode.INTERRUPTED, part.code(), part.err());
    assertTrue(Files.readString(directory.resolve("part/run.json")).contains("\"INTERRUPTED\""));
    for (int parts : new int[] {1, 5, 9}) {
      String[] next = with(what, "-o", "part", "--checkpoint", "ck", "--resume", "ck");
      assertEquals(ExitCode.INTERRUPTED, interrupted(parts, next).code());
      for (String table : List.of("observables.csv", "events.csv")) {
        String whole = Files.readString(directory.resolve("whole/" + table));
        assertTrue(
            whole.startsWith(
                Files.readString(directory.resolve("ck/run." + table))
                    .lines()
                    .limit(2)
                    .findFirst()
                    .orElseThrow()));
      }
    }
    // from the directory or the file, with further checkpoints or without
    for (String from : List.of("ck", "ck/run.checkpoint")) {
      assertEquals(ExitCode.OK, go(with(what, "-o", "rest", "--resume", from)).code());
      for (String name : FILES) {
        assertArrayEquals(
            Files.readAllBytes(directory.resolve("whole/" + name)),
            Files.readAllBytes(directory.resolve("rest/" + name)),
            name);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"reference", "structured"})
  void anAlteredCheckpointOrTableIsRefusedAndNothingWritten(String integrator) throws IOException {
    String name = by(integrator).toString();
    String[] what = {"run", name, "--times", "linear:0:200:41"};
    interrupted(4, with(what, "-o", "part", "--checkpoint", "ck"));
    Path events = directory.resolve("ck/run.events.csv");
    String sound = Files.readString(events);
    Files.writeString(events, sound.replace("CROSS", "GRAZE"));
    refused("run.events.csv: was altered since the checkpoint", with(what, "--resume", "ck"));
    Files.writeString(events, sound.substring(0, 30));
    refused("run.events.csv: does not hold", with(what, "--resume", "ck"));
    Files.writeString(events, sound);
    refused("output: other times", "run", name, "--times", "0,1", "--resume", "ck");
    refused("problem: is of another problem", with(what, "--seed", "9", "--resume", "ck"));
    refused("run.checkpoint exists; go on", with(what, "--checkpoint", "ck"));
    String whole = "in the directory of the result";
    refused(whole, with(what, "-o", "new", "--checkpoint", "new"));
    refused(whole, with(what, "-o", "new", "--checkpoint", "part/../new/a.checkpoint"));
    Path file = directory.resolve("ck/run.checkpoint");
    byte[] all = Files.readAllBytes(file);
    Files.write(file, java.util.Arrays.copyOf(all, all.length - 9));
    refused("run.checkpoint: is cut off", with(what, "--resume", "ck"));
    refused("nowhere/run.checkpoint: no such file", with(what, "--resume", "nowhere"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--times|0,500|500.0 is after the end of the run",
        "--times|log:0:1:5|time 0 has no logarithm",
        "--observables|loss,endTime|'endTime' is known only when the run is over",
        "--observables|lss|'lss'",
        "--observables|N[t/2]|wrong time argument",
        "--observables|Sup[N[tau],{tau,0,t}]|times other than the present and 0",
        "--observables|a[41]|reads neuron 41",
        "--every|0|is not a number of seconds"
      })
  void whatCannotBeFollowedIsRefused(String option, String value, String words) {
    refused(words, "run", "three-points", option, value, "-o", "none");
    assertFalse(Files.exists(directory.resolve("none")));
  }

  @Test
  void aTimeLimitLeavesAPartialResult() throws IOException {
    CommandLineRun run =
        go("run", "three-points", "--times", "0,1", "--timeout", "0.000001", "-o", "part");
    assertEquals(ExitCode.UNKNOWN, run.code());
    assertTrue(Files.readString(directory.resolve("part/run.json")).contains("\"INTERRUPTED\""));
  }

  /** The case with its integrator exchanged, as a file of its own. */
  private Path by(String integrator) throws IOException {
    Path source = CommandLineRun.PROJECT.resolve("cases/early-alignment/three-points.yaml");
    Path file = directory.resolve("three-points.yaml");
    String text = Files.readString(source);
    assertTrue(text.contains("integrator: reference"));
    return Files.writeString(
        file, text.replace("integrator: reference", "integrator: " + integrator));
  }

  private void refused(String words, String... command) {
    CommandLineRun run = go(with(command, "--quiet"));
    assertEquals(ExitCode.INPUT, run.code(), run.out());
    assertEquals(1, run.err().lines().count(), run.err());
    assertTrue(run.err().contains(words), run.err());
    assertFalse(Files.exists(directory.resolve("reports")), words);
  }

  private List<String> lines(String file) throws IOException {
    return Files.readAllLines(directory.resolve(file));
  }

  private CommandLineRun go(String... words) {
    return CommandLineRun.in(CommandLineRun.PROJECT, directory, words);
  }

  /** A command that is asked to end at its n-th look at the interruption. */
  private CommandLineRun interrupted(int looks, String... words) {
    Interruption interruption =
        new Interruption() {
          private int left = looks;

          @Override
          boolean wanted() {
            return --left < 0;
          }
        };
    return CommandLineRun.in(CommandLineRun.PROJECT, directory, interruption, words);
  }
}
