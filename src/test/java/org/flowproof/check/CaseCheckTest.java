package org.flowproof.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.flowproof.flow.Integrator;
import org.flowproof.flow.RunWatcher;
import org.flowproof.flow.Trajectory;
import org.flowproof.problem.CaseFile;
import org.flowproof.problem.Expectation;
import org.flowproof.problem.ExpectedValue;
import org.flowproof.problem.InputException;
import org.flowproof.problem.Located;
import org.flowproof.problem.Plot;
import org.flowproof.problem.Problem;
import org.flowproof.proof.ClaimCatalogue;
import org.junit.jupiter.api.Test;

/** Whole cases on a trajectory written down by hand: a(t) = 1 + t with error 1e-9. */
class CaseCheckTest {
  private static final HandMade RUN = HandMade.of(1e-9, t -> 1 + t);

  private static final Integrator BY_HAND =
      new Integrator() {
        @Override
        public Trajectory integrate(Problem problem, RunWatcher watcher) {
          return RUN;
        }

        @Override
        public String name() {
          return "by-hand";
        }
      };

  private static final ClaimCatalogue CLAIMS =
      ClaimCatalogue.of(List.of(ClaimDraft.says("a[1] >= 1").claim()));

  private static Located text(String text) {
    return new Located(text, Path.of("case.yaml"), 7, "some.key");
  }

  private static CaseResult run(
      List<Expectation> check, List<Plot> plots, List<ExpectedValue> values) {
    CaseFile file =
        new CaseFile(
            "test/case",
            Path.of("case.yaml"),
            "A case",
            "",
            RUN.problem(),
            check,
            plots,
            values,
            List.of(),
            Map.of());
    return CaseCheck.run(file, CLAIMS, BY_HAND);
  }

  private static Expectation expect(String claim, String verdict) {
    return new Expectation(text(claim), verdict, "");
  }

  private static ExpectedValue value(String formula, OptionalDouble at, double equals, double tol) {
    return new ExpectedValue("a number", text(formula), at, equals, tol, "by hand");
  }

  @Test
  void verdictsAsExpectedLeaveNoMismatch() {
    CaseResult result = run(List.of(expect("test/claim", "HOLDS")), List.of(), List.of());
    assertEquals(List.of(), result.mismatches());
    assertEquals("by-hand: given by the caller", result.integrator().text());
  }

  @Test
  void otherVerdictsAreMismatches() {
    CaseResult result = run(List.of(expect("test/claim", "VIOLATED")), List.of(), List.of());
    assertEquals(List.of("test/claim: expected VIOLATED, found HOLDS"), result.mismatches());
  }

  @Test
  void unknownClaimsAndVerdictsPointIntoTheFile() {
    InputException claim =
        assertThrows(
            InputException.class,
            () -> run(List.of(expect("tests/claim", "HOLDS")), List.of(), List.of()));
    assertEquals(7, claim.line());
    assertEquals(Optional.of("test/claim"), claim.suggestion());
    assertThrows(
        InputException.class,
        () -> run(List.of(expect("test/claim", "TRUE")), List.of(), List.of()));
  }

  @Test
  void numbersAreComparedWithTheirError() {
    assertEquals(Verdict.HOLDS, verdict(value("a[1]", OptionalDouble.of(2), 3, 1e-8)));
    assertEquals(Verdict.HOLDS, verdict(value("a[1]", OptionalDouble.empty(), 11, 1e-8)));
    assertEquals(Verdict.VIOLATED, verdict(value("a[1]", OptionalDouble.of(2), 3.1, 1e-8)));
    // within the tolerance, but not once the error is counted
    assertEquals(Verdict.UNKNOWN, verdict(value("a[1]", OptionalDouble.of(2), 3, 1e-10)));
    assertEquals(Verdict.UNKNOWN, verdict(value("a[1]", OptionalDouble.of(12), 13, 1e-8)));
    assertEquals(Verdict.UNKNOWN, verdict(value("1/(a[1]-3)", OptionalDouble.of(2), 0, 1)));
  }

  private static Verdict verdict(ExpectedValue value) {
    CaseResult result = run(List.of(), List.of(), List.of(value));
    ValueResult only = result.values().get(0);
    assertEquals(only.asExpected(), result.mismatches().isEmpty());
    return only.verdict();
  }

  @Test
  void formulasOfFiguresAreReadBeforeAnythingRuns() {
    Plot wrong = new Plot("", text("b[j]"), Plot.Per.NEURON, Plot.Scale.LINEAR, Optional.empty());
    InputException refused =
        assertThrows(InputException.class, () -> run(List.of(), List.of(wrong), List.of()));
    assertTrue(refused.getMessage().contains("case.yaml:7"), refused.getMessage());
  }

  /** The run has one neuron, one sample and two coordinates. */
  @Test
  void indicesBeyondTheSizesAreRefused() {
    Map<String, String> refusals =
        Map.of(
            "a[2]", "a neuron from 1 to 1",
            "w[1,3]", "a coordinate from 1 to 2",
            "Sum[u[j,2], {j, m}]", "a sample from 1 to 1",
            "x[3,1]*t", "a sample from 1 to 1");
    for (String formula : refusals.keySet()) {
      InputException refused =
          assertThrows(
              InputException.class,
              () ->
                  run(List.of(), List.of(), List.of(value(formula, OptionalDouble.empty(), 0, 1))));
      assertEquals(7, refused.line());
      assertTrue(refused.getMessage().contains(refusals.get(formula)), refused.getMessage());
    }
    run(List.of(), List.of(), List.of(value("w[1,2]", OptionalDouble.empty(), 0, 1)));
    Plot plot =
        new Plot(
            "a", text("a[j]"), Plot.Per.NEURON, Plot.Scale.LINEAR, Optional.of(text("a[2,0]")));
    InputException bound =
        assertThrows(InputException.class, () -> run(List.of(), List.of(plot), List.of()));
    assertTrue(
        bound.getMessage().startsWith("case.yaml:7: some.key: 'a[2, 0]' reads neuron 2"),
        bound.getMessage());
  }
}
