package org.flowproof.enclose.claim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import org.flowproof.enclose.Tube;
import org.flowproof.enclose.interval.Interval;
import org.flowproof.flow.ObservableCatalogue;
import org.flowproof.formula.FormulaParser;
import org.flowproof.formula.Proposition;
import org.flowproof.proof.Claim;
import org.junit.jupiter.api.Test;

/** Spans leave no time out, and what is only true at their ends is not taken for true. */
class ClaimOnTubeTest {
  private static final Tube TUBE = HandTube.of(1, 4, 1e-12);

  private static Proposition proposition(String text) {
    return FormulaParser.proposition(text, ObservableCatalogue.standard());
  }

  static Claim claim(String range, String conclusion) {
    return new Claim(
        "test/claim",
        "A claim of a test",
        new Claim.Source(Claim.Source.Kind.DERIVED, "", ""),
        new Claim.Model(
            Claim.Model.LossKind.ANY,
            Claim.Model.Layers.ANY,
            Claim.Model.ActivationKind.LEAKY_OR_RELU,
            Claim.Model.Motion.FLOW),
        Map.of(),
        Map.of(),
        proposition(range),
        proposition(conclusion),
        Map.of(),
        List.of(),
        List.of(),
        "");
  }

  private static TubeOutcome read(String range, String conclusion) {
    return ClaimOnTube.read(claim(range, conclusion), List.of(Map.of()), TUBE, 20_000);
  }

  /** What an evaluation at the ends of the pieces would say: the mutant that has to fail. */
  private static boolean atNodesOnly(String conclusion) {
    TubeContext context = new TubeContext(TUBE);
    StatementOnTube statement =
        new StatementOnTube(proposition(conclusion), RangeFacts.NONE, context);
    for (double node : context.values().spans().cuts()) {
      if (!statement.read(Map.of(), new Span(Interval.of(node))).holds()) {
        return false;
      }
    }
    return true;
  }

  @Test
  void violationsBetweenNodesAreFound() {
    // false for |t - 3/8| < 0.03 and |t - 0.61| < 0.001, and true at 0, 1/4, 1/2, 3/4, 1
    for (String between :
        List.of(
            "(t - 3/8)^2 >= 9/10000",
            "(t - 61/100)^2 >= 1/1000000",
            "Abs[h[1] - 3/2] >= 1/100",
            "Max[loss[t] - 1/10, 1/20 - loss[t]] >= 0")) {
      assertTrue(atNodesOnly(between), between);
      TubeOutcome.Fails fails =
          assertInstanceOf(TubeOutcome.Fails.class, read("t >= 0", between), between);
      assertTrue(fails.after() < fails.until(), between);
      assertTrue(fails.says().contains("against"), fails.says());
    }
    TubeOutcome.Fails parabola = (TubeOutcome.Fails) read("t >= 0", "(t - 61/100)^2 >= 1/1000000");
    assertTrue(parabola.after() >= 0.609 && parabola.until() <= 0.611, parabola.toString());
  }

  @Test
  void nearMissesBetweenNodesHold() {
    assertInstanceOf(TubeOutcome.Holds.class, read("t >= 0", "(t - 61/100)^2 >= -1/1000000"));
    assertInstanceOf(
        TubeOutcome.Holds.class, read("t > 61/100", "(t - 61/100)^2 + (t - 1)^2 > 1/100"));
    // it touches 0 inside a piece: true, but no interval can tell
    assertInstanceOf(TubeOutcome.Open.class, read("t >= 0", "(t - 61/100)^3*(t - 61/100) >= 0"));
  }

  @Test
  void timesAreLeftOutOnlyWhenTheyAreProvenOutside() {
    String early = "t < 1/3";
    assertInstanceOf(TubeOutcome.Holds.class, read("t >= 0 && " + early, "t < 34/100"));
    assertInstanceOf(TubeOutcome.Fails.class, read("t >= 0 && t <= 1/3", "t < 33/100"));
    // the border itself belongs to the range and is no double
    assertInstanceOf(TubeOutcome.Open.class, read("t >= 0 && t <= 1/3", "t < 1/3"));
    assertInstanceOf(TubeOutcome.Holds.class, read("t >= 0 && loss[t] >= 1", "h[1] <= 6/10"));
    assertInstanceOf(TubeOutcome.Fails.class, read("t >= 0 && loss[t] > 1", "loss[t] > 1.0001"));
  }

  @Test
  void whatWasReadIsOnTheCertificate() {
    TubeOutcome.Holds holds = (TubeOutcome.Holds) read("t >= 0", "h[1] > 0");
    assertEquals(1, holds.enclosed().until());
    assertTrue(holds.enclosed().goesOn());
    assertTrue(holds.enclosed().spans() >= 5);
    assertTrue(!((TubeOutcome.Holds) read("t <= 1/2", "h[1] > 0")).enclosed().goesOn());
  }

  @Test
  void nothingIsDecidedWithoutInstancesOrBudget() {
    Claim claim = claim("t >= 0", "(t - 61/100)^2 >= 1/1000000");
    assertInstanceOf(TubeOutcome.Open.class, ClaimOnTube.read(claim, List.of(Map.of()), TUBE, 3));
    TubeOutcome none = ClaimOnTube.read(claim, List.of(), TUBE, 1000);
    assertInstanceOf(TubeOutcome.Silent.class, none);
  }

  @Test
  void interruptionsAreHeard() {
    Thread.currentThread().interrupt();
    try {
      assertThrows(CancellationException.class, () -> read("t >= 0", "h[1] > 0"));
    } finally {
      assertTrue(Thread.interrupted());
    }
  }

  @Test
  void gapsInATubeAreRefused() {
    HandTube whole = HandTube.of(1, 4, 0);
    HandTube gap =
        new HandTube(whole.problem(), 1, 0, List.of(whole.pieces().get(0), whole.pieces().get(2)));
    assertThrows(IllegalArgumentException.class, () -> new TubeValues(gap));
    HandTube torn = new HandTube(whole.problem(), 1.5, 0, whole.pieces());
    assertThrows(IllegalArgumentException.class, () -> new TubeValues(torn));
  }

  @Test
  void polesAtTheEndOfTheRangeDoNotHide() {
    String pole = "t*N[0] < 1/300*N[0]";
    assertInstanceOf(TubeOutcome.Holds.class, read(pole, "1 <= 2/(1 - 300*t)"));
    assertInstanceOf(TubeOutcome.Fails.class, read(pole, "1 >= 1/2/(1 - 300*t)"));
    assertInstanceOf(TubeOutcome.Holds.class, read("1/3 - t > 0", "Sqrt[1/3 - t] <= 1"));
    assertInstanceOf(
        TubeOutcome.Holds.class,
        read("Abs[t] < 1/3", "1/3*Tanh[1 + ArcTanh[t/(1/3)]] <= 1/3 + 1/1000"));
    assertInstanceOf(
        TubeOutcome.Fails.class,
        read("Abs[t] < 1/3", "1/3*Tanh[1 + ArcTanh[t/(1/3)]] <= 1/3 - 1/1000"));
  }
}
