package org.flowproof.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.flowproof.falsify.Twins;
import org.flowproof.flow.Trajectory;
import org.flowproof.flow.choice.IntegratorChoice;
import org.flowproof.problem.CaseLoader;
import org.flowproof.proof.Claim;
import org.flowproof.proof.ClaimCatalogue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Claims about settings, held against runs that are instances of them. */
class RunReadingTest {
  private static final ClaimCatalogue CLAIMS = ClaimCatalogue.load(Path.of("proofs"));

  private static final String ORTHOGONAL =
      """
      format: 1
      case: sample
      title: Orthogonal samples
      data:
        x: [[3, 0, 0, 0], [0, 2, 0, 0], [0, 0, 3, 0], [0, 0, 0, 2.5]]
        y: [1, 1, -1, -1]
      network: {width: 6, activation: relu, trained: first, derivative-at-zero: 1}
      loss: {kind: logistic, factor: 1/n}
      initialization: {law: signs, scale: 0.01, seed: 3}
      dynamics: {kind: descent, integrator: coefficients, step: 0.5, stop: {time: 200}}
      """;
  private static final List<String> LEAKY = List.of("relu", "{leaky: 0.5}");
  private static final List<String> FLOW =
      List.of(
          "{kind: descent, integrator: coefficients, step: 0.5, stop: {time: 200}}",
          "{kind: flow, tolerance: 1e-10, stop: {time: 200}}");

  @TempDir Path directory;

  /** The verdict on every claim, and that no wrong variant of one that holds holds as well. */
  @ParameterizedTest
  @CsvSource({
    "own-active-stays, HOLDS, HOLDS, NOT_APPLICABLE",
    "own-inactive-stays, HOLDS, NOT_APPLICABLE, NOT_APPLICABLE",
    "margin-recursion, HOLDS, HOLDS, NOT_APPLICABLE",
    "gain-relu, HOLDS, NOT_APPLICABLE, NOT_APPLICABLE",
    "margin-flow, NOT_APPLICABLE, NOT_APPLICABLE, HOLDS",
    "decomposition, HOLDS, HOLDS, NOT_APPLICABLE",
    // with a slope the first step gives equality, and a dead neuron's coefficient stays: ties
    "ratio-bound, HOLDS, HOLDS, NOT_APPLICABLE",
    "coefficient-signs, HOLDS, HOLDS, NOT_APPLICABLE",
    "other-class-bound, HOLDS, NOT_APPLICABLE, NOT_APPLICABLE",
  })
  void claimsHoldAndTheirTwinsDoNot(String name, Verdict relu, Verdict leaky, Verdict flow)
      throws IOException {
    Claim claim = CLAIMS.find("nearly-orthogonal/" + name).orElseThrow();
    expect(relu, claim, run(List.of()));
    expect(leaky, claim, run(LEAKY));
    expect(flow, claim, run(FLOW));
  }

  private static void expect(Verdict verdict, Claim claim, Trajectory run) {
    Finding finding = new Checker().check(claim, run);
    assertEquals(verdict, finding.verdict(), finding.reason());
    assertEquals(claim, finding.claim());
    if (verdict == Verdict.HOLDS) {
      for (Claim.Twin twin : claim.falsified()) {
        if (twin.conclusion() != null) {
          Finding wrong = new Checker().check(Twins.asClaim(claim, twin), run);
          assertNotEquals(Verdict.HOLDS, wrong.verdict(), twin.id());
        }
      }
    }
  }

  @Test
  void theSmoothedMarginGrowsOnceTheLossIsBelowOne() throws IOException {
    Claim claim = CLAIMS.find("homogeneous/smoothed-margin").orElseThrow();
    Trajectory run =
        run(
            List.of(
                FLOW.get(0),
                FLOW.get(1),
                "{kind: logistic, factor: 1/n}",
                "{kind: exponential, factor: \"1\"}",
                "width: 6",
                "width: 4",
                "{law: signs, scale: 0.01, seed: 3}",
                "{given: {a: [0.5, 0.5, -0.5, -0.5], w: [[1, 2, 0, 0], [2, 1, 0, 0],"
                    + " [0, 0, 1, 2], [0, 0, 3, 1]]}}"));
    expect(Verdict.HOLDS, claim, run);
    expect(Verdict.HOLDS, CLAIMS.find("homogeneous/pull-along-parameters").orElseThrow(), run);
  }

  /** A sample set that is not orthogonal is no instance, by a hypothesis that says so. */
  @Test
  void whatTheSettingAsksOfDataIsTested() throws IOException {
    Claim claim = CLAIMS.find("nearly-orthogonal/own-active-stays").orElseThrow();
    Finding finding = new Checker().check(claim, run(List.of("[3, 0, 0, 0]", "[3, 0.1, 0, 0]")));
    assertEquals(Verdict.NOT_APPLICABLE, finding.verdict());
    assertTrue(finding.reason().contains("'run.orthogonal'"), finding.reason());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{kind: logistic, factor: 1/n} | {kind: logistic, factor: 1/2} | loss",
        "trained: first | trained: both | layers",
        "activation: relu, trained: first, derivative-at-zero: 1 | activation: tanh, trained: first | activation",
      })
  void problemsOfAnotherKindAreNotApplicable(String old, String other, String what)
      throws IOException {
    Claim claim = CLAIMS.find("nearly-orthogonal/own-active-stays").orElseThrow();
    List<String> changes = new ArrayList<>(List.of("integrator: coefficients, ", "", old, other));
    if (what.equals("layers")) {
      changes.addAll(List.of("law: signs", "law: dominated"));
    }
    Finding finding = new Checker().check(claim, run(changes));
    assertEquals(Verdict.NOT_APPLICABLE, finding.verdict());
    assertTrue(finding.reason().startsWith(what + ": "), finding.reason());
  }

  private Trajectory run(List<String> changes) throws IOException {
    String text = ORTHOGONAL;
    for (int i = 0; i < changes.size(); i += 2) {
      assertTrue(text.contains(changes.get(i)), changes.get(i));
      text = text.replace(changes.get(i), changes.get(i + 1));
    }
    Path file = Files.writeString(directory.resolve("sample.yaml"), text);
    var loaded = CaseLoader.load(file);
    return IntegratorChoice.of(loaded).integrate(loaded.problem());
  }
}
