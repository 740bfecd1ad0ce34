package org.flowproof.enclose.limit;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.OptionalDouble;
import org.flowproof.enclose.Flows;
import org.flowproof.problem.Loss;
import org.flowproof.problem.Network;
import org.flowproof.problem.Problem;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The whole way: a tube from the initial weights through kinks and slides, a limit from its end,
 * and the flow to 30 digits from the initial weights until long afterwards.
 */
class LimitsOfTubesTest {
  private static final double END = 60;

  /** How much of the path that is left is walked; empty when no limit is proven. */
  private static OptionalDouble walked(long seed) {
    double slope = seed % 3 == 0 ? 0.1 : 0;
    Network.Trained trained = seed % 4 == 0 ? Network.Trained.FIRST : Network.Trained.BOTH;
    Problem problem = Flows.gaussian(2, 7, 3, 0.3, slope, Loss.Kind.SQUARED, trained, seed, END);
    return Flows.enclose(problem).limit() instanceof TerminalCertifier.Outcome.Proven proven
        ? OptionalDouble.of(new LongFlow(problem, proven.theorem()).hold())
        : OptionalDouble.empty();
  }

  @ParameterizedTest
  @ValueSource(longs = {35, 131, 148, 186})
  void theFlowKeepsToItsTheorem(long seed) {
    double part = walked(seed).orElseThrow();
    assertTrue(part > 0.5, () -> "only " + part + " is walked");
  }

  @Test
  @Tag("slow")
  void manyFlowsKeepToTheirTheorems() {
    int proven = 0;
    for (long seed = 1; seed <= 400; seed++) {
      proven += walked(seed).isPresent() ? 1 : 0;
    }
    int count = proven;
    assertTrue(count > 30, () -> "proven " + count);
  }
}
