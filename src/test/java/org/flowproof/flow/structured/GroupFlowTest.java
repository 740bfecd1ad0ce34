package org.flowproof.flow.structured;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import org.flowproof.problem.Activation;
import org.flowproof.problem.DataSet;
import org.flowproof.problem.Dynamics;
import org.flowproof.problem.Loss;
import org.flowproof.problem.Matrix;
import org.flowproof.problem.Network;
import org.flowproof.problem.Problem;
import org.flowproof.problem.Vec;
import org.flowproof.problem.Weights;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Neurons that move with their group go where they go alone, and meet nothing on the way. */
class GroupFlowTest {
  private static final double TOLERANCE = 1e-8;

  /** What was seen in a run. */
  private static final class Seen {
    int moved;
    int movedHeld;
    int keptWithEvents;
  }

  @ParameterizedTest
  @CsvSource({
    "1, 3, 0, BOTH, 1e-3, true",
    "2, 2, 0, BOTH, 1e-6, false",
    "3, 3, 0.3, BOTH, 1e-2, false",
    "4, 2, 0, FIRST, 1, false",
    "5, 5, 0, BOTH, 1e-3, true"
  })
  void everyStepOfARunIsTheOneOfEachNeuronAlone(
      long seed, int d, double slope, Network.Trained trained, double scale, boolean slides) {
    Problem problem = problem(seed, d, slope, trained, scale);
    Setup setup = new Setup(problem, TOLERANCE);
    Dynamics.StopRule stop = ((Dynamics.Flow) problem.dynamics()).stop();
    StructuredRun run =
        new StructuredRun(setup, stop, TOLERANCE, 1, new Workers(1), NeuronWalk::new);
    Seen seen = new Seen();
    while (!run.ended()) {
      int before = run.log().size();
      run.advance();
      if (!run.ended()) {
        compare(setup, run, before, seen);
      }
    }
    assertTrue(seen.moved > 10 * setup.m, seen.moved + " moved with a group");
    assertTrue(seen.keptWithEvents > 0, "no neuron was kept from its group for an event");
    assertTrue(seen.movedHeld > 0 || !slides, "no sliding neuron moved with a group");
  }

  private static void compare(Setup setup, StructuredRun run, int before, Seen seen) {
    int[] events = new int[setup.m];
    for (int i = before; i < run.log().size(); i++) {
      events[run.log().neuron(i)]++;
    }
    NeuronWalk walk = new NeuronWalk(setup, run.basis(), TOLERANCE, 1);
    Neurons from = run.statesBefore().copy();
    Neurons alone = new Neurons(setup);
    Neurons there = run.states();
    int width = setup.d + 1;
    for (int j = 0; j < setup.m; j++) {
      walk.clear(run.lastStep().length(), SafeRoot.NONE, false);
      walk.walk(j, from, alone, run.sweep.forces(), 1);
      assertEquals(walk.log().size(), events[j], "events of neuron " + j + " at " + run.time());
      if (!run.sweep.moved(j)) {
        seen.keptWithEvents += run.sweep.groups().groupOf(j) >= 0 && events[j] > 0 ? 1 : 0;
        continue;
      }
      seen.moved++;
      seen.movedHeld += there.held[j] != null ? 1 : 0;
      assertEquals(0, events[j]);
      assertTrue(Held.same(alone.held[j], there.held[j]));
      assertArrayEquals(
          Arrays.copyOfRange(alone.plus, j * setup.words, (j + 1) * setup.words),
          Arrays.copyOfRange(there.plus, j * setup.words, (j + 1) * setup.words));
      double size = 0;
      double off = 0;
      for (int c = j * width; c < (j + 1) * width; c++) {
        size = Math.max(size, Math.abs(alone.z[c]));
        off = Math.max(off, Math.abs(alone.z[c] - there.z[c]));
      }
      assertTrue(off <= 1e-3 * TOLERANCE * size, "neuron " + j + " is off by " + off / size);
    }
  }

  private static Problem problem(
      long seed, int d, double slope, Network.Trained trained, double scale) {
    Random random = new Random(seed);
    int n = 24;
    int m = 200;
    double[][] x = new double[n][d];
    double[] y = new double[n];
    for (int k = 0; k < n; k++) {
      for (int c = 0; c < d; c++) {
        x[k][c] = random.nextGaussian();
      }
      y[k] = x[k][0] + 0.3 * random.nextGaussian();
    }
    double[][] w = new double[m][d];
    double[] a = new double[m];
    for (int j = 0; j < m; j++) {
      for (int c = 0; c < d; c++) {
        w[j][c] = 0.5 * scale * random.nextGaussian() / Math.sqrt(m * d);
      }
      a[j] = (random.nextBoolean() ? 1 : -1) * scale / Math.sqrt(m);
    }
    return new Problem(
        new DataSet(Matrix.of(x), Vec.of(y), "groups"),
        new Network(m, new Activation.Leaky(slope, slope), trained),
        new Loss(Loss.Kind.SQUARED, Loss.Factor.HALF_MEAN),
        new Weights(Matrix.of(w), Vec.of(a)),
        "groups",
        new Dynamics.Flow(
            Dynamics.Residual.FULL,
            TOLERANCE,
            new Dynamics.StopRule(60 + 2 * Math.log(1 / scale), 0, 100_000_000, false)));
  }
}
