package org.flowproof.enclose.limit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.statistics.Statistics;
import org.flowproof.enclose.Enclosure;
import org.flowproof.enclose.Flows;
import org.flowproof.formula.Rational;
import org.flowproof.problem.Activation;
import org.flowproof.problem.Problem;

/**
 * Labels that the flow will fit are never said to be out of its reach, nor others within it. Labels
 * come from a teacher near the start, in numbers whose products are exact; whether altered ones can
 * be fitted is decided by elimination in rationals.
 */
class InterpolationProperties {
  /** One of 32 numbers from -2 to 2, not 0. */
  private static double eighths(Random random) {
    int number = random.nextInt(16) + 1;
    return (random.nextBoolean() ? number : -number) / 8.0;
  }

  private static double[][] weights(Random random, int m) {
    double[][] w = new double[m][];
    for (int j = 0; j < m; j++) {
      w[j] =
          j > 0 && random.nextInt(4) == 0
              ? w[random.nextInt(j)].clone()
              : new double[] {eighths(random), eighths(random)};
    }
    return w;
  }

  /** Some repeat others, or are multiples of them. */
  private static double[][] samples(Random random, int n) {
    double[][] x = new double[n][];
    for (int k = 0; k < n; k++) {
      x[k] = new double[] {eighths(random), eighths(random)};
      if (k > 0 && random.nextInt(3) == 0) {
        double[] other = x[random.nextInt(k)];
        double times = List.of(1.0, 0.5, 2.0, -1.0).get(random.nextInt(4));
        x[k] = new double[] {times * other[0], times * other[1]};
      }
    }
    return x;
  }

  private static double gate(double[] w, double[] x, double slope) {
    return w[0] * x[0] + w[1] * x[1] > 0 ? 1 : slope;
  }

  /** A start close to a network, and the labels of that network, one of them altered. */
  private static Problem near(Random random, double by, int m, int n) {
    double slope = random.nextBoolean() ? 0 : 0.25;
    double[][] w = weights(random, m);
    double[][] x = samples(random, n);
    double[] a = new double[m];
    double[] y = new double[n];
    for (int j = 0; j < m; j++) {
      a[j] = eighths(random);
      for (int k = 0; k < n; k++) {
        y[k] += a[j] * gate(w[j], x[k], slope) * (w[j][0] * x[k][0] + w[j][1] * x[k][1]);
      }
    }
    y[random.nextInt(n)] += by;
    for (int j = 0; j < m; j++) {
      for (int i = 0; i < 2; i++) {
        w[j][i] += random.nextInt(-8, 9) * 0x1p-24;
      }
    }
    return Flows.squared(x, y, w, a, slope, 1);
  }

  /** Whether the labels are in the span of the features of the start. */
  private static boolean within(Problem problem) {
    int n = problem.data().n();
    double slope = ((Activation.Leaky) problem.network().activation()).slope();
    List<List<Rational>> rows = new ArrayList<>();
    for (int j = 0; j < problem.network().width(); j++) {
      for (int i = 0; i < 2; i++) {
        List<Rational> row = new ArrayList<>();
        for (int k = 0; k < n; k++) {
          double[] x = problem.data().x().row(k);
          double gate = gate(problem.initial().w().row(j), x, slope);
          row.add(Rational.ofDouble(gate).times(Rational.ofDouble(x[i])));
        }
        rows.add(row);
      }
    }
    int rank = rank(rows);
    List<Rational> labels = new ArrayList<>();
    for (int k = 0; k < n; k++) {
      labels.add(Rational.ofDouble(problem.data().y().get(k)));
    }
    rows.add(labels);
    return rank(rows) == rank;
  }

  private static int rank(List<List<Rational>> matrix) {
    List<List<Rational>> rows = new ArrayList<>(matrix);
    int rank = 0;
    for (int c = 0; c < matrix.get(0).size(); c++) {
      int column = c;
      List<Rational> pivot =
          rows.stream().filter(row -> row.get(column).signum() != 0).findFirst().orElse(null);
      if (pivot == null) {
        continue;
      }
      rank++;
      rows.remove(pivot);
      rows.replaceAll(
          row -> {
            Rational times = row.get(column).dividedBy(pivot.get(column));
            List<Rational> next = new ArrayList<>();
            for (int l = 0; l < row.size(); l++) {
              next.add(row.get(l).minus(times.times(pivot.get(l))));
            }
            return next;
          });
    }
    return rank;
  }

  /** What is said, in a word. */
  private static String said(TerminalCertifier.Outcome outcome) {
    return outcome instanceof TerminalCertifier.Outcome.Proven proven
        ? proven.theorem().interpolation().name()
        : ((TerminalCertifier.Outcome.Open) outcome).obstacle().kind().name();
  }

  @Property(tries = 1000, seed = "2611")
  void labelsOfANetworkNearbyAreNeverSaidToBeOutOfReach(@ForAll long seed) {
    Random random = new Random(seed);
    Problem problem = near(random, 0, 1 + random.nextInt(4), 1 + random.nextInt(8));
    TerminalCertifier.Outcome outcome =
        TerminalCertifier.prove(TerminalCertifierTest.end(problem, true));
    assertTrue(within(problem));
    assertNotEquals(LimitTheorem.Interpolation.FAILS.name(), said(outcome));
    if (outcome instanceof TerminalCertifier.Outcome.Proven proven) {
      assertEquals(0, proven.theorem().limitLoss().lower());
    }
    boolean limit = outcome instanceof TerminalCertifier.Outcome.Proven;
    Statistics.label("limit").collect(limit);
    Statistics.label("limit").coverage(c -> c.check(true).percentage(p -> p > 20));
  }

  @Property(tries = 1000, seed = "2612")
  void whatIsSaidOfAlteredLabelsAgreesWithTheirRank(@ForAll long seed) {
    Random random = new Random(seed);
    double by = Math.scalb(1.0, -10 - random.nextInt(25));
    Problem problem = near(random, by, 1 + random.nextInt(3), 2 + random.nextInt(7));
    String said = said(TerminalCertifier.prove(TerminalCertifierTest.end(problem, true)));
    boolean within = within(problem);
    assertNotEquals(within ? "FAILS" : "HOLDS", said);
    Statistics.label("altered").collect(within ? "within" : "beyond", said);
    Statistics.label("altered")
        .coverage(
            c -> {
              c.check("beyond", "FAILS").percentage(p -> p > 20);
              c.check("within", "HOLDS").percentage(p -> p > 1);
            });
  }

  /** The whole way: a tube from near the teacher, and the limit from its end. */
  @Property(tries = 25, seed = "2613")
  void flowsTowardsATeacherAreNotSaidToMissIt(@ForAll long seed) {
    Random random = new Random(seed);
    Problem problem = near(random, 0, 1 + random.nextInt(3), 1 + random.nextInt(5));
    boolean kink = false;
    for (int j = 0; j < problem.network().width(); j++) {
      for (int k = 0; k < problem.data().n(); k++) {
        double[] w = problem.initial().w().row(j);
        double[] x = problem.data().x().row(k);
        kink |= w[0] * x[0] + w[1] * x[1] == 0;
      }
    }
    if (kink) {
      return;
    }
    Enclosure enclosure = Flows.enclose(problem);
    assertNotEquals("FAILS", said(enclosure.limit()));
    Statistics.label("tube").collect(enclosure.obstacle().isEmpty());
    Statistics.label("tube").coverage(c -> c.check(true).percentage(p -> p > 50));
  }
}
