package org.flowproof.enclose.limit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;
import net.jqwik.api.statistics.Statistics;
import org.flowproof.enclose.Flows;
import org.flowproof.problem.Loss;
import org.flowproof.problem.Network;
import org.flowproof.problem.Problem;

/**
 * Limits that are proven from random starts near a network, with labels of the network altered by
 * as much as keeps some of them proven, against flows to 30 digits long afterwards.
 */
class LimitAttackProperties {
  private static double eighths(Random random) {
    int number = random.nextInt(16) + 1;
    return (random.nextBoolean() ? number : -number) / 8.0;
  }

  private static double dot(double[] u, double[] v) {
    double sum = 0;
    for (int i = 0; i < u.length; i++) {
      sum += u[i] * v[i];
    }
    return sum;
  }

  private static double[] eighths(Random random, int count) {
    double[] v = new double[count];
    for (int i = 0; i < count; i++) {
      v[i] = eighths(random);
    }
    return v;
  }

  /**
   * Samples, of which the first is orthogonal to the first neuron, in exact arithmetic, if asked.
   */
  private static double[][] samples(Random random, int n, double[] w, boolean kink) {
    double[][] x = new double[n][];
    for (int k = 0; k < n; k++) {
      x[k] = eighths(random, w.length);
    }
    if (kink) {
      double side = random.nextBoolean() ? 1 : -1;
      x[0] = new double[w.length];
      x[0][0] = -side * w[1];
      x[0][1] = side * w[0];
    }
    return x;
  }

  /** Random residuals that pull no neuron along its kinks, at first order. */
  private static double[] balanced(
      Random random, double[][] x, double[][] w, double slope, boolean kink) {
    int n = x.length;
    double[] rest = new double[n];
    for (int k = 0; k < n; k++) {
      rest[k] = random.nextGaussian();
    }
    List<double[]> basis = new ArrayList<>();
    for (int j = 0; j < w.length; j++) {
      for (int i = 0; i < w[j].length; i++) {
        double[] column = new double[n];
        for (int k = 0; k < n; k++) {
          double along = x[k][i];
          if (kink && j == 0) {
            along -= dot(x[k], x[0]) * x[0][i] / dot(x[0], x[0]);
          }
          column[k] = (dot(w[j], x[k]) > 0 ? 1 : slope) * along;
        }
        for (double[] one : basis) {
          double part = dot(one, column);
          for (int k = 0; k < n; k++) {
            column[k] -= part * one[k];
          }
        }
        double size = Math.sqrt(dot(column, column));
        if (size > 1e-6) {
          basis.add(Arrays.stream(column).map(c -> c / size).toArray());
        }
      }
    }
    for (double[] one : basis) {
      double part = dot(one, rest);
      for (int k = 0; k < n; k++) {
        rest[k] -= part * one[k];
      }
    }
    return rest;
  }

  /** Whether residuals hold the first neuron on the kink of the first sample. */
  private static boolean holds(double[][] x, double[] w, double a, double slope, double[] r) {
    double force = 0;
    for (int k = 1; k < r.length; k++) {
      force -= (dot(w, x[k]) > 0 ? 1 : slope) * r[k] * dot(x[k], x[0]) / dot(x[0], x[0]);
    }
    double gate = force / r[0];
    return a * r[0] < 0 && gate > slope && gate < 1;
  }

  /**
   * A start near a stationary point, at which labels need not be fitted.
   *
   * @param by how much labels are altered
   * @param kink whether the first neuron starts on the kink of the first sample
   */
  private static Problem near(Random random, int m, int n, double by, boolean kink) {
    int d = 2 + random.nextInt(2);
    double slope = random.nextInt(3) == 0 ? 0.25 : 0;
    double[] a = eighths(random, m);
    double[][] w = new double[m][];
    for (int j = 0; j < m; j++) {
      w[j] = eighths(random, d);
    }
    double[][] x = samples(random, n, w[0], kink);
    double[] rest = new double[n];
    for (int tries = 0; kink && tries < 40; tries++) {
      rest = balanced(random, x, w, slope, true);
      if (holds(x, w[0], a[0], slope, rest)) {
        break;
      }
    }
    double[] y = new double[n];
    for (int k = 0; k < n; k++) {
      for (int j = 0; j < m; j++) {
        double g = dot(w[j], x[k]);
        y[k] += a[j] * (g > 0 ? g : slope * g);
      }
      y[k] += rest[k] + by * random.nextInt(-8, 9) / 8.0;
    }
    Network.Trained trained = random.nextInt(3) == 0 ? Network.Trained.FIRST : Network.Trained.BOTH;
    return Flows.of(x, y, w, a, slope, Loss.Kind.SQUARED, trained, 1);
  }

  private static void attack(long seed, boolean kink) {
    Random random = new Random(seed);
    double by = Math.scalb(1.0, -random.nextInt(14));
    Problem problem =
        near(random, 1 + random.nextInt(kink ? 2 : 3), 1 + random.nextInt(kink ? 9 : 6), by, kink);
    boolean on = false;
    for (int j = 0; j < problem.network().width(); j++) {
      for (int k = 0; k < problem.data().n(); k++) {
        double g = 0;
        for (int i = 0; i < problem.data().d(); i++) {
          g += problem.initial().w().get(j, i) * problem.data().x().get(k, i);
        }
        on |= g == 0 && !(kink && j == 0 && k == 0);
      }
    }
    if (on) {
      return;
    }
    FlowEnd end = TerminalCertifierTest.end(problem, true, kink ? new int[] {0} : new int[0]);
    TerminalCertifier.Outcome outcome = TerminalCertifier.prove(end);
    boolean proven = outcome instanceof TerminalCertifier.Outcome.Proven;
    Statistics.label("limit").collect(proven ? "proven" : kind(outcome));
    if (outcome instanceof TerminalCertifier.Outcome.Proven it) {
      LongFlow flow = new LongFlow(problem, it.theorem());
      double part = flow.hold();
      Statistics.label("path").collect(part > 0.5 ? "attained" : part > 0.1 ? "near" : "far");
      Statistics.label("arrives").collect(flow.arrives());
    }
  }

  private static String kind(TerminalCertifier.Outcome outcome) {
    return ((TerminalCertifier.Outcome.Open) outcome).obstacle().kind().name();
  }

  private static void oftenProven(double percentage) {
    Statistics.label("limit").coverage(c -> c.check("proven").percentage(p -> p > percentage));
  }

  @Property(tries = 60, seed = "2620")
  void flowsKeepToTheirTheorems(@ForAll long seed) {
    attack(seed, false);
    oftenProven(40);
  }

  @Property(tries = 120, seed = "2621")
  void flowsOnAKinkKeepToTheirTheorems(@ForAll long seed) {
    attack(seed, true);
    oftenProven(8);
  }

  @Property(tries = 2000, seed = "2622")
  @Tag("slow")
  void manyFlowsKeepToTheirTheorems(@ForAll long seed, @ForAll boolean kink) {
    attack(seed, kink);
  }
}
