package org.flowproof.cli;

import static org.flowproof.cli.CommandLineRun.with;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.flowproof.flow.Trajectory;
import org.flowproof.flow.structured.StructuredIntegrator;
import org.flowproof.problem.CaseLoader;
import org.flowproof.problem.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code run} of networks too wide to wait for, and too wide to keep. */
class WideRunTest {
  private static final List<String> FILES =
      List.of("observables.csv", "events.csv", "weights.csv", "run.json");

  @TempDir Path directory;

  private void write(String name, int samples, int dimension, int width, double end)
      throws IOException {
    Files.writeString(
        directory.resolve(name + ".yaml"),
        String.join(
            "\n",
            "format: 1",
            "case: wide/" + name,
            "title: A wide network follows a linear teacher",
            "data:",
            "  law: {kind: gaussian, samples: " + samples + ", dimension: " + dimension + ",",
            "    beta: " + Arrays.toString(teacher(dimension)) + ", noise: 0.3, seed: 1}",
            "network: {width: " + width + ", activation: relu, trained: both}",
            "loss: {kind: squared, factor: 1/(2n)}",
            "initialization: {law: dominated, scale: 1e-3, seed: 1}",
            "dynamics: {kind: flow, integrator: auto, tolerance: 1e-4,",
            "  stop: {time: " + end + ", evaluations: 100000}}",
            "plot:",
            "  - {title: Loss, quantity: loss, scale: log}",
            ""));
  }

  private static int[] teacher(int dimension) {
    int[] beta = new int[dimension];
    beta[0] = 1;
    return beta;
  }

  /** The tables hold what the trajectory holds. */
  @Test
  void aWideNetworkIsFollowed() throws IOException {
    write("plain", 50, 2, 10_100, 0.1);
    CommandLineRun run = go("run", "plain.yaml", "-o", "out", "--times", "0,0.03,0.1");
    assertEquals(ExitCode.OK, run.code(), run.err());
    List<String> observables = Files.readAllLines(directory.resolve("out/observables.csv"));
    assertEquals("t,loss,N,gradNorm2", observables.get(1));
    assertEquals(2 + 3, observables.size());
    assertEquals(2 + 10_100, Files.readAllLines(directory.resolve("out/weights.csv")).size());
    String[] last = observables.get(4).split(",");
    Problem problem = problem("plain");
    Trajectory whole = new StructuredIntegrator().integrate(problem);
    var end = whole.at(whole.endTime());
    double squares = 0;
    double misfit = 0;
    double[] outputs = new double[50];
    for (int j = 0; j < 10_100; j++) {
      squares += end.a(j) * end.a(j);
      for (int k = 0; k < 50; k++) {
        double[] x = problem.data().x().row(k);
        outputs[k] += end.a(j) * Math.max(0, end.w(j, 0) * x[0] + end.w(j, 1) * x[1]);
      }
    }
    for (int k = 0; k < 50; k++) {
      double off = problem.data().y().get(k) - outputs[k];
      misfit += off * off;
    }
    assertEquals(0.1, Double.parseDouble(last[0]));
    assertEquals(misfit / 100, Double.parseDouble(last[1]), 1e-12);
    assertEquals(squares, Double.parseDouble(last[2]), 1e-12 * squares);
    assertEquals(
        whole.events().size(), Files.readAllLines(directory.resolve("out/events.csv")).size() - 2);
  }

  /**
   * Interrupted inside a sweep, while the looser run catches up, or while observables are read: the
   * run ends where the last whole part did, and what is resumed is the run without interruption.
   */
  @Test
  void anUnfinishedPartIsDroppedAndTakenUpAgain() throws IOException {
    write("long", 60, 2, 850, 3);
    String[] what = {
      "run", "long.yaml", "--times", "log:1e-2:3:10", "--observables", "loss,a[5]", "--threads", "1"
    };
    Counting all = new Counting(Integer.MAX_VALUE);
    assertEquals(ExitCode.OK, asked(all, with(what, "-o", "whole")).code());
    List<String> whole = Files.readAllLines(directory.resolve("whole/observables.csv"));
    int looks = all.looks;
    assertTrue(looks > 200, looks + " looks");
    int shorter = 0;
    for (int i = 1; i <= 3; i++) {
      String place = "part" + i;
      Counting some = new Counting(looks * i / 4);
      String[] words = with(what, "-o", place, "--checkpoint", "ck" + i);
      CommandLineRun part = asked(some, words);
      assertEquals(ExitCode.INTERRUPTED, part.code(), part.err());
      assertTrue(
          some.looks <= looks * i / 4 + 8, some.looks + " looks, wanted at " + looks * i / 4);
      String described = Files.readString(directory.resolve(place + "/run.json"));
      assertTrue(described.contains("\"INTERRUPTED\""), described);
      List<String> rows = Files.readAllLines(directory.resolve(place + "/observables.csv"));
      assertEquals(whole.subList(0, rows.size()), rows);
      shorter += rows.size() < whole.size() ? 1 : 0;
      String[] resume = with(what, "-o", "rest" + i, "--resume", "ck" + i);
      assertEquals(ExitCode.OK, go(resume).code());
      for (String name : FILES) {
        assertArrayEquals(
            Files.readAllBytes(directory.resolve("whole/" + name)),
            Files.readAllBytes(directory.resolve("rest" + i + "/" + name)),
            name);
      }
    }
    assertEquals(3, shorter);
  }

  private Problem problem(String name) {
    return CaseLoader.load(directory.resolve(name + ".yaml"), java.util.OptionalLong.empty())
        .problem();
  }

  /** Wanted from the n-th look on. */
  private static final class Counting extends Interruption {
    private final int from;
    private int looks;

    Counting(int from) {
      this.from = from;
    }

    @Override
    boolean wanted() {
      return ++looks > from;
    }
  }

  private CommandLineRun go(String... words) {
    return CommandLineRun.in(CommandLineRun.PROJECT, directory, words);
  }

  private CommandLineRun asked(Interruption interruption, String... words) {
    return CommandLineRun.in(CommandLineRun.PROJECT, directory, interruption, words);
  }
}
