package org.flowproof.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.flowproof.enclose.Tube;
import org.flowproof.enclose.claim.HandTube;
import org.flowproof.formula.IndexKind;
import org.junit.jupiter.api.Test;

/** Claims on a tube around a solution in closed form, each beside a false one. */
class TubeCheckerTest {
  private static final Tube TUBE = HandTube.of(1, 16, 1e-12);

  private static Finding check(ClaimDraft draft) {
    return new TubeChecker(20_000).check(draft.claim(), TUBE, Optional.empty());
  }

  private static void verdict(Verdict expected, ClaimDraft draft) {
    Finding finding = check(draft);
    assertEquals(expected, finding.verdict(), finding.reason() + finding.caveats());
  }

  private static ClaimDraft neurons(String conclusion) {
    return ClaimDraft.says(conclusion).forEach("j", IndexKind.NEURON);
  }

  @Test
  void boundsThatAreTightAtZeroAreDecided() {
    ClaimDraft growth =
        ClaimDraft.says("N[t] <= N[0]*Exp[2*M*t]").where("M", "Sum[Abs[y[k]]*normX[k], {k, n}]/n");
    verdict(Verdict.ENCLOSED, growth);
    verdict(
        Verdict.VIOLATED,
        ClaimDraft.says("N[t] >= N[0]*Exp[2*M*t]").where("M", "Sum[Abs[y[k]]*normX[k], {k, n}]/n"));
    verdict(Verdict.VIOLATED, ClaimDraft.says("N[t] <= N[0]*Exp[t/1000]"));
    verdict(Verdict.VIOLATED, ClaimDraft.says("N[t] > N[0]"));
    verdict(Verdict.ENCLOSED, ClaimDraft.says("N[t] > N[0]").during("t > 0"));
    verdict(Verdict.ENCLOSED, ClaimDraft.says("loss[t] <= loss[0]"));
  }

  @Test
  void derivativesAlongTheFlow() {
    verdict(Verdict.ENCLOSED, ClaimDraft.says("N'[t] > 0"));
    verdict(Verdict.VIOLATED, ClaimDraft.says("N'[t] > 1"));
    verdict(Verdict.ENCLOSED, ClaimDraft.says("loss'[t] < 0"));
    verdict(Verdict.UNKNOWN, ClaimDraft.says("loss'[t] == -gradNorm2[t]"));
    verdict(Verdict.VIOLATED, ClaimDraft.says("loss'[t] == -gradNorm2[t]/2"));
  }

  @Test
  void whatIsConservedIsExact() {
    verdict(Verdict.ENCLOSED, neurons("a[j]^2 - normW2[j] == a[j,0]^2 - normW2[j,0]"));
    verdict(Verdict.ENCLOSED, neurons("a[j]^2 >= normW2[j]"));
    verdict(Verdict.VIOLATED, neurons("a[j]^2 >= 5/4*normW2[j]"));
  }

  @Test
  void restingNeuronsRestExactly() {
    ClaimDraft dead =
        neurons("a[j] == a[j,0] && normD2[j] == 0").given("dead", "ForAll[{k, n}, u[j,k,0] < 0]");
    verdict(Verdict.ENCLOSED, dead);
    verdict(Verdict.VIOLATED, neurons("a[j] == a[j,0]"));
  }

  @Test
  void premisesAndQuantifiers() {
    verdict(Verdict.ENCLOSED, neurons("ForAll[{k, n}, Implies[u[j,k] > 0, s[j,k] == 1]]"));
    verdict(Verdict.VIOLATED, neurons("ForAll[{k, n}, Implies[u[j,k] > 0, a[j] < a[j,0]]]"));
    verdict(Verdict.ENCLOSED, ClaimDraft.says("Exists[{j, m}, a[j] == 3/2]"));
    verdict(Verdict.NOT_APPLICABLE, neurons("Implies[a[j] < 0, a[j] > 7]"));
    verdict(Verdict.ENCLOSED, neurons("a[j] < 1 || a[j] > 1"));
  }

  @Test
  void rangesThatEndInside() {
    // h reaches 1 at about t = 0.28: the claim is false from there on
    verdict(Verdict.ENCLOSED, ClaimDraft.says("h[1] < 1").during("t >= 0 && t < 1/4"));
    verdict(Verdict.VIOLATED, ClaimDraft.says("h[1] < 1").during("t >= 0 && t < 1/2"));
    verdict(Verdict.ENCLOSED, ClaimDraft.says("h[1] < 1").during("t >= 0 && loss[t] > 6/10"));
    verdict(Verdict.VIOLATED, ClaimDraft.says("h[1] < 1").during("t >= 0 && loss[t] > 4/10"));
    verdict(Verdict.NOT_APPLICABLE, ClaimDraft.says("h[1] < 1").during("t < 0"));
    verdict(Verdict.UNKNOWN, ClaimDraft.says("h[1] < 1").during("t > 2"));
  }

  @Test
  void neuronsWithoutEvents() {
    verdict(
        Verdict.ENCLOSED,
        neurons("ForAll[{k, n}, s[j,k] == s[j,k,0]]").during("t < firstEvent[j]"));
  }

  @Test
  void suprema() {
    verdict(Verdict.ENCLOSED, ClaimDraft.says("Sup[N[tau], {tau, 0, t}] >= N[0]"));
    verdict(Verdict.ENCLOSED, ClaimDraft.says("Sup[N[tau], {tau, 0, t}] <= 3"));
    verdict(Verdict.VIOLATED, ClaimDraft.says("Sup[N[tau], {tau, 0, t}] <= 5/2"));
    verdict(Verdict.ENCLOSED, ClaimDraft.says("Integral[N[tau], {tau, 0, t}] <= 3*t"));
  }

  @Test
  void constantsWithoutBoundAreRefused() {
    Finding finding = check(ClaimDraft.says("ols[1] <= 7"));
    assertEquals(Verdict.UNKNOWN, finding.verdict());
    assertTrue(finding.reason().contains("ols is not read on tubes"), finding.reason());
    verdict(Verdict.ENCLOSED, ClaimDraft.says("lambdaMax >= 2499/100 && lambdaMax <= 2501/100"));
    verdict(Verdict.VIOLATED, ClaimDraft.says("lambdaMax >= 2501/100"));
    assertEquals(
        Verdict.UNKNOWN, check(ClaimDraft.says("t >= 0").given("h", "lastEvent == 0")).verdict());
  }

  @Test
  void hypothesesThatFailAreNamed() {
    Finding finding = check(ClaimDraft.says("t >= 0").given("small", "N[0] < 1/1000"));
    assertEquals(Verdict.NOT_APPLICABLE, finding.verdict());
    assertTrue(finding.reason().contains("small"), finding.reason());
  }

  @Test
  void aTubeThatBrokeOffSaysNothingOfWhatComesAfter() {
    Optional<String> why = Optional.of("neuron 1 grazes");
    ClaimDraft always = ClaimDraft.says("N[t] > 0");
    Finding finding = new TubeChecker(1000).check(always.claim(), TUBE, why);
    assertEquals(Verdict.UNKNOWN, finding.verdict());
    assertTrue(finding.reason().contains("neuron 1 grazes"), finding.reason());
    Finding early = new TubeChecker(1000).check(always.during("t < 1/2").claim(), TUBE, why);
    assertEquals(Verdict.ENCLOSED, early.verdict());
  }
}
