package org.flowproof.proof.kernel;

import static org.flowproof.formula.IndexKind.NEURON;

import java.util.Map;
import java.util.stream.Stream;
import org.flowproof.flow.ObservableCatalogue;
import org.flowproof.formula.FormulaParser;
import org.flowproof.formula.Proposition;
import org.flowproof.formula.ScopedVocabulary;
import org.flowproof.proof.Claim;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Comparison and solves-ode. */
class OdeAttacksTest extends Trials {
  private static Desk conserved() {
    return about().step("d", "derivative-along-flow", "", "balance'[j] == 0");
  }

  private static Desk rate(String bound, String shows) {
    return conserved().step("r", "inequality", "d", bound).step("s", "comparison", "r", shows);
  }

  @TestFactory
  Stream<DynamicTest> comparison() {
    String linear = "balance'[j] <= 1";
    return Stream.of(
        valid("a linear bound", rate(linear, "balance[j] <= balance[j,0] + t")),
        valid(
            "a frozen supremum",
            rate(
                "balance'[j] <= Sup[N[tau], {tau, 0, t}]",
                "balance[j] <= balance[j,0] + t*Sup[N[tau], {tau, 0, t}]")),
        valid(
            "from below", rate("balance'[j] >= -y[k]^2", "balance[j] >= balance[j,0] - t*y[k]^2")),
        attack(
            "wrong start", "not an identity", rate(linear, "balance[j] <= balance[j,0] + t - 1")),
        attack("wrong rate", "not an identity", rate(linear, "balance[j] <= balance[j,0] + t/2")),
        attack("other side", "from the other side", rate(linear, "balance[j] >= balance[j,0] + t")),
        attack("strict", "expected <= or >=", rate(linear, "balance[j] < balance[j,0] + t")),
        attack(
            "the square blows up",
            "not shown",
            rate("balance'[j] <= balance[j]^2", "balance[j] <= balance[j,0]/(1 - balance[j,0]*t)")),
        attack(
            "sides that are not Lipschitz",
            "not polynomial",
            rate("balance'[j] <= Abs[balance[j]]", "balance[j] <= balance[j,0]*Exp[t]")),
        attack(
            "the right side moves",
            "something else that moves",
            rate("balance'[j] <= N[t]", "balance[j] <= balance[j,0] + t*N[t]")),
        attack(
            "the right side depends on t",
            "something else that moves",
            rate("balance'[j] <= t", "balance[j] <= balance[j,0] + t^2/2")),
        attack(
            "the bound moves",
            "contains something that moves",
            rate(linear, "balance[j] <= balance[j,0] + t + N[t] - N[0]")),
        attack(
            "a falling infimum cannot be frozen",
            "moves",
            rate(
                "balance'[j] <= Inf[N[tau], {tau, 0, t}]",
                "balance[j] <= balance[j,0] + t*Inf[N[tau], {tau, 0, t}]")),
        attack(
            "not affine in a supremum",
            "affine",
            rate(
                "balance'[j] <= Sup[N[tau], {tau, 0, t}]^2",
                "balance[j] <= balance[j,0] + t*Sup[N[tau], {tau, 0, t}]^2")),
        attack(
            "a supremum times something without sign",
            "not shown",
            conserved()
                .given("b", "balance[j,0] >= 0")
                .step("c", "constant", "d", "balance[j] == balance[j,0]")
                .step(
                    "r",
                    "inequality",
                    "d c b",
                    "balance'[j] <= Sup[N[tau], {tau, 0, t}]*balance[j]")
                .step(
                    "s",
                    "comparison",
                    "r",
                    "balance[j] <= balance[j,0]*Exp[t*Sup[N[tau], {tau, 0, t}]]")),
        attack(
            "suprema of many below a sum",
            "a supremum below a sum",
            rate(
                "balance'[j] <= Sum[Sup[a[p,tau]^2, {tau, 0, t}], {p, m}]",
                "balance[j] <= balance[j,0] + t*Sum[Sup[a[p,tau]^2, {tau, 0, t}], {p, m}]")),
        attack(
            "a power that may have no value",
            "not shown: has a value",
            rate(linear, "balance[j] <= balance[j,0]*y[k]*y[k]^(-1) + t")),
        attack(
            "a rate at the end only",
            "no premise that holds on the whole interval",
            about()
                .range("t >= 0 && N'[t] <= 0")
                .step("d", "rewrite", "range", "N'[t] <= 0")
                .step("s", "comparison", "d", "N[t] <= N[0]")));
  }

  private static DynamicTest cone(String why, String reason, String holds) {
    ScopedVocabulary scope =
        ScopedVocabulary.extend(
            ObservableCatalogue.standard(),
            Map.of("j", NEURON, "i", org.flowproof.formula.IndexKind.COORDINATE),
            java.util.List.of("kappa", "p0"));
    Proposition wrong = FormulaParser.proposition(holds, scope);
    return twin("early-alignment/fixed-cone", why, reason, new Claim.Twin("x", wrong, null, why));
  }

  @TestFactory
  Stream<DynamicTest> solvesOde() {
    Desk scaled = about().step("d", "derivative-along-flow", "", "balance'[j] == 0");
    return Stream.of(
        valid("a constant", conserved().step("s", "solves-ode", "d", "balance[j] == balance[j,0]")),
        valid(
            "a tautology of a constant",
            scaled
                .step("e", "inequality", "d", "balance'[j] == 0*balance[j]")
                .step("s", "solves-ode", "e", "balance[j] == balance[j,0]")),
        attack(
            "a solution that grows",
            "not an identity",
            conserved().step("s", "solves-ode", "d", "balance[j] == balance[j,0] + t")),
        attack(
            "wrong start",
            "not an identity",
            conserved().step("s", "solves-ode", "d", "balance[j] == balance[j,0] + 1")),
        attack(
            "an open system",
            "not closed",
            about()
                .step("d", "derivative-along-flow", "", "a'[j] == wD[j]")
                .step("s", "solves-ode", "d", "a[j] == a[j,0]")),
        attack(
            "a closed form that is not closed",
            "not known",
            conserved().step("s", "solves-ode", "d", "balance[j] == balance[j,0] + N[t] - N[t]")),
        attack(
            "an inequality",
            "expected equations",
            conserved().step("s", "solves-ode", "d", "balance[j] <= balance[j,0]")),
        attack(
            "at the end only",
            "no premise gives",
            about()
                .range("t >= 0 && N'[t] == 0")
                .step("d", "rewrite", "range", "N'[t] == 0")
                .step("s", "solves-ode", "d", "N[t] == N[0]")),
        attack(
            "a form without value",
            "not shown: has a value",
            conserved().step("s", "solves-ode", "d", "balance[j] == balance[j,0]*y[k]/y[k]")),
        cone(
            "sine and cosine exchanged",
            "no premise says",
            "a[j] == a[j,0]*Sinh[kappa*t] + p0*Cosh[kappa*t]"));
  }
}
