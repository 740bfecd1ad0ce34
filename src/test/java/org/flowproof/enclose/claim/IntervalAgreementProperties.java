package org.flowproof.enclose.claim;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;
import org.flowproof.enclose.interval.Interval;
import org.flowproof.formula.Arithmetic;
import org.flowproof.formula.Ball;
import org.flowproof.formula.BallArithmetic;
import org.flowproof.formula.FormulaException;
import org.flowproof.formula.FormulaGrammar;
import org.flowproof.formula.FormulaTrial;
import org.flowproof.formula.NoValueException;
import org.flowproof.formula.Rational;
import org.flowproof.formula.RationalArithmetic;

/** Formulas read in intervals: the exact value lies inside, and balls meet them. */
class IntervalAgreementProperties {

  @Provide
  Arbitrary<String> formulas() {
    return FormulaGrammar.formulas();
  }

  private static <T> Optional<T> value(Arithmetic<T> arithmetic, String text, int seed) {
    try {
      return Optional.of(FormulaTrial.value(arithmetic, text, seed));
    } catch (NoValueException | FormulaException e) {
      // no value, or a statement
      return Optional.empty();
    }
  }

  /** What has no value for the other readers has none in intervals. */
  @Example
  void realPowersOfNegativeNumbersHaveNoValue() {
    for (String text : List.of("(-2)^(1+1)", "(1-3)^(m*1)", "(-8)^(1/3)", "(-1)^(2*j)")) {
      assertTrue(value(new BallArithmetic(), text, 1).isEmpty(), text);
      assertTrue(value(new RationalArithmetic(), text, 1).isEmpty(), text);
      assertTrue(value(new IntervalArithmetic(), text, 1).isEmpty(), text);
    }
  }

  @Property(tries = 700)
  void intervalsContainWhatOthersRead(@ForAll("formulas") String text, @ForAll int seed) {
    Optional<Interval> interval = value(new IntervalArithmetic(), text, seed);
    Optional<Rational> exact = value(new RationalArithmetic(), text, seed);
    Optional<Ball> ball = value(new BallArithmetic(), text, seed);
    Statistics.collect(interval.isPresent() && exact.isPresent());
    Statistics.coverage(checker -> checker.check(true).percentage(p -> p > 10));
    if (interval.isPresent() && exact.isPresent()) {
      assertTrue(
          contains(interval.get(), exact.get()),
          () -> text + " = " + exact.get() + " not in " + interval.get());
    }
    if (interval.isPresent() && ball.isPresent()) {
      assertTrue(
          ball.get().lower() <= interval.get().upper()
              && interval.get().lower() <= ball.get().upper(),
          () -> text + ": " + ball.get() + " apart from " + interval.get());
    }
  }

  private static boolean contains(Interval interval, Rational value) {
    boolean above =
        Double.isInfinite(interval.lower())
            || Rational.ofDouble(interval.lower()).compareTo(value) <= 0;
    boolean below =
        Double.isInfinite(interval.upper())
            || Rational.ofDouble(interval.upper()).compareTo(value) >= 0;
    return above && below;
  }
}
