package org.flowproof.enclose.limit;

import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import org.flowproof.enclose.Flows;
import org.flowproof.enclose.interval.Interval;
import org.flowproof.problem.Loss;
import org.flowproof.problem.Network;
import org.flowproof.problem.Problem;

/**
 * A random flow that has run for a while, what is said of its limit, and what becomes of it up to a
 * hundred times later.
 *
 * @param said VANISHES, or the kind of what stands in the way
 * @param turning whether some sample moves some neuron towards a kink
 * @param ball the largest distance from the drift over the radius of the ball; 0 without a drift
 * @param contradiction what a run shows to be wrong, empty when nothing
 */
record LogisticAttack(String said, boolean turning, double ball, String contradiction) {
  /** Relative error of a run, with much to spare. */
  private static final double RUN = 1e-5;

  /**
   * Random samples, a third of the time such that those of one label are within a right angle and
   * those of different labels beyond one; random weights, run for up to a random time.
   */
  static Problem problem(long seed) {
    Random random = new Random(seed);
    int d = 2 + random.nextInt(5);
    int n = 1 + random.nextInt(5);
    int m = 1 + random.nextInt(4);
    boolean apart = random.nextInt(3) == 0;
    double[][] x = new double[n][d];
    double[] y = new double[n];
    for (int k = 0; k < n; k++) {
      y[k] = random.nextBoolean() ? 1 : -1;
      for (int i = 0; i < d; i++) {
        double one = random.nextGaussian();
        x[k][i] = apart ? y[k] * Math.abs(one) : one;
      }
    }
    double[][] w = new double[m][d];
    double[] a = new double[m];
    for (int j = 0; j < m; j++) {
      for (int i = 0; i < d; i++) {
        w[j][i] = random.nextGaussian();
      }
      a[j] = (random.nextBoolean() ? 1 : -1) * (0.5 + random.nextDouble());
    }
    double slope = random.nextBoolean() ? 0.5 : 0;
    double until = Math.pow(10, 6 * random.nextDouble()) - 1;
    LogisticRun run = new LogisticRun(problem(x, y, w, a, slope));
    for (int steps = 0; run.time() < until && steps < 3000; steps++) {
      run.step(until);
    }
    return problem(x, y, run.weights(), a, slope);
  }

  private static Problem problem(double[][] x, double[] y, double[][] w, double[] a, double slope) {
    return Flows.of(x, y, w, a, slope, Loss.Kind.LOGISTIC, Network.Trained.FIRST, 1);
  }

  static LogisticAttack of(Problem problem) {
    FlowEnd end = TerminalCertifierTest.end(problem, true);
    AwayFromKinks away = new AwayFromKinks(end);
    boolean turning = false;
    for (int j = 0; j < problem.network().width(); j++) {
      for (int k = 0; k < problem.data().n(); k++) {
        turning |= away.against(j, k).isPresent();
      }
    }
    TerminalCertifier.Outcome outcome = TerminalCertifier.prove(end);
    if (!(outcome instanceof TerminalCertifier.Outcome.Vanishes vanishes)) {
      String kind = ((TerminalCertifier.Outcome.Open) outcome).obstacle().kind().name();
      return new LogisticAttack(kind, turning, 0, "");
    }
    VanishingLoss theorem = vanishes.theorem();
    Optional<DriftingBall> ball = DriftingBall.of(end);
    String contradiction = contradiction(problem, theorem, ball);
    return new LogisticAttack(
        theorem.word(), turning, ball.map(DriftingBall::farthest).orElse(0.0), contradiction);
  }

  private static String contradiction(
      Problem problem, VanishingLoss theorem, Optional<DriftingBall> ball) {
    LogisticRun run = new LogisticRun(problem);
    boolean[][] sides = run.sides();
    double late = 100 / (theorem.slowest() * theorem.loss().lower());
    for (int steps = 0; run.time() < late && steps < 20_000; steps++) {
      run.step(late);
      if (!Arrays.deepEquals(sides, run.sides())) {
        return "a side changes at t = " + run.time();
      }
      Interval loss = theorem.lossAt(run.time());
      if (run.loss() > loss.upper() * (1 + RUN) || run.loss() < loss.lower() * (1 - RUN)) {
        return "at t = " + run.time() + " the loss is " + run.loss() + ", not in " + loss;
      }
      double least = Arrays.stream(run.margins()).min().orElseThrow();
      if (run.time() > theorem.fitted() && !(least > 0)) {
        return "a label is not fitted in sign at t = " + run.time();
      }
      ball.ifPresent(b -> b.see(run.time(), run.weights()));
      if (ball.isPresent() && ball.get().farthest() > 1 + RUN) {
        return "off the drift at t = " + run.time() + ", " + ball.get();
      }
      double ratio = least / norm(run.weights());
      if (theorem.margin().isPresent() && ratio > theorem.margin().get().upper() * (1 + RUN)) {
        return "at t = " + run.time() + " the margin is " + ratio;
      }
    }
    return "";
  }

  private static double norm(double[][] w) {
    return Math.sqrt(Arrays.stream(w).flatMapToDouble(Arrays::stream).map(v -> v * v).sum());
  }

  /** Numbers of the first flows: limits said, and contradicted. */
  static int[] count(int flows) {
    int[] counts = new int[2];
    for (long seed = 1; seed <= flows; seed++) {
      LogisticAttack attack;
      try {
        attack = of(problem(seed));
      } catch (IllegalArgumentException e) {
        // bounds of a wrong certifier that are out of order
        continue;
      }
      counts[0] += attack.said().equals("VANISHES") ? 1 : 0;
      counts[1] += attack.contradiction().isEmpty() ? 0 : 1;
    }
    return counts;
  }
}
