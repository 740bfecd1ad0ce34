package org.flowproof.proof.kernel;

import static org.flowproof.formula.IndexKind.NEURON;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The rules that go from derivatives to values. */
class TimeAttacksTest extends Trials {
  private static Desk conserved() {
    return about().step("d", "derivative-along-flow", "", "balance'[j] == 0");
  }

  private static Desk descent() {
    return about()
        .step("d", "derivative-along-flow", "", "loss'[t] == -gradNorm2[t]", "keep", "r")
        .step("e", "inequality", "d", "loss'[t] <= 0");
  }

  @TestFactory
  Stream<DynamicTest> constant() {
    return Stream.of(
        valid("balance", conserved().step("s", "constant", "d", "balance[j] == balance[j,0]")),
        valid(
            "early pull before the event",
            about()
                .range("t >= 0 && t < firstEvent[j]")
                .step("d", "derivative-along-flow", "", "normD02'[j] == 0")
                .step("s", "constant", "d", "normD02[j] == normD02[j,0]")),
        attack(
            "derivative zero at the end only",
            "at the end of the interval only",
            about()
                .range("t >= 0 && N'[t] == 0")
                .step("d", "rewrite", "range", "N'[t] == 0")
                .step("s", "constant", "d", "N[t] == N[0]")),
        attack(
            "another quantity",
            "the premise gives",
            conserved().step("s", "constant", "d", "N[t] == N[0]")),
        attack(
            "another neuron",
            "the premise gives",
            new Desk()
                .fixed("j", NEURON)
                .fixed("p", NEURON)
                .step("d", "derivative-along-flow", "", "balance'[j] == 0")
                .step("s", "constant", "d", "balance[p] == balance[p,0]")),
        attack(
            "derivative at the start only",
            "must be a derivative at t",
            about().given("d", "N'[0] == 0").step("s", "constant", "d", "N[t] == N[0]")),
        attack(
            "a derivative that is not zero",
            "must say that a derivative is 0",
            about()
                .step("d", "derivative-along-flow", "", "a'[j] == wD[j]")
                .step("s", "constant", "d", "a[j] == a[j,0]")),
        attack(
            "assumed for later times",
            "about later times",
            about().given("d", "N'[t] == 0").step("s", "constant", "d", "N[t] == N[0]")));
  }

  @TestFactory
  Stream<DynamicTest> monotone() {
    return Stream.of(
        valid("the loss falls", descent().step("s", "monotone", "e", "loss[t] <= loss[0]")),
        valid(
            "as an increase of nothing",
            conserved()
                .step("e", "inequality", "d", "balance'[j] >= 0")
                .step("s", "monotone", "e", "balance[j] >= balance[j,0]")),
        attack(
            "reversed",
            "the premise gives",
            descent().step("s", "monotone", "e", "loss[t] >= loss[0]")),
        attack(
            "strict",
            "the premise gives",
            descent().step("s", "monotone", "e", "loss[t] < loss[0]")),
        attack(
            "at the end only",
            "at the end of the interval only",
            about()
                .range("t >= 0 && N'[t] >= 0")
                .step("d", "rewrite", "range", "N'[t] >= 0")
                .step("s", "monotone", "d", "N[t] >= N[0]")),
        attack(
            "bounded is not monotone",
            "<= 0 or >= 0",
            descent()
                .step("f", "inequality", "e", "loss'[t] <= 1")
                .step("s", "monotone", "f", "loss[t] <= loss[0]")));
  }

  @TestFactory
  Stream<DynamicTest> integrate() {
    return Stream.of(
        valid(
            "energy",
            descent()
                .step(
                    "s",
                    "integrate",
                    "d",
                    "loss[0] - loss[t] == Integral[gradNorm2[tau], {tau, 0, t}]")),
        valid(
            "a weight",
            about()
                .step("d", "derivative-along-flow", "", "a'[j] == wD[j]")
                .step("s", "integrate", "d", "a[j] - a[j,0] == Integral[wD[j,tau], {tau, 0, t}]")),
        attack(
            "sign",
            "not an identity",
            descent()
                .step(
                    "s",
                    "integrate",
                    "d",
                    "loss[t] - loss[0] == Integral[gradNorm2[tau], {tau, 0, t}]")),
        attack(
            "half",
            "not an identity",
            descent()
                .step(
                    "s",
                    "integrate",
                    "d",
                    "loss[0] - loss[t] == Integral[gradNorm2[tau]/2, {tau, 0, t}]")),
        attack(
            "backwards",
            "expected E[t] - E[0]",
            descent()
                .step(
                    "s",
                    "integrate",
                    "d",
                    "loss[0] - loss[t] == Integral[gradNorm2[tau], {tau, t, 0}]")),
        attack(
            "integrand frozen at t",
            "expected E[t] - E[0]",
            descent()
                .step(
                    "s",
                    "integrate",
                    "d",
                    "loss[0] - loss[t] == Integral[gradNorm2[t], {tau, 0, t}]")),
        attack(
            "an inequality",
            "must be an equation",
            descent()
                .step("s", "integrate", "e", "loss[t] - loss[0] == Integral[0, {tau, 0, t}]")));
  }

  @TestFactory
  Stream<DynamicTest> supremum() {
    return Stream.of(
        valid("of N", one("supremum", "N[t] <= Sup[N[tau], {tau, 0, t}]")),
        valid("of a weight", one("supremum", "a[j] <= Sup[a[j,tau], {tau, 0, t}]")),
        attack("reversed", "expected X[t]", one("supremum", "N[t] >= Sup[N[tau], {tau, 0, t}]")),
        attack(
            "of another quantity",
            "expected X[t]",
            one("supremum", "N[t] <= Sup[loss[tau], {tau, 0, t}]")),
        attack("the infimum", "expected X[t]", one("supremum", "N[t] <= Inf[N[tau], {tau, 0, t}]")),
        attack(
            "pole as a quotient",
            "not shown: has a value",
            one("supremum", "1/a[j] <= Sup[1/a[j,tau], {tau, 0, t}]")),
        attack(
            "pole as a power",
            "not shown: has a value",
            one("supremum", "a[j]^(-2) <= Sup[a[j,tau]^(-2), {tau, 0, t}]")),
        attack(
            "gates jump",
            "may change in the range",
            one("supremum", "s[j,k] <= Sup[s[j,k,tau], {tau, 0, t}]")),
        attack(
            "derivatives jump",
            "may not be absolutely continuous",
            one("supremum", "N'[t] <= Sup[N'[tau], {tau, 0, t}]")));
  }
}
