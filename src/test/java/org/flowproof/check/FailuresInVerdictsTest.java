package org.flowproof.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.flowproof.flow.Failure;
import org.flowproof.flow.Trajectory;
import org.flowproof.flow.Trajectory.StopReason;
import org.flowproof.formula.IndexKind;
import org.flowproof.problem.CaseFile;
import org.flowproof.problem.ExpectedValue;
import org.flowproof.problem.Located;
import org.flowproof.proof.ClaimCatalogue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What becomes of verdicts when a run fails, each beside the same run without the failure. */
class FailuresInVerdictsTest {
  private static final HandMade GROWING = HandMade.of(1e-12, t -> Math.exp(0.5 * t));
  private static final HandMade TWO = HandMade.of(1e-12, t -> 1 + t, t -> 2 + t);
  private static final ClaimDraft TRUE = ClaimDraft.says("a[1] >= 1");

  private static Verdict check(ClaimDraft draft, Trajectory trajectory) {
    return new Checker().check(draft.claim(), trajectory).verdict();
  }

  private static Failure lost(double time, int neuron) {
    return new Failure(Failure.Kind.LOST_ACCURACY, time, neuron, "for a test");
  }

  @ParameterizedTest
  @EnumSource(
      value = StopReason.class,
      names = {"EVALUATION_LIMIT", "INTERRUPTED", "NUMERICAL_FAILURE", "NOT_UNIQUE"})
  void whatTheRunDidNotReachIsUnknown(StopReason reason) {
    HandMade broken = GROWING.stopped(reason);
    assertEquals(Verdict.UNKNOWN, check(TRUE, broken));
    assertEquals(Verdict.HOLDS, check(TRUE.during("t <= 5"), broken));
    assertEquals(Verdict.VIOLATED, check(ClaimDraft.says("a[1] <= 2"), broken));
  }

  @ParameterizedTest
  @EnumSource(
      value = StopReason.class,
      names = {"END_TIME", "GRADIENT_NORM", "LOSS", "EVENT"})
  void runsThatEndAsAskedSpeakOfTheRun(StopReason reason) {
    assertEquals(Verdict.HOLDS, check(TRUE, GROWING.stopped(reason)));
  }

  @Test
  void reasonsNameTheFailure() {
    String reason =
        new Checker().check(TRUE.claim(), GROWING.stopped(StopReason.EVALUATION_LIMIT)).reason();
    assertEquals(
        "the range goes on after the run broke off at t = 10 (the limit on evaluations was"
            + " reached)",
        reason);
  }

  @Test
  void eventsThatWereNotReachedDoNotEndTheRange() {
    ClaimDraft before = TRUE.forEach("j", IndexKind.NEURON).during("t >= 0 && t < firstEvent[j]");
    assertEquals(Verdict.HOLDS, check(before, GROWING));
    assertEquals(Verdict.UNKNOWN, check(before, GROWING.stopped(StopReason.EVALUATION_LIMIT)));
    assertEquals(
        Verdict.HOLDS, check(before, GROWING.withEvent(4.5).stopped(StopReason.EVALUATION_LIMIT)));
    ClaimDraft withState = before.during("t >= 0 && t < firstEvent[j] && N[t] > 0");
    assertEquals(Verdict.HOLDS, check(withState, GROWING));
    assertEquals(Verdict.UNKNOWN, check(withState, GROWING.stopped(StopReason.INTERRUPTED)));
  }

  @Test
  void theEndOfABrokenRunDoesNotEndTheRange() {
    ClaimDraft whole = TRUE.during("t <= endTime");
    assertEquals(Verdict.HOLDS, check(whole, GROWING));
    assertEquals(Verdict.UNKNOWN, check(whole, GROWING.stopped(StopReason.EVALUATION_LIMIT)));
  }

  @Test
  void aLostNeuronLeavesItsOwnReadingsOpen() {
    ClaimDraft each = ClaimDraft.says("a[j] >= 1").forEach("j", IndexKind.NEURON);
    assertEquals(Verdict.HOLDS, check(each, TWO));
    assertEquals(Verdict.UNKNOWN, check(each, TWO.failing(lost(4, 2))));
    assertEquals(Verdict.HOLDS, check(each.during("t <= 3"), TWO.failing(lost(4, 2))));
    ClaimDraft all = ClaimDraft.says("ForAll[{j, m}, a[j] >= 1]");
    assertEquals(Verdict.HOLDS, check(all, TWO));
    assertEquals(Verdict.UNKNOWN, check(all, TWO.failing(lost(4, 2))));
  }

  @Test
  void aLostNeuronSpoilsNoIndexOfAnotherKind() {
    // the sample of number 1 is not the neuron of number 1
    ClaimDraft samples = ClaimDraft.says("a[2] >= 1").forEach("k", IndexKind.SAMPLE);
    assertEquals(Verdict.HOLDS, check(samples, TWO.failing(lost(4, 1))));
  }

  @Test
  void violationsOfALostNeuronCountOnlyBefore() {
    ClaimDraft early = ClaimDraft.says("a[j] <= 4").forEach("j", IndexKind.NEURON);
    assertEquals(Verdict.VIOLATED, check(early, TWO.failing(lost(4, 2))));
    ClaimDraft late = ClaimDraft.says("a[j] <= 11").forEach("j", IndexKind.NEURON);
    assertEquals(Verdict.VIOLATED, check(late, TWO));
    assertEquals(Verdict.UNKNOWN, check(late, TWO.failing(lost(4, 2))));
  }

  @Test
  void aRunWithoutAccuracyIsNotReadAnyFurther() {
    HandMade spoilt = TWO.failing(lost(4, 0));
    assertEquals(Verdict.UNKNOWN, check(ClaimDraft.says("N[t] >= 1"), spoilt));
    assertEquals(Verdict.HOLDS, check(ClaimDraft.says("N[t] >= 1").during("t < 4"), spoilt));
    assertEquals(Verdict.VIOLATED, check(ClaimDraft.says("a[1] <= 2"), spoilt));
    assertEquals(Verdict.UNKNOWN, check(ClaimDraft.says("a[1] <= 8"), spoilt));
  }

  private static ValueResult number(OptionalDouble at, Trajectory trajectory) {
    CaseFile file =
        new CaseFile(
            "test/case",
            Path.of("case.yaml"),
            "A case",
            "",
            trajectory.problem(),
            List.of(),
            List.of(),
            List.of(
                new ExpectedValue(
                    "a number",
                    new Located("a[1]", Path.of("case.yaml"), 1, "values"),
                    at,
                    Math.exp(0.5 * at.orElse(10)),
                    1e-6,
                    "by hand")),
            List.of(),
            Map.of());
    return CaseCheck.prepare(file, ClaimCatalogue.of(List.of())).value(0, trajectory);
  }

  @Test
  void numbersAtTheEndNeedTheEndThatWasMeant() {
    HandMade broken = GROWING.stopped(StopReason.EVALUATION_LIMIT);
    assertEquals(Verdict.HOLDS, number(OptionalDouble.empty(), GROWING).verdict());
    ValueResult end = number(OptionalDouble.empty(), broken);
    assertEquals(Verdict.UNKNOWN, end.verdict());
    assertTrue(end.reason().contains("limit on evaluations"), end.reason());
    assertEquals(Verdict.HOLDS, number(OptionalDouble.of(10), broken).verdict());
  }

  @Test
  void numbersAfterALossAreUnknown() {
    HandMade spoilt = GROWING.failing(lost(4, 0));
    assertEquals(Verdict.HOLDS, number(OptionalDouble.of(3), spoilt).verdict());
    assertEquals(Verdict.UNKNOWN, number(OptionalDouble.of(5), spoilt).verdict());
  }
}
