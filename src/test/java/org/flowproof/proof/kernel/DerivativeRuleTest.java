package org.flowproof.proof.kernel;

import org.flowproof.formula.IndexKind;

/** The chain rule along the flow derived from the loss. */
class DerivativeRuleTest extends RuleTest {
  DerivativeRuleTest() {
    super("derivative-along-flow");
  }

  private static final String UNTIL = "t >= 0 && t < firstEvent[j]";

  private static final String QUOTIENT = "q'[j] == normD02[j] - q[j]^2 - Sum[s[j,l]*h[l]";

  @Override
  RuleRows rows() {
    return new RuleRows()
        .holds("an output weight", use("a'[j] == wD[j]"))
        .holds("its square", use("a2'[j] == 2*a[j]*wD[j]"))
        .holds("the norm of a hidden weight", use("normW2'[j] == 2*a[j]*wD[j]", "keep", "D"))
        .holds("the sum of squares", use("N'[t] == 2/n*Sum[r[l]*h[l], {l, n}]"))
        .holds("conserved balance", use("balance'[j] == 0"))
        .holds("the loss", use("loss'[t] == -gradNorm2[t]", "keep", "r"))
        .holds("the squared error", use("mse'[t] == -2*gradNorm2[t]", "keep", "r"))
        .holds("the early pull before the event", use("normD02'[j] == 0").range(UNTIL))
        .holds("a gate before the event", use("s'[j,k] == 0").range(UNTIL))
        .holds("the early flow", use("a'[j] == wD0[j]").early())
        .holds(
            "a pull in the early flow",
            use("wD0'[j] == a[j]*normD02[j]", "keep", "D0").early().range(UNTIL))
        .holds(
            "a quotient whose denominator stays",
            alive(QUOTIENT + "*Sum[x[l,i]*(D0[j,i] - q[j]*w[j,i]/a[j]), {i, d}], {l, n}]/n"))
        .holds(
            "an output weight in a setting with kinks",
            kinked("a'[j] == Sum[g[l]*y[l]*act[j,l], {l, n}]"))
        .holds(
            "an activation through its kinks",
            kinked("act'[j,k] == s[j,k]*Sum[a[j]*pull[j,c]*x[k,c], {c, d}]"))
        .holds("what the loss of a setting with kinks loses", kinked(DESCENT))
        .fails("a gate of a setting jumps", "absolutely continuous", kinked("s'[j,k] == 0"))
        .fails(
            "a pull of a setting jumps with its gates",
            "absolutely continuous",
            kinked("early'[j,i] == 0"))
        .fails(
            "an activation that is not moved through its gate",
            "not an identity",
            kinked("act'[j,k] == Sum[a[j]*pull[j,c]*x[k,c], {c, d}]"))
        .fails("the slope of the cost, of which nothing is said", "not known", kinked("g'[k] == 0"))
        .fails(
            "the corrections of the early pull forgotten",
            "not an identity",
            alive("q'[j] == normD02[j] - q[j]^2"))
        .fails(
            "half of a correction",
            "not an identity",
            alive(QUOTIENT + "*Sum[x[l,i]*D0[j,i], {i, d}], {l, n}]/n"))
        .fails("wrong sign", "not an identity", use("a'[j] == -wD[j]"))
        .fails("wrong constant", "not an identity", use("a2'[j] == a[j]*wD[j]"))
        .fails("half the rate", "not an identity", use("normW2'[j] == a[j]*wD[j]", "keep", "D"))
        .fails("the loss rises", "not an identity", use("loss'[t] == gradNorm2[t]", "keep", "r"))
        .fails("the sum is not conserved", "not an identity", use("N'[t] == 0"))
        .fails("the early pull in the full flow", "not an identity", use("a'[j] == wD0[j]"))
        .fails(
            "the energy identity in the early flow",
            "not an identity",
            use("loss'[t] == -gradNorm2[t]").early())
        .fails("the loss moves in the early flow", "not an identity", use("loss'[t] == 0").early())
        .fails("another loss", "the field is derived for", use("a'[j] == wD[j]").anyLoss())
        .fails("hidden weights only", "the field is derived for", use("a'[j] == wD[j]").anyLayers())
        .fails("a gate jumps", "may change in the range", use("s'[j,k] == 0"))
        .fails(
            "the early pull jumps with the gates",
            "may change in the range",
            use("normD02'[j] == 0"))
        .fails(
            "constant until another neuron's event",
            "may change in the range",
            new Desk()
                .fixed("j", IndexKind.NEURON)
                .fixed("p", IndexKind.NEURON)
                .range("t >= 0 && t < firstEvent[p]")
                .step("s", rule(), "", "normD02'[j] == 0"))
        .fails(
            "constant for every neuron until the event of one",
            "may change in the range",
            about().range(UNTIL).step("s", rule(), "", "normD02'[p] == 0", "for", "p"))
        .fails(
            "the end of the run is no event",
            "may change in the range",
            use("normD02'[j] == 0").range("t >= 0 && t <= endTime"))
        .fails(
            "a quotient whose denominator may vanish",
            "not shown: has a value",
            use("q'[j] == normD02[j] - q[j]^2").early().range(UNTIL))
        .fails(
            "a denominator known at the start only",
            "not shown: has a value",
            use("q'[j] == normD02[j] - q[j]^2").early().range(UNTIL).given("g", "a[j,0] != 0"))
        .fails(
            "a denominator known at the end only",
            "not shown: has a value",
            about()
                .early()
                .range(UNTIL + " && a[j] != 0")
                .step("s", rule(), "range", "q'[j] == normD02[j] - q[j]^2", "keep", "D0"))
        .fails(
            "a right side without value", "not shown: has a value", use("a'[j] == wD[j]*y[k]/y[k]"))
        .fails(
            "a root",
            "may not be absolutely continuous",
            use("cosine'[j] == 0").given("g", "normW2[j,0] > 0").range(UNTIL))
        .fails(
            "a derivative explains itself", "must not contain derivatives", use("N'[t] == N'[t]"))
        .fails("a derivative at the start", "must be a derivative at t", use("a'[j,0] == wD[j,0]"))
        .fails("an inequality", "must show an equation", use("loss'[t] <= 0"));
  }

  private static final String DESCENT =
      "loss'[t] == -Sum[Sum[g[l]*y[l]*act[p,l], {l, n}]^2"
          + " + Sum[(a[p]*pull[p,c])^2, {c, d}], {p, m}]";

  // the activation is a function whose slope is a gate
  private Desk kinked(String shows) {
    return new Desk()
        .inSettingOf("neuron-alignment/growth")
        .fixed("j", IndexKind.NEURON)
        .fixed("k", IndexKind.SAMPLE)
        .fixed("i", IndexKind.COORDINATE)
        .step("s", rule(), "", shows, "keep", "z");
  }

  // a[j] never vanishes when it is dominated and does not start at zero
  private Desk alive(String shows) {
    return about()
        .range(UNTIL)
        .given("dominated", "ForAll[{p, m}, a[p,0]^2 >= normW2[p,0]]")
        .given("nonzero", "a[j,0] != 0")
        .step("l", "lemma", "dominated", null, "claim", "envelopes/norm-growth-spectral")
        .step("x", "inequality", "l nonzero", "a[j] != 0")
        .step("s", rule(), "x", shows, "keep", "h");
  }
}
