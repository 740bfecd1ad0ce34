package org.flowproof.enclose.precise;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The judge of tubes, itself judged by answers with 30 digits of two other integrators. */
class PreciseFlowTest {
  private static final BigDecimal CLOSE = new BigDecimal("1e-27");

  @ParameterizedTest
  @CsvSource({
    "sliding-exit, 50",
    "leave-together, 33",
    "leaky-sliding-exit, 33",
    "logistic-sliding-exit, 33"
  })
  void agreesWithTheKnownAnswers(String id, int digits) {
    DecimalProblem problem = DecimalProblem.named(id);
    PreciseFlow run = PreciseFlow.of(problem.data(), problem.end(), digits);
    assertEquals(Optional.empty(), run.obstacle());
    BigDecimal worst = BigDecimal.ZERO;
    for (Object answer : problem.states()) {
      Map<?, ?> state = (Map<?, ?>) answer;
      BigDecimal[][] z = run.at(DecimalProblem.number(state.get("t")));
      List<List<BigDecimal>> w = DecimalProblem.rows(state.get("W"));
      List<BigDecimal> a = DecimalProblem.row(state.get("a"));
      for (int j = 0; j < a.size(); j++) {
        int d = w.get(j).size();
        worst = worst.max(z[j][d].subtract(a.get(j)).abs());
        for (int i = 0; i < d; i++) {
          worst = worst.max(z[j][i].subtract(w.get(j).get(i)).abs());
        }
      }
    }
    BigDecimal found = worst;
    assertTrue(worst.compareTo(CLOSE) < 0, () -> "off by " + found);
    assertEquals(problem.events("cross"), run.crossings());
    assertEquals(problem.events("slide_start"), run.holds());
  }

  @Test
  void saysWhereAFlowIsNotUnique() {
    DecimalProblem problem = DecimalProblem.named("grazing-concave");
    PreciseFlow run = PreciseFlow.of(problem.data(), problem.end(), 40);
    assertEquals(Optional.of("a neuron grazes a kink"), run.obstacle());
    assertTrue(run.reaches(new BigDecimal("0.5")));
    assertFalse(run.reaches(new BigDecimal("1.5741")));
  }

  @Test
  void theExponentialHasAllItsDigits() {
    FixedPoint numbers = new FixedPoint(200);
    BigDecimal e = numbers.decimal(numbers.exp(numbers.one()));
    BigDecimal known =
        new BigDecimal("2.7182818284590452353602874713526624977572470936999595749669676");
    assertTrue(e.subtract(known).abs().compareTo(new BigDecimal("1e-58")) < 0, e::toString);
    BigInteger far = numbers.of(-40.0);
    BigInteger one = numbers.times(numbers.exp(far), numbers.exp(far.negate()));
    assertEquals(0, numbers.one().subtract(one).abs().shiftRight(70).signum());
  }
}
