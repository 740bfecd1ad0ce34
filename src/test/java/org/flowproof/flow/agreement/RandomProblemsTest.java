package org.flowproof.flow.agreement;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.flowproof.problem.Activation;
import org.flowproof.problem.Dynamics;
import org.flowproof.problem.Loss;
import org.flowproof.problem.Network;
import org.flowproof.problem.Problem;
import org.junit.jupiter.api.Test;

/** What the suites of this package are fed with. */
class RandomProblemsTest {

  @Test
  void theLawReachesEverythingItIsMeantTo() {
    List<Problem> problems =
        IntStream.range(0, 220).mapToObj(s -> RandomProblems.of(s, 1e-10)).toList();
    for (double slope : new double[] {0, 0.1, 0.5, 0.9}) {
      holds(problems, 20, p -> p.network().activation().equals(new Activation.Leaky(slope, slope)));
    }
    for (Loss.Factor factor : Loss.Factor.values()) {
      holds(problems, 30, p -> p.loss().factor() == factor);
    }
    for (Network.Trained trained : Network.Trained.values()) {
      holds(problems, 40, p -> p.network().trained() == trained);
    }
    for (int d = 1; d <= 6; d++) {
      int dimension = d;
      holds(problems, 20, p -> p.data().d() == dimension);
    }
    holds(problems, 10, p -> residual(p) == Dynamics.Residual.LABELS);
    holds(problems, 10, p -> p.network().width() == 1);
    holds(problems, 10, p -> p.network().width() > 15);
    holds(problems, 10, p -> p.data().n() > 25);
    holds(problems, 10, p -> Arrays.stream(p.data().y().toArray()).anyMatch(y -> y == 0));
    holds(problems, 20, RandomProblemsTest::weak);
    holds(problems, 20, RandomProblemsTest::bias);
    holds(problems, 15, RandomProblemsTest::repeated);
    holds(problems, 10, RandomProblemsTest::opposite);
    Set<Long> scales =
        problems.stream()
            .filter(p -> p.network().trained() == Network.Trained.BOTH)
            .map(p -> Math.round(Math.log10(RandomProblemsTest.scale(p))))
            .collect(Collectors.toSet());
    assertTrue(scales.size() >= 12, scales::toString);
  }

  private static Dynamics.Residual residual(Problem problem) {
    return ((Dynamics.Flow) problem.dynamics()).residual();
  }

  private static void holds(List<Problem> problems, int least, Predicate<Problem> trait) {
    long count = problems.stream().filter(trait).count();
    assertTrue(count >= least, () -> count + " problems, expected " + least);
  }

  /** Whether some output weight is smaller than the norm of its hidden weight. */
  private static boolean weak(Problem p) {
    return IntStream.range(0, p.network().width())
        .anyMatch(j -> Math.abs(p.initial().a().get(j)) < 0.99 * norm(p.initial().w().row(j)));
  }

  private static boolean bias(Problem p) {
    int last = p.data().d() - 1;
    return p.data().n() > 1
        && IntStream.range(0, p.data().n()).allMatch(k -> p.data().x().get(k, last) == 1);
  }

  private static boolean repeated(Problem p) {
    return pairs(p, 1);
  }

  private static boolean opposite(Problem p) {
    return pairs(p, -1);
  }

  private static boolean pairs(Problem p, double factor) {
    for (int k = 0; k < p.data().n(); k++) {
      for (int l = 0; l < k; l++) {
        double[] other = Arrays.stream(p.data().x().row(l)).map(v -> factor * v).toArray();
        if (Arrays.equals(p.data().x().row(k), other)) {
          return true;
        }
      }
    }
    return false;
  }

  private static double norm(double[] row) {
    return Math.sqrt(Arrays.stream(row).map(v -> v * v).sum());
  }

  /** The size of the first neuron. */
  private static double scale(Problem p) {
    return Math.hypot(p.initial().a().get(0), norm(p.initial().w().row(0)));
  }
}
