package org.flowproof.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.flowproof.formula.IndexKind;
import org.flowproof.proof.Claim;
import org.junit.jupiter.api.Test;

/** Models and hypotheses, decided without tolerance. */
class CheckerHypothesesTest {

  private static Finding check(ClaimDraft draft, double... outputs) {
    var functions = new java.util.function.DoubleUnaryOperator[outputs.length];
    for (int j = 0; j < outputs.length; j++) {
      double a = outputs[j];
      functions[j] = t -> a;
    }
    return new Checker().check(draft.claim(), HandMade.of(1e-9, functions));
  }

  private static final ClaimDraft DOMINATED =
      ClaimDraft.says("N[t] >= 0").given("dominated", "ForAll[{p, m}, a[p,0]^2 >= normW2[p,0]]");

  @Test
  void oneUlpDecides() {
    // |w|^2 = 2: the doubles on both sides of sqrt(2) differ in their last bit only
    double above = Math.sqrt(2);
    double below = Math.nextDown(above);
    assertEquals(Verdict.HOLDS, check(DOMINATED, above).verdict());
    Finding finding = check(DOMINATED, 2, below);
    assertEquals(Verdict.NOT_APPLICABLE, finding.verdict());
    assertTrue(finding.reason().contains("'dominated'"), finding.reason());
    assertTrue(finding.reason().contains("p = 2"), finding.reason());
    assertTrue(finding.reason().matches(".*off by 3\\.55E-16"), finding.reason());
  }

  @Test
  void tieMeetsAWeakHypothesisAndNotAStrictOne() {
    assertEquals(
        Verdict.HOLDS,
        check(ClaimDraft.says("t >= 0").given("weak", "a[1,0]^2 >= normW2[1,0] - 2"), 0).verdict());
    assertEquals(
        Verdict.NOT_APPLICABLE,
        check(ClaimDraft.says("t >= 0").given("strict", "a[1,0]^2 > normW2[1,0] - 2"), 0)
            .verdict());
  }

  @Test
  void irrationalHypothesesAreDecidedAwayFromTies() {
    ClaimDraft norm = ClaimDraft.says("t >= 0").given("large", "Abs[a[1,0]] >= Sqrt[normW2[1,0]]");
    assertEquals(Verdict.HOLDS, check(norm, 1.5).verdict());
    assertEquals(Verdict.NOT_APPLICABLE, check(norm, 1.4).verdict());
    assertEquals(Verdict.UNKNOWN, check(norm, Math.sqrt(2)).verdict());
  }

  @Test
  void failingHypothesisCountsBeforeOneWithoutValue() {
    ClaimDraft both =
        ClaimDraft.says("t >= 0").given("ratio", "1/a[1,0] > 0").given("nonzero", "a[1,0] != 0");
    Finding finding = check(both, 0);
    assertEquals(Verdict.NOT_APPLICABLE, finding.verdict());
    assertTrue(finding.reason().contains("'nonzero'"), finding.reason());
  }

  @Test
  void genericIndicesSelectInstances() {
    ClaimDraft each =
        ClaimDraft.says("a[j] >= 1.9").forEach("j", IndexKind.NEURON).given("large", "a[j,0] >= 2");
    Finding some = check(each, 3, 1, 2);
    assertEquals(Verdict.HOLDS, some.verdict(), some::toString);
    assertEquals(new Finding.Instances(2, 3), some.instances());
    Finding none = check(each, 1, 1.5);
    assertEquals(Verdict.NOT_APPLICABLE, none.verdict());
    assertEquals(new Finding.Instances(0, 2), none.instances());
    assertTrue(none.reason().contains("off by 0.5"), none.reason());
  }

  @Test
  void modelComesFirst() {
    HandMade run = HandMade.of(0, t -> 1);
    Claim.Model early =
        new Claim.Model(
            Claim.Model.LossKind.ANY,
            Claim.Model.Layers.ANY,
            Claim.Model.ActivationKind.RELU,
            Claim.Model.Motion.EARLY_ALIGNMENT_FLOW);
    Finding finding = new Checker().check(ClaimDraft.says("N < 0").claim(early), run);
    assertEquals(Verdict.NOT_APPLICABLE, finding.verdict());
    assertTrue(finding.reason().startsWith("dynamics:"), finding.reason());
  }
}
