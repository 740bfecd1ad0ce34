package org.flowproof.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.flowproof.flow.Trajectory;
import org.flowproof.formula.IndexKind;
import org.junit.jupiter.api.Test;

/** Conclusions on trajectories written down by hand. */
class CheckerTest {
  private static final HandMade GROWING = HandMade.of(1e-12, t -> Math.exp(0.5 * t));

  private static Finding check(ClaimDraft draft, Trajectory trajectory) {
    return new Checker().check(draft.claim(), trajectory);
  }

  private static void assertVerdict(Verdict verdict, Finding finding) {
    assertEquals(verdict, finding.verdict(), finding::toString);
  }

  @Test
  void boundThatStartsWithEqualityHolds() {
    // M = sqrt(2) is irrational: only the shape of the bound shows the tie at t = 0
    Finding finding =
        check(
            ClaimDraft.says("N[t] <= N[0]*Exp[2*M*t]")
                .where("M", "Sum[Abs[y[k]]*normX[k], {k, n}]/n"),
            GROWING);
    assertVerdict(Verdict.HOLDS, finding);
    double margin = finding.margin().orElseThrow();
    assertTrue(margin > finding.numericalError() && margin < 0.01, finding::toString);
    assertTrue(finding.tightness().orElseThrow() > 0.99, finding::toString);
    assertTrue(
        finding.caveats().stream().anyMatch(c -> c.contains("the range goes on")),
        finding::toString);
  }

  @Test
  void strictInequalityIsViolatedByATie() {
    Finding finding = check(ClaimDraft.says("N[t] < N[0]*Exp[2*t]"), GROWING);
    assertVerdict(Verdict.VIOLATED, finding);
    assertEquals(0, finding.witness().orElseThrow().time());
  }

  @Test
  void violationBeyondTheErrorHasAWitness() {
    Finding finding = check(ClaimDraft.says("N[t] <= N[0]*Exp[t/2]"), GROWING);
    assertVerdict(Verdict.VIOLATED, finding);
    // e^10 against e^5: the margin is -(1 - e^-5) of the larger side
    assertEquals(10, finding.witness().orElseThrow().time());
    assertEquals(Math.exp(-5) - 1, finding.margin().orElseThrow(), 1e-9);
    assertEquals(Math.exp(5), finding.tightness().orElseThrow(), 1e-6);
  }

  @Test
  void violationWithinTheErrorIsUnknown() {
    HandMade blurred = HandMade.of(1e-6, t -> 1 + 1e-7);
    Finding finding = check(ClaimDraft.says("a[1] <= 1").during("t >= 1"), blurred);
    assertVerdict(Verdict.UNKNOWN, finding);
    assertTrue(finding.reason().contains("within the numerical error"), finding.reason());
    assertEquals(1e-6, finding.numericalError(), 1e-9);
  }

  @Test
  void satisfactionWithinTheErrorIsUnknown() {
    HandMade blurred = HandMade.of(1e-6, t -> 1 - 1e-7);
    assertVerdict(Verdict.UNKNOWN, check(ClaimDraft.says("a[1] <= 1").during("t >= 1"), blurred));
  }

  @Test
  void violationInsideAStepIsFound() {
    // no step end, and no first reading inside a step, meets the bump: 5.5 is nearest
    HandMade bump = HandMade.of(1e-9, t -> 0.95 + 0.1 * Math.exp(-100 * (t - 5.4) * (t - 5.4)));
    Finding finding = check(ClaimDraft.says("a[1] <= 1"), bump);
    assertVerdict(Verdict.VIOLATED, finding);
    assertEquals(5.4, finding.witness().orElseThrow().time(), 0.1);
  }

  @Test
  void notANumberIsUnknown() {
    HandMade broken = HandMade.of(1e-9, t -> t > 3 ? Double.NaN : 0.5);
    Finding finding = check(ClaimDraft.says("a[1] <= 1"), broken);
    assertVerdict(Verdict.UNKNOWN, finding);
    assertTrue(finding.reason().contains("no value"), finding.reason());
  }

  @Test
  void violationCountsMoreThanWhatIsOpen() {
    HandMade broken = HandMade.of(1e-9, t -> t > 3 ? Double.NaN : 0.5 + t);
    assertVerdict(Verdict.VIOLATED, check(ClaimDraft.says("a[1] <= 1"), broken));
  }

  @Test
  void defectOfATrajectoryIsUnknown() {
    HandMade defective =
        HandMade.of(
            1e-9,
            t -> {
              if (t > 3) {
                throw new IllegalStateException("lost");
              }
              return 0.5;
            });
    Finding finding = check(ClaimDraft.says("a[1] <= 1"), defective);
    assertVerdict(Verdict.UNKNOWN, finding);
    assertTrue(finding.reason().contains("lost"), finding.reason());
  }

  @Test
  void equalityHoldsWithinTheError() {
    HandMade conserved = HandMade.of(1e-9, t -> 2 + 1e-10 * Math.sin(t));
    Finding finding =
        check(ClaimDraft.says("a[1]^2 - normW2[1] == a[1,0]^2 - normW2[1,0]"), conserved);
    assertVerdict(Verdict.HOLDS, finding);
    // largest difference 4e-10 against the summand 4; error 4e-9 against the same
    assertEquals(-1e-10, finding.margin().orElseThrow(), 1e-11);
    assertEquals(1e-9, finding.numericalError(), 1e-11);
  }

  @Test
  void equalityBeyondTheErrorIsViolated() {
    HandMade drifting = HandMade.of(1e-9, t -> 2 + 1e-8 * t);
    assertVerdict(Verdict.VIOLATED, check(ClaimDraft.says("a[1] == a[1,0]"), drifting));
  }

  @Test
  void equalityThatTheErrorHidesIsUnknown() {
    HandMade blurred = HandMade.of(1e-3, t -> 2);
    Finding finding = check(ClaimDraft.says("a[1] == a[1,0]"), blurred);
    assertVerdict(Verdict.UNKNOWN, finding);
    assertTrue(finding.reason().contains("too large to tell"), finding.reason());
  }

  @Test
  void equalityOfSidesThatDecayIsMeasuredByTheirLargestSize() {
    HandMade decaying = HandMade.of(1e-9, t -> Math.exp(-4 * t));
    assertVerdict(Verdict.HOLDS, check(ClaimDraft.says("a[1] == a[1,0]*Exp[-4*t]"), decaying));
  }

  @Test
  void conclusionsOutsideTheirRangeDoNotCount() {
    HandMade stepUp = HandMade.of(1e-9, t -> t < 4.25 ? 0.5 : 2.0).withEvent(4.25);
    ClaimDraft bounded = ClaimDraft.says("a[j] <= 1").forEach("j", IndexKind.NEURON);
    assertVerdict(Verdict.VIOLATED, check(bounded, stepUp));
    Finding finding = check(bounded.during("t >= 0 && t < firstEvent[j]"), stepUp);
    assertVerdict(Verdict.HOLDS, finding);
    assertEquals(java.util.List.of(), finding.caveats());
  }

  @Test
  void rangesAreReadUpToTheirEnds() {
    // above 1 only in the last 0.002 before the event
    HandMade late = HandMade.of(1e-9, t -> t < 4.248 ? 0.5 : 2.0).withEvent(4.25);
    Finding finding =
        check(
            ClaimDraft.says("a[j] <= 1").forEach("j", IndexKind.NEURON).during("t < firstEvent[j]"),
            late);
    assertVerdict(Verdict.VIOLATED, finding);
    assertEquals(Map.of("j", 1), finding.witness().orElseThrow().indices());
  }

  @Test
  void rangeThatStartsAfterTheRunIsUnknown() {
    assertVerdict(Verdict.UNKNOWN, check(ClaimDraft.says("N > 0").during("t >= 11"), GROWING));
  }

  @Test
  void emptyRangeDoesNotApply() {
    assertVerdict(
        Verdict.NOT_APPLICABLE,
        check(ClaimDraft.says("N > 0").during("t >= 0 && N[0] > 2"), GROWING));
  }

  @Test
  void marginThatGrowsFromATieTooSlowlyIsUnknown() {
    // slope 1e-8 of the margin against an error of 1e-10: within the error until t = 0.01
    HandMade slow = HandMade.of(1e-10, t -> 1 - 1e-8 * t);
    assertVerdict(Verdict.UNKNOWN, check(ClaimDraft.says("a[1] <= a[1,0]"), slow));
    // ten times steeper at the first time that is read, a ten-thousandth of the run
    HandMade steep = HandMade.of(1e-10, t -> 1 - 1e-6 * t);
    assertVerdict(Verdict.HOLDS, check(ClaimDraft.says("a[1] <= a[1,0]"), steep));
  }

  @Test
  void marginThatStaysWithinTheErrorIsUnknown() {
    HandMade slower = HandMade.of(1e-10, t -> 1 - 1e-12 * t);
    assertVerdict(Verdict.UNKNOWN, check(ClaimDraft.says("a[1] <= a[1,0]"), slower));
  }

  @Test
  void marginThatVanishesLaterIsUnknown() {
    HandMade touching = HandMade.of(1e-10, t -> 1 - (t - 5) * (t - 5));
    assertVerdict(Verdict.UNKNOWN, check(ClaimDraft.says("a[1] <= 1"), touching));
  }

  @Test
  void networkAtRestIsDecidedExactly() {
    // error 0: the tie N = N[0] holds at all times, which balls with rounding cannot see
    HandMade resting = HandMade.of(0, t -> 0.1, t -> 0.3);
    assertVerdict(Verdict.HOLDS, check(ClaimDraft.says("N[t] <= N[0]"), resting));
    assertVerdict(Verdict.VIOLATED, check(ClaimDraft.says("N[t] < N[0]"), resting));
  }

  @Test
  void witnessNamesBoundIndices() {
    HandMade two = HandMade.of(1e-9, t -> 0.5, t -> 0.5 + t);
    Finding finding = check(ClaimDraft.says("ForAll[{p, m}, a[p] <= 1]"), two);
    assertVerdict(Verdict.VIOLATED, finding);
    assertEquals(Map.of("p", 2), finding.witness().orElseThrow().indices());
  }

  @Test
  void premiseThatIsNeverMetSaysNothing() {
    assertVerdict(
        Verdict.NOT_APPLICABLE, check(ClaimDraft.says("Implies[N[t] < 0, N[t] > 5]"), GROWING));
    assertVerdict(Verdict.VIOLATED, check(ClaimDraft.says("Implies[N[t] > 2, N[t] > 5]"), GROWING));
    assertVerdict(Verdict.HOLDS, check(ClaimDraft.says("Implies[N[t] > 2, N[t] > 1]"), GROWING));
  }

  @Test
  void disjunctionsHaveATruthButNoMargin() {
    Finding finding = check(ClaimDraft.says("N[t] < 2 || N[t] > 1"), GROWING);
    assertVerdict(Verdict.HOLDS, finding);
    assertTrue(finding.margin().isEmpty());
    assertVerdict(Verdict.VIOLATED, check(ClaimDraft.says("N[t] < 2 || N[t] > 5"), GROWING));
  }

  @Test
  void lossOfUniquenessEndsTheVerdict() {
    Finding finding =
        check(
            ClaimDraft.says("a[1] >= 1"),
            GROWING.notUnique(4, Trajectory.NonUniqueness.Cause.GRAZES_CONCAVE_KINK));
    assertVerdict(Verdict.UNKNOWN, finding);
    assertTrue(finding.reason().contains("t = 4 (neuron 1, sample 1"), finding.reason());
    // a violation before the loss stands
    assertVerdict(
        Verdict.VIOLATED,
        check(
            ClaimDraft.says("a[1] <= 2"),
            GROWING.notUnique(4, Trajectory.NonUniqueness.Cause.GRAZES_CONCAVE_KINK)));
    // one after it does not
    assertVerdict(
        Verdict.UNKNOWN,
        check(
            ClaimDraft.says("a[1] <= 8"),
            GROWING.notUnique(4, Trajectory.NonUniqueness.Cause.GRAZES_CONCAVE_KINK)));
    // a range that ends before the loss is not touched
    assertVerdict(
        Verdict.HOLDS,
        check(
            ClaimDraft.says("a[1] <= 8").during("t <= 3"),
            GROWING.notUnique(4, Trajectory.NonUniqueness.Cause.GRAZES_CONCAVE_KINK)));
  }

  @Test
  void selectedContinuationIsACaveat() {
    Finding finding =
        check(
            ClaimDraft.says("a[1] >= 1"),
            GROWING.notUnique(4, Trajectory.NonUniqueness.Cause.RESTING_NEURON_MAY_LEAVE));
    assertVerdict(Verdict.HOLDS, finding);
    assertTrue(
        finding.caveats().get(0).startsWith("for the minimal-norm solution"), finding::toString);
  }
}
