package org.flowproof.enclose.limit;

import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.statistics.Statistics;
import org.flowproof.problem.Problem;
import org.flowproof.problem.Vectors;

/**
 * Limits that are proven from random starts near stationary points, some on kinks, against flows to
 * 30 digits long afterwards. Starts are as far off as keeps some limits proven.
 */
class LimitAttackProperties {
  /** What comes of one start, and how much of its path is walked where a limit is proven. */
  record Came(String limit, double walked, boolean arrives) {}

  /** Proves a limit, and follows the flow where there is one. */
  static Optional<Came> attack(long seed, long kinks) {
    Problem problem = StationaryStart.of(new Random(seed), (int) kinks);
    for (int j = 0; j < problem.network().width(); j++) {
      for (int k = 0; k < problem.data().n(); k++) {
        double g = Vectors.dot(problem.initial().w().row(j), problem.data().x().row(k));
        if (g == 0 && !(j == 0 && k < kinks)) {
          return Optional.empty();
        }
      }
    }
    int[] slides = IntStream.range(0, (int) kinks).toArray();
    TerminalCertifier.Outcome outcome =
        TerminalCertifier.prove(TerminalCertifierTest.endOfFirst(problem, slides));
    if (outcome instanceof TerminalCertifier.Outcome.Proven proven) {
      LongFlow flow = new LongFlow(problem, proven.theorem());
      return Optional.of(new Came("proven", flow.hold(), flow.arrives()));
    }
    return Optional.of(new Came(kind(outcome), 0, false));
  }

  private static String kind(TerminalCertifier.Outcome outcome) {
    return ((TerminalCertifier.Outcome.Open) outcome).obstacle().kind().name();
  }

  private static void count(long seed, int kinks) {
    Optional<Came> came = attack(seed, kinks);
    Statistics.label("limit").collect(came.map(Came::limit).orElse("-"));
    if (came.isPresent() && came.get().limit().equals("proven")) {
      double part = came.get().walked();
      Statistics.label("path").collect(part > 0.5 ? "attained" : part > 0.1 ? "near" : "far");
      Statistics.label("arrives").collect(came.get().arrives());
    }
  }

  private static void oftenProven(double percentage) {
    Statistics.label("limit").coverage(c -> c.check("proven").percentage(p -> p > percentage));
  }

  @Property(tries = 50, seed = "2620")
  void flowsKeepToTheirTheorems(@ForAll long seed) {
    count(seed, 0);
    oftenProven(20);
  }

  @Property(tries = 120, seed = "2621")
  void flowsOnAKinkKeepToTheirTheorems(@ForAll long seed) {
    count(seed, 1);
    oftenProven(3);
  }

  @Property(tries = 120, seed = "2623")
  void flowsOnTwoKinksKeepToTheirTheorems(@ForAll long seed) {
    count(seed, 2);
    oftenProven(3);
  }

  @Property(tries = 3000, seed = "2622")
  @Tag("slow")
  void manyFlowsKeepToTheirTheorems(
      @ForAll long seed, @ForAll @IntRange(min = 0, max = 2) int kinks) {
    count(seed, kinks);
  }
}
