package org.flowproof.enclose.ode;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.MathContext;
import org.flowproof.enclose.interval.PreciseFunctions;
import org.flowproof.formula.Truth;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Enclosures against solutions in closed form, and the same comparisons against wrong methods. */
class OdeIntegratorTest {
  private static final MathContext DIGITS = new MathContext(80);

  @ParameterizedTest
  @ValueSource(strings = {"0.1", "1", "7.25", "20"})
  void theCircleIsEnclosed(String time) {
    OdeEnclosure found = Equations.circle(time).enclose();
    assertReached(found);
    assertContains(found, 0, PreciseFunctions.cos(new BigDecimal(time)));
    assertContains(found, 1, PreciseFunctions.sin(new BigDecimal(time)).negate());
    assertTrue(found.largestWidth() < 1e-27, "width " + found.largestWidth());
  }

  /** The initial value is no double, so that an error is carried along from the start. */
  @ParameterizedTest
  @ValueSource(strings = {"0.1", "1", "5", "30"})
  void theLogisticCurveIsEnclosed(String time) {
    OdeEnclosure found = Equations.logistic(time).enclose();
    assertReached(found);
    BigDecimal decay = PreciseFunctions.exp(new BigDecimal(time).negate());
    BigDecimal exact =
        BigDecimal.ONE.divide(BigDecimal.ONE.add(decay.multiply(BigDecimal.valueOf(9))), DIGITS);
    assertContains(found, 0, exact);
    assertTrue(found.largestWidth() < 1e-28, "width " + found.largestWidth());
  }

  @ParameterizedTest
  @CsvSource({"0.5, 1e-29", "0.9, 1e-26", "0.999, 1e-20", "0.999999, 1e-10"})
  void theRiccatiEquationIsEnclosedNearItsBlowUp(String time, double width) {
    OdeEnclosure found = Equations.riccati(time).enclose();
    assertReached(found);
    assertContains(
        found, 0, BigDecimal.ONE.divide(BigDecimal.ONE.subtract(new BigDecimal(time)), DIGITS));
    assertTrue(found.lastWidth() < width, "width " + found.lastWidth());
  }

  @Test
  void noSolutionIsClaimedBeyondItsBlowUp() {
    OdeEnclosure found = Equations.riccati("2").enclose();
    assertTrue(found.refusal().isPresent());
    assertTrue(found.time() > 0.999 && found.time() < 1, "t = " + found.time());
    assertTrue(found.refusal().get().contains("could be verified"), found.refusal().get());
  }

  @Test
  void anEndThatIsNoDoubleIsReachedExactly() {
    OdeEnclosure found = Equations.of("x: 1", "x: 0", "0.3").enclose();
    assertReached(found);
    assertContains(found, 0, new BigDecimal("0.3"));
    assertTrue(found.lastWidth() < 1e-31, "width " + found.lastWidth());
  }

  @Test
  void timeIsAnUnknownThatGrowsAtRateOne() {
    OdeEnclosure found = Equations.of("x: 3*s^2, s: 1", "x: 0, s: 0", "2.5").enclose();
    assertContains(found, 0, new BigDecimal("15.625"));
  }

  @Test
  void anOrderChangesTheStepsAndNotTheSolution() {
    OdeFile file = Equations.circle("5");
    BigDecimal exact = PreciseFunctions.cos(BigDecimal.valueOf(5));
    int steps = Integer.MAX_VALUE;
    for (int order : new int[] {8, 16, 32}) {
      OdeEnclosure found =
          OdeIntegrator.enclose(file.problem(), Scheme.of(file.problem().system(), order, 1e-20));
      assertReached(found);
      assertContains(found, 0, exact);
      assertTrue(found.steps() < steps);
      steps = found.steps();
    }
  }

  @Test
  void withoutTheRemainderTheSolutionIsMissed() {
    Scheme scheme = coarse(Equations.circle("3"));
    assertTrue(contains(Equations.circle("3"), scheme));
    assertFalse(
        contains(
            Equations.circle("3"),
            scheme.withRemainder(
                (path, order) ->
                    java.util.Collections.nCopies(
                        path.size(), org.flowproof.enclose.interval.Interval.ZERO))));
  }

  @Test
  void withARemainderOfTheWrongOrderTheSolutionIsMissed() {
    Scheme scheme = coarse(Equations.circle("3"));
    assertFalse(
        contains(
            Equations.circle("3"),
            scheme.withRemainder((path, order) -> scheme.remainder().over(path, order + 1))));
  }

  /** A box that keeps its axes grows by cos h + sin h in every step of length h. */
  @Test
  void withoutTurningFramesTheWidthGrows() {
    OdeFile file = Equations.circle("20");
    Scheme scheme = Scheme.of(file.problem().system(), 8, 1e-15);
    double turned = OdeIntegrator.enclose(file.problem(), scheme).lastWidth();
    double dropped =
        OdeIntegrator.enclose(
                file.problem(),
                scheme.withFrames((images, coordinates) -> Frame.identity(images.length)))
            .lastWidth();
    assertTrue(dropped > 1e4 * turned, dropped + " beside " + turned);
  }

  @ParameterizedTest
  @CsvSource({
    "x < 1.5, TRUE",
    "x^2 + y^2 < 1.01, TRUE",
    "x > -1.0001, TRUE",
    "x > -0.99, FALSE",
    "y < 0.5, FALSE",
    "x^2 + y^2 <= 1, UNDECIDED",
    "1 >= 2, FALSE"
  })
  void boundsAreDecidedOnAllTimes(String bound, Truth expected) {
    OdeEnclosure found =
        Equations.of("x: y, y: -x", "x: 1, y: 0", "7", "always: ['" + bound + "']").enclose();
    assertEquals(expected, found.bounds().get(0).truth());
    assertEquals(expected == Truth.TRUE, found.bounds().get(0).time().isEmpty());
  }

  /** x falls below -0.99 first where cos t = -0.99. */
  @Test
  void theTimeOfAViolationIsTold() {
    OdeEnclosure found =
        Equations.of("x: y, y: -x", "x: 1, y: 0", "7", "always: ['x > -0.99']").enclose();
    double first = Math.acos(-0.99);
    double told = found.bounds().get(0).time().getAsDouble();
    assertTrue(told >= first && told < first + 0.01, told + " beside " + first);
  }

  private static Scheme coarse(OdeFile file) {
    return Scheme.of(file.problem().system(), 5, 1e-5);
  }

  private static boolean contains(OdeFile circle, Scheme scheme) {
    OdeEnclosure found = OdeIntegrator.enclose(circle.problem(), scheme);
    assertReached(found);
    DecimalRange x = found.values().get(0);
    BigDecimal exact = PreciseFunctions.cos(BigDecimal.valueOf(found.time()));
    return x.lower().compareTo(exact) <= 0 && x.upper().compareTo(exact) >= 0;
  }

  private static void assertReached(OdeEnclosure found) {
    assertTrue(found.refusal().isEmpty(), () -> found.refusal().orElse(""));
  }

  private static void assertContains(OdeEnclosure found, int variable, BigDecimal exact) {
    DecimalRange range = found.values().get(variable);
    assertTrue(
        range.lower().compareTo(exact) <= 0 && range.upper().compareTo(exact) >= 0,
        () -> range + " lacks " + exact);
  }
}
