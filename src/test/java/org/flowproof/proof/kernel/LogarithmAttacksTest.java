package org.flowproof.proof.kernel;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Comparisons of logarithms, and the law that takes logarithms apart. */
class LogarithmAttacksTest extends Trials {
  private static Desk given(String... facts) {
    Desk desk = about();
    for (int i = 0; i < facts.length; i++) {
      desk.given("g" + (i + 1), facts[i]);
    }
    return desk;
  }

  private static Desk logarithm(String shows, String... facts) {
    return given(facts).step("s", "logarithm", names(facts.length), shows);
  }

  private static Desk law(String shows, String... facts) {
    return given(facts).step("s", "logarithm-law", names(facts.length), shows);
  }

  private static String names(int count) {
    return String.join(" ", Stream.iterate(1, i -> i + 1).limit(count).map(i -> "g" + i).toList());
  }

  @TestFactory
  Stream<DynamicTest> comparisons() {
    return Stream.of(
        valid("at most", logarithm("Log[N[0]] <= 2", "N[0] > 0", "N[0] <= Exp[2]")),
        valid("less", logarithm("Log[N[0]] < 2", "N[0] > 0", "N[0] < Exp[2]")),
        valid(
            "at least: positive since exponentials are",
            logarithm("Log[N[0]] >= 2", "N[0] >= Exp[2]")),
        valid("more", logarithm("Log[N[0]] > 2", "N[0] > Exp[2]")),
        valid("weaker than what is known", logarithm("Log[N[0]] >= 2", "N[0] > Exp[2]")),
        valid("on the right side", logarithm("2 <= Log[N[0]]", "N[0] >= Exp[2]")),
        valid("on both sides", logarithm("Log[N[0]] < Log[N[0] + 1]", "N[0] > 0")),
        valid("against 0", logarithm("Log[1 + N[0]] >= 0")),
        valid(
            "of a quotient", logarithm("Log[N[0]/n] <= alpha", "N[0] > 0", "N[0] <= n*Exp[alpha]")),
        valid(
            "for every neuron",
            given("ForAll[{p, m}, a[p,0]^2 > 1]")
                .step("s", "logarithm", "g1", "Log[a[p,0]^2] > 0", "for", "p")
                .concluding("ForAll[{p, m}, Log[a[p,0]^2] > 0]")),
        valid(
            "at the end of the interval",
            about().range("t >= 0 && N[t] > 1").step("s", "logarithm", "range", "Log[N[t]] > 0")),
        valid(
            "along the flow",
            given("loss[0] > 0")
                .step("d", "derivative-along-flow", "", "loss'[t] == -gradNorm2[t]", "keep", "r")
                .step("e", "inequality", "d", "loss'[t] <= 0")
                .step("f", "monotone", "e", "loss[t] <= loss[0]")
                .step("s", "logarithm", "f g1", "Log[1 + loss[t]] <= Log[1 + loss[0]]")),
        attack("reversed", "not shown", logarithm("Log[N[0]] >= 2", "N[0] > 0", "N[0] <= Exp[2]")),
        attack(
            "of what may be 0",
            "not shown: N[0] > 0",
            logarithm("Log[N[0]] <= 2", "N[0] <= Exp[2]")),
        attack(
            "of what may be negative",
            "not shown: a[j, 0] > 0",
            logarithm("Log[a[j,0]] <= 2", "a[j,0] != 0", "a[j,0] <= Exp[2]")),
        attack(
            "strict from weak",
            "not shown",
            logarithm("Log[N[0]] < 2", "N[0] > 0", "N[0] <= Exp[2]")),
        attack(
            "without the exponential",
            "not shown",
            logarithm("Log[N[0]] <= 2", "N[0] > 0", "N[0] <= 2")),
        attack(
            "another exponent",
            "not shown",
            logarithm("Log[N[0]] <= 1", "N[0] > 0", "N[0] <= Exp[2]")),
        attack("weak at 0", "not shown", logarithm("Log[N[0]] >= 0", "N[0] >= 0")),
        attack(
            "strict against 0", "not shown", logarithm("Log[N[0]] < 0", "N[0] > 0", "N[0] <= 1")),
        attack(
            "the opposite number",
            "not shown",
            logarithm("Log[-N[0]] <= 2", "N[0] > 0", "N[0] <= Exp[2]")),
        attack(
            "both sides reversed", "not shown", logarithm("Log[N[0] + 1] < Log[N[0]]", "N[0] > 0")),
        attack(
            "the bound has no value",
            "not shown",
            logarithm("Log[N[0]] <= 1/alpha", "N[0] > 0", "N[0] <= 1")),
        attack(
            "another neuron",
            "not shown",
            given("ForAll[{p, m}, a[p,0]^2 > 1]")
                .step("r", "inequality", "g1", "a[p,0]^2 > 1", "for", "p")
                .step("s", "logarithm", "r", "Log[y[l]^2] > 0", "for", "l")
                .concluding("y[k] > 0")),
        attack(
            "a premise that is not named",
            "not shown",
            given("N[0] > 0", "N[0] <= Exp[2]").step("s", "logarithm", "g1", "Log[N[0]] <= 2")),
        attack(
            "an equation",
            "expected a statement with",
            logarithm("Log[N[0]] == 2", "N[0] == Exp[2]")),
        attack("no logarithm", "neither side is a logarithm", logarithm("N[0] <= 2", "N[0] <= 2")),
        attack(
            "what holds at the end only is not there earlier",
            "at the end of the interval only",
            about()
                .range("t >= 0 && N[t] > 1")
                .step("l", "logarithm", "range", "Log[N[t]] > 0")
                .step("s", "keeps-sign", "l", "N[t] > 0")));
  }

  @TestFactory
  Stream<DynamicTest> laws() {
    return Stream.of(
        valid(
            "product",
            law("Log[N[0]*loss[0]] == Log[N[0]] + Log[loss[0]]", "N[0] > 0", "loss[0] > 0")),
        valid(
            "quotient",
            law("Log[N[0]/loss[0]] == Log[N[0]] - Log[loss[0]]", "N[0] > 0", "loss[0] > 0")),
        valid("cube", law("Log[N[0]^3] == 3*Log[N[0]]", "N[0] > 0")),
        valid("negative power", law("Log[N[0]^(-2)] == -2*Log[N[0]]", "N[0] > 0")),
        valid("power 0", law("Log[N[0]^0] == 0", "N[0] > 0")),
        valid("exponential", law("Log[Exp[loss[0]]] == loss[0]")),
        valid("growth", law("Log[N[0]*Exp[2*alpha]] == Log[N[0]] + 2*alpha", "N[0] > 0")),
        valid("one", law("Log[1] == 0")),
        valid("numbers", law("Log[4*N[0]/3] == Log[4] + Log[N[0]] - Log[3]", "N[0] > 0")),
        valid("multiples", law("3*Log[N[0]] - Log[N[0]^2] == Log[N[0]]", "N[0] > 0")),
        valid("half", law("Log[N[0]^2]/2 == Log[N[0]]", "N[0] > 0")),
        valid("sizes", law("Log[n*m] == Log[n] + Log[m]")),
        valid(
            "for every neuron",
            given("ForAll[{p, m}, a[p,0] > 0]")
                .step("s", "logarithm-law", "g1", "Log[a[p,0]^2] == 2*Log[a[p,0]]", "for", "p")
                .concluding("ForAll[{p, m}, Log[a[p,0]^2] == 2*Log[a[p,0]]]")),
        attack(
            "square of what may be negative",
            "not shown",
            law("Log[a[j,0]^2] == 2*Log[a[j,0]]", "a[j,0] != 0")),
        attack(
            "product of two negatives",
            "not shown",
            law("Log[a[j,0]*y[k]] == Log[a[j,0]] + Log[y[k]]", "a[j,0]*y[k] > 0")),
        attack(
            "sum",
            "not an identity",
            law("Log[N[0] + loss[0]] == Log[N[0]] + Log[loss[0]]", "N[0] > 0", "loss[0] > 0")),
        attack("another power", "not an identity", law("Log[N[0]^2] == 3*Log[N[0]]", "N[0] > 0")),
        attack(
            "quotient as product",
            "not an identity",
            law("Log[N[0]/loss[0]] == Log[N[0]] + Log[loss[0]]", "N[0] > 0", "loss[0] > 0")),
        attack(
            "product of logarithms",
            "not an identity",
            law("Log[N[0]*loss[0]] == Log[N[0]]*Log[loss[0]]", "N[0] > 0", "loss[0] > 0")),
        attack(
            "power of a logarithm",
            "not an identity",
            law("Log[N[0]^2] == Log[N[0]]^2", "N[0] > 0")),
        attack("of what may be 0", "not shown", law("Log[N[0]^3] == 3*Log[N[0]]")),
        attack(
            "a premise that is not named",
            "not shown",
            given("N[0] > 0").step("s", "logarithm-law", "", "Log[N[0]^3] == 3*Log[N[0]]")),
        attack("of 0", "not shown", law("Log[0*N[0]] == Log[0] + Log[N[0]]", "N[0] > 0")),
        attack(
            "of a negative number",
            "not shown",
            law("Log[(-2)*N[0]] == Log[-2] + Log[N[0]]", "N[0] > 0")),
        attack("exponential of twice", "not an identity", law("Log[Exp[alpha]^2] == alpha")),
        attack(
            "different factors",
            "not an identity",
            law(
                "Log[N[0]*loss[0]] == Log[N[0]] + Log[mse[0]]",
                "N[0] > 0",
                "loss[0] > 0",
                "mse[0] > 0")),
        attack(
            "an inequality",
            "must show an equation",
            law("Log[N[0]^2] <= 2*Log[N[0]]", "N[0] > 0")),
        attack("no logarithm", "no logarithm", law("N[0] + N[0] == 2*N[0]")));
  }
}
