package org.flowproof.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.flowproof.check.TubeRun;
import org.flowproof.enclose.Flows;
import org.flowproof.enclose.limit.TerminalCertifier;
import org.flowproof.enclose.limit.VanishingLoss;
import org.flowproof.problem.Loss;
import org.flowproof.problem.Network;
import org.junit.jupiter.api.Test;

/** What is printed of a loss that tends to 0 is no stronger than what is proven. */
class LimitLinesTest {
  private static final Pattern BOUND =
      Pattern.compile("the loss is at (most|least) 1/\\((.*) \\+ (.*) \\(t - T\\)\\)");

  private static TerminalCertifier.Outcome limit(double end) {
    return Flows.enclose(
            Flows.of(
                new double[][] {{2, 0}, {-1, -1}},
                new double[] {1, -1},
                new double[][] {{0.1, 0.3}, {-0.2, -0.7}},
                new double[] {1, -0.7},
                0,
                Loss.Kind.LOGISTIC,
                Network.Trained.FIRST,
                end))
        .limit();
  }

  @Test
  void boundsAreRoundedOutward() {
    for (double end : new double[] {0.7, 3, 100}) {
      TerminalCertifier.Outcome outcome = limit(end);
      VanishingLoss theorem =
          assertInstanceOf(TerminalCertifier.Outcome.Vanishes.class, outcome, outcome::toString)
              .theorem();
      TubeRun.Limit limit = LimitLines.of(outcome);
      assertTrue(limit.proven());
      List<String> lines = limit.lines();
      assertTrue(lines.get(0).startsWith("from T = " + number(theorem.from()) + " on no neuron"));
      BigDecimal[] most = numbers(lines.get(1), "most");
      BigDecimal[] least = numbers(lines.get(2), "least");
      assertTrue(most[0].compareTo(new BigDecimal(theorem.inverse().lower())) <= 0);
      assertTrue(most[1].compareTo(new BigDecimal(theorem.slowest())) <= 0);
      assertTrue(least[0].compareTo(new BigDecimal(theorem.inverse().upper())) >= 0);
      assertTrue(least[1].compareTo(new BigDecimal(theorem.fastest())) >= 0);
      // nor is it much weaker
      assertEquals(theorem.slowest(), most[1].doubleValue(), 2e-5 * theorem.slowest());
      Matcher fitted =
          Pattern.compile("after t = (.*) every label is fitted in sign").matcher(lines.get(3));
      assertTrue(fitted.matches(), lines.get(3));
      assertTrue(new BigDecimal(fitted.group(1)).doubleValue() >= theorem.fitted());
      assertTrue(lines.get(4).contains("direction of the largest margin"), lines.get(4));
    }
  }

  private static String number(double value) {
    return new BigDecimal(Double.toString(value)).stripTrailingZeros().toPlainString();
  }

  private static BigDecimal[] numbers(String line, String kind) {
    Matcher matcher = BOUND.matcher(line);
    assertTrue(matcher.matches() && matcher.group(1).equals(kind), line);
    return new BigDecimal[] {new BigDecimal(matcher.group(2)), new BigDecimal(matcher.group(3))};
  }
}
