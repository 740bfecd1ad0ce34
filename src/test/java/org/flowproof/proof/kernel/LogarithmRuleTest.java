package org.flowproof.proof.kernel;

import java.util.stream.Stream;

/** Comparisons of logarithms. */
class LogarithmRuleTest extends RuleTest {
  LogarithmRuleTest() {
    super("logarithm");
  }

  @Override
  RuleRows rows() {
    return new RuleRows()
        .holds("at most", logarithm("Log[N[0]] <= 2", "N[0] > 0", "N[0] <= Exp[2]"))
        .holds("less", logarithm("Log[N[0]] < 2", "N[0] > 0", "N[0] < Exp[2]"))
        .holds(
            "at least: positive since exponentials are",
            logarithm("Log[N[0]] >= 2", "N[0] >= Exp[2]"))
        .holds("more", logarithm("Log[N[0]] > 2", "N[0] > Exp[2]"))
        .holds("weaker than what is known", logarithm("Log[N[0]] >= 2", "N[0] > Exp[2]"))
        .holds("on the right side", logarithm("2 <= Log[N[0]]", "N[0] >= Exp[2]"))
        .holds("on both sides", logarithm("Log[N[0]] < Log[N[0] + 1]", "N[0] > 0"))
        .holds("against 0", logarithm("Log[1 + N[0]] >= 0"))
        .holds(
            "of a quotient", logarithm("Log[N[0]/n] <= alpha", "N[0] > 0", "N[0] <= n*Exp[alpha]"))
        .holds(
            "for every neuron",
            given("ForAll[{p, m}, a[p,0]^2 > 1]")
                .step("s", "logarithm", "g1", "Log[a[p,0]^2] > 0", "for", "p")
                .concluding("ForAll[{p, m}, Log[a[p,0]^2] > 0]"))
        .holds(
            "at the end of the interval",
            about().range("t >= 0 && N[t] > 1").step("s", "logarithm", "range", "Log[N[t]] > 0"))
        .holds(
            "along the flow",
            given("loss[0] > 0")
                .step("d", "derivative-along-flow", "", "loss'[t] == -gradNorm2[t]", "keep", "r")
                .step("e", "inequality", "d", "loss'[t] <= 0")
                .step("f", "monotone", "e", "loss[t] <= loss[0]")
                .step("s", "logarithm", "f g1", "Log[1 + loss[t]] <= Log[1 + loss[0]]"))
        .fails("reversed", "not shown", logarithm("Log[N[0]] >= 2", "N[0] > 0", "N[0] <= Exp[2]"))
        .fails(
            "of what may be 0",
            "not shown: N[0] > 0",
            logarithm("Log[N[0]] <= 2", "N[0] <= Exp[2]"))
        .fails(
            "of what may be negative",
            "not shown: a[j, 0] > 0",
            logarithm("Log[a[j,0]] <= 2", "a[j,0] != 0", "a[j,0] <= Exp[2]"))
        .fails(
            "strict from weak",
            "not shown",
            logarithm("Log[N[0]] < 2", "N[0] > 0", "N[0] <= Exp[2]"))
        .fails(
            "without the exponential",
            "not shown",
            logarithm("Log[N[0]] <= 2", "N[0] > 0", "N[0] <= 2"))
        .fails(
            "another exponent",
            "not shown",
            logarithm("Log[N[0]] <= 1", "N[0] > 0", "N[0] <= Exp[2]"))
        .fails("weak at 0", "not shown", logarithm("Log[N[0]] >= 0", "N[0] >= 0"))
        .fails("strict against 0", "not shown", logarithm("Log[N[0]] < 0", "N[0] > 0", "N[0] <= 1"))
        .fails(
            "the opposite number",
            "not shown",
            logarithm("Log[-N[0]] <= 2", "N[0] > 0", "N[0] <= Exp[2]"))
        .fails(
            "both sides reversed", "not shown", logarithm("Log[N[0] + 1] < Log[N[0]]", "N[0] > 0"))
        .fails(
            "the bound has no value",
            "not shown",
            logarithm("Log[N[0]] <= 1/alpha", "N[0] > 0", "N[0] <= 1"))
        .fails(
            "another neuron",
            "not shown",
            given("ForAll[{p, m}, a[p,0]^2 > 1]")
                .step("r", "inequality", "g1", "a[p,0]^2 > 1", "for", "p")
                .step("s", "logarithm", "r", "Log[y[l]^2] > 0", "for", "l")
                .concluding("y[k] > 0"))
        .fails(
            "a premise that is not named",
            "not shown",
            given("N[0] > 0", "N[0] <= Exp[2]").step("s", "logarithm", "g1", "Log[N[0]] <= 2"))
        .fails(
            "an equation",
            "expected a statement with",
            logarithm("Log[N[0]] == 2", "N[0] == Exp[2]"))
        .fails("no logarithm", "neither side is a logarithm", logarithm("N[0] <= 2", "N[0] <= 2"));
  }

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

  private static String names(int count) {
    return String.join(" ", Stream.iterate(1, i -> i + 1).limit(count).map(i -> "g" + i).toList());
  }
}
