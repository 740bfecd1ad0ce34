package org.flowproof.proof.kernel;

import java.util.stream.Stream;

/** The law that takes logarithms apart. */
class LogarithmLawRuleTest extends RuleTest {
  LogarithmLawRuleTest() {
    super("logarithm-law");
  }

  @Override
  RuleRows rows() {
    return new RuleRows()
        .holds(
            "product",
            law("Log[N[0]*loss[0]] == Log[N[0]] + Log[loss[0]]", "N[0] > 0", "loss[0] > 0"))
        .holds(
            "quotient",
            law("Log[N[0]/loss[0]] == Log[N[0]] - Log[loss[0]]", "N[0] > 0", "loss[0] > 0"))
        .holds("cube", law("Log[N[0]^3] == 3*Log[N[0]]", "N[0] > 0"))
        .holds("negative power", law("Log[N[0]^(-2)] == -2*Log[N[0]]", "N[0] > 0"))
        .holds("power 0", law("Log[N[0]^0] == 0", "N[0] > 0"))
        .holds("exponential", law("Log[Exp[loss[0]]] == loss[0]"))
        .holds("growth", law("Log[N[0]*Exp[2*alpha]] == Log[N[0]] + 2*alpha", "N[0] > 0"))
        .holds("one", law("Log[1] == 0"))
        .holds("numbers", law("Log[4*N[0]/3] == Log[4] + Log[N[0]] - Log[3]", "N[0] > 0"))
        .holds("multiples", law("3*Log[N[0]] - Log[N[0]^2] == Log[N[0]]", "N[0] > 0"))
        .holds("half", law("Log[N[0]^2]/2 == Log[N[0]]", "N[0] > 0"))
        .holds("sizes", law("Log[n*m] == Log[n] + Log[m]"))
        .holds(
            "for every neuron",
            given("ForAll[{p, m}, a[p,0] > 0]")
                .step("s", "logarithm-law", "g1", "Log[a[p,0]^2] == 2*Log[a[p,0]]", "for", "p")
                .concluding("ForAll[{p, m}, Log[a[p,0]^2] == 2*Log[a[p,0]]]"))
        .fails(
            "square of what may be negative",
            "not shown",
            law("Log[a[j,0]^2] == 2*Log[a[j,0]]", "a[j,0] != 0"))
        .fails(
            "product of two negatives",
            "not shown",
            law("Log[a[j,0]*y[k]] == Log[a[j,0]] + Log[y[k]]", "a[j,0]*y[k] > 0"))
        .fails(
            "sum",
            "not an identity",
            law("Log[N[0] + loss[0]] == Log[N[0]] + Log[loss[0]]", "N[0] > 0", "loss[0] > 0"))
        .fails("another power", "not an identity", law("Log[N[0]^2] == 3*Log[N[0]]", "N[0] > 0"))
        .fails(
            "quotient as product",
            "not an identity",
            law("Log[N[0]/loss[0]] == Log[N[0]] + Log[loss[0]]", "N[0] > 0", "loss[0] > 0"))
        .fails(
            "product of logarithms",
            "not an identity",
            law("Log[N[0]*loss[0]] == Log[N[0]]*Log[loss[0]]", "N[0] > 0", "loss[0] > 0"))
        .fails(
            "power of a logarithm",
            "not an identity",
            law("Log[N[0]^2] == Log[N[0]]^2", "N[0] > 0"))
        .fails("of what may be 0", "not shown", law("Log[N[0]^3] == 3*Log[N[0]]"))
        .fails(
            "a premise that is not named",
            "not shown",
            given("N[0] > 0").step("s", "logarithm-law", "", "Log[N[0]^3] == 3*Log[N[0]]"))
        .fails("of 0", "not shown", law("Log[0*N[0]] == Log[0] + Log[N[0]]", "N[0] > 0"))
        .fails(
            "of a negative number",
            "not shown",
            law("Log[(-2)*N[0]] == Log[-2] + Log[N[0]]", "N[0] > 0"))
        .fails("exponential of twice", "not an identity", law("Log[Exp[alpha]^2] == alpha"))
        .fails(
            "different factors",
            "not an identity",
            law(
                "Log[N[0]*loss[0]] == Log[N[0]] + Log[mse[0]]",
                "N[0] > 0",
                "loss[0] > 0",
                "mse[0] > 0"))
        .fails(
            "an inequality", "must show an equation", law("Log[N[0]^2] <= 2*Log[N[0]]", "N[0] > 0"))
        .fails("no logarithm", "no logarithm", law("N[0] + N[0] == 2*N[0]"));
  }

  private static Desk given(String... facts) {
    Desk desk = about();
    for (int i = 0; i < facts.length; i++) {
      desk.given("g" + (i + 1), facts[i]);
    }
    return desk;
  }

  private static Desk law(String shows, String... facts) {
    return given(facts).step("s", "logarithm-law", names(facts.length), shows);
  }

  private static String names(int count) {
    return String.join(" ", Stream.iterate(1, i -> i + 1).limit(count).map(i -> "g" + i).toList());
  }
}
