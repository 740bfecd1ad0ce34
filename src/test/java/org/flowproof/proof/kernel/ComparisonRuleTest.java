package org.flowproof.proof.kernel;

/** Differential inequalities against closed forms. */
class ComparisonRuleTest extends RuleTest {
  ComparisonRuleTest() {
    super("comparison");
  }

  private static final String SUP = "Sup[N[tau], {tau, 0, t}]";

  private static Desk conserved() {
    return about().step("d", "derivative-along-flow", "", "balance'[j] == 0");
  }

  private Desk rate(String bound, String shows) {
    return conserved().step("r", "inequality", "d", bound).step("s", rule(), "r", shows);
  }

  // balance' == 0, so every rate that is 0 at the start's value is shown from it
  private Desk decay(String factor, String shows) {
    return conserved()
        .given("b", "balance[j,0] == 0")
        .step("c", "constant", "d", "balance[j] == balance[j,0]")
        .step("r", "inequality", "d c b", "balance'[j] <= " + factor + "*balance[j]")
        .step("s", rule(), "r", shows);
  }

  private Desk overtaken(String from, String range) {
    return about()
        .given("b", "balance[j,0] > 0")
        .range(range)
        .step("d", "derivative-along-flow", "", "balance'[j] == 0")
        .step("r", "inequality", "d", "balance'[j] <= balance[j]^2")
        .step("s", rule(), from, "balance[j] <= balance[j,0]/(1 - balance[j,0]*t)");
  }

  @Override
  RuleRows rows() {
    String linear = "balance'[j] <= 1";
    return new RuleRows()
        .holds("a linear bound", rate(linear, "balance[j] <= balance[j,0] + t"))
        .holds(
            "from below", rate("balance'[j] >= -y[k]^2", "balance[j] >= balance[j,0] - t*y[k]^2"))
        .holds(
            "a frozen supremum",
            rate("balance'[j] <= " + SUP, "balance[j] <= balance[j,0] + t*" + SUP))
        .holds(
            "a supremum with a sign",
            rate("balance'[j] >= -" + SUP, "balance[j] >= balance[j,0] - t*" + SUP))
        .holds("from an equation", conserved().step("s", rule(), "d", "balance[j] <= balance[j,0]"))
        .holds("an exponential bound", decay("2", "balance[j] <= balance[j,0]*Exp[2*t]"))
        .holds("an exponential decay", decay("(-1)", "balance[j] <= balance[j,0]*Exp[-t]"))
        .holds("a rate of data", decay("y[k]", "balance[j] <= balance[j,0]*Exp[y[k]*t]"))
        .holds(
            "a bound that blows up after the range",
            overtaken("r b range", "t >= 0 && 1 - balance[j,0]*t > 0")
                .concluding("balance[j] <= balance[j,0]/(1 - balance[j,0]*t)"))
        .holds(
            "until the end of the run",
            rate(linear, "balance[j] <= balance[j,0] + t").range("t >= 0 && t <= endTime"))
        .holds(
            "for every neuron",
            new Desk()
                .step("d", "derivative-along-flow", "", "balance'[p] == 0", "for", "p")
                .step("r", "inequality", "d", "balance'[p] <= 3", "for", "p")
                .step("s", rule(), "r", "balance[p] <= balance[p,0] + 3*t", "for", "p")
                .concluding("ForAll[{g, m}, balance[g] <= balance[g,0] + 3*t]"))
        .fails(
            "a bound that starts below",
            "not an identity",
            rate(linear, "balance[j] <= balance[j,0] + t - 1"))
        .fails("a bound that starts elsewhere", "not an identity", rate(linear, "balance[j] <= t"))
        .fails("wrong rate", "not an identity", rate(linear, "balance[j] <= balance[j,0] + t/2"))
        .fails(
            "half the exponent", "not an identity", decay("2", "balance[j] <= balance[j,0]*Exp[t]"))
        .fails(
            "wrong sign of the exponent",
            "not an identity",
            decay("2", "balance[j] <= balance[j,0]*Exp[-2*t]"))
        .fails("other side", "from the other side", rate(linear, "balance[j] >= balance[j,0] + t"))
        .fails("strict", "expected <= or >=", rate(linear, "balance[j] < balance[j,0] + t"))
        .fails(
            "another neuron's rate", "no premise that holds", rate(linear, "a2[j] <= a2[j,0] + t"))
        .fails(
            "blow-up inside the range",
            "not shown",
            rate("balance'[j] <= balance[j]^2", "balance[j] <= balance[j,0]/(1 - balance[j,0]*t)"))
        .fails(
            "the condition at the end is not listed",
            "not shown",
            overtaken("r b", "t >= 0 && 1 - balance[j,0]*t > 0"))
        .fails(
            "a condition that allows the pole",
            "not shown",
            overtaken("r b range", "t >= 0 && 1 - balance[j,0]*t >= 0"))
        .fails(
            "positive again after the pole",
            "not shown",
            overtaken("r b range", "t >= 0 && (1 - balance[j,0]*t)^2 > 0"))
        .fails(
            "a denominator that grows from a negative value",
            "not shown",
            conserved()
                .given("b", "y[k] < 0")
                .range("t >= 0 && t + y[k] > 0")
                .step("r", "inequality", "d", "balance'[j] <= 0")
                .step("s", rule(), "r range", "balance[j] <= balance[j,0]*(t + y[k])/(t + y[k])"))
        .fails(
            "a rate that is not Lipschitz",
            "not polynomial",
            rate("balance'[j] <= Abs[balance[j]]", "balance[j] <= balance[j,0]*Exp[t]"))
        .fails(
            "a root as a rate",
            "not polynomial",
            conserved()
                .given("b", "balance[j,0] == 0")
                .step("c", "constant", "d", "balance[j] == balance[j,0]")
                .step("r", "inequality", "d c b", "balance'[j] <= Sqrt[balance[j]]")
                .step("s", rule(), "r c b", "balance[j] <= balance[j,0] + t^2/4"))
        .fails(
            "the right side moves",
            "something else that moves",
            rate("balance'[j] <= N[t]", "balance[j] <= balance[j,0] + t*N[t]"))
        .fails(
            "the right side depends on t",
            "something else that moves",
            rate("balance'[j] <= t", "balance[j] <= balance[j,0] + t^2/2"))
        .fails(
            "the bound moves",
            "contains something that moves",
            rate(linear, "balance[j] <= balance[j,0] + t + N[t] - N[0]"))
        .fails(
            "a falling infimum cannot be frozen",
            "moves",
            rate(
                "balance'[j] <= Inf[N[tau], {tau, 0, t}]",
                "balance[j] <= balance[j,0] + t*Inf[N[tau], {tau, 0, t}]"))
        .fails(
            "a supremum with the wrong sign",
            "not an identity",
            conserved()
                .step("c", "constant", "d", "balance[j] == balance[j,0]")
                .step("u", "supremum", "", "N[t] <= " + SUP)
                .step("r", "inequality", "d u", "balance'[j] >= N[t] - " + SUP)
                .step("r2", "inequality", "r", "balance'[j] >= -" + SUP)
                .step("s", rule(), "r2", "balance[j] >= balance[j,0] + t*" + SUP))
        .fails(
            "not affine in a supremum",
            "affine",
            rate("balance'[j] <= " + SUP + "^2", "balance[j] <= balance[j,0] + t*" + SUP + "^2"))
        .fails(
            "a supremum times something without sign",
            "not shown",
            conserved()
                .given("b", "balance[j,0] >= 0")
                .step("c", "constant", "d", "balance[j] == balance[j,0]")
                .step("r", "inequality", "d c b", "balance'[j] <= " + SUP + "*balance[j]")
                .step("s", rule(), "r", "balance[j] <= balance[j,0]*Exp[t*" + SUP + "]"))
        .fails(
            "suprema of many below a sum",
            "a supremum below a sum",
            rate(
                "balance'[j] <= Sum[Sup[a[p,tau]^2, {tau, 0, t}], {p, m}]",
                "balance[j] <= balance[j,0] + t*Sum[Sup[a[p,tau]^2, {tau, 0, t}], {p, m}]"))
        .fails(
            "a bound without value",
            "not shown: has a value",
            rate(linear, "balance[j] <= balance[j,0]*y[k]*y[k]^(-1) + t"))
        .fails(
            "a bound without value below a sum",
            "not shown: has a value",
            rate(
                linear,
                "balance[j] <= balance[j,0] + t + 0*Sum[1/(1 + Sum[y[l]*y[g], {g, n}]), {l, n}]"))
        .fails(
            "a rate at the end only",
            "no premise that holds on the whole interval",
            about()
                .range("t >= 0 && N'[t] <= 0")
                .step("d", "rewrite", "range", "N'[t] <= 0")
                .step("s", rule(), "d", "N[t] <= N[0]"))
        .fails(
            "a quantity that jumps",
            "may change in the range",
            about()
                .step("d", "inequality", "", "0*s'[j,k] == 0")
                .step("s", rule(), "d", "s[j,k] <= s[j,k,0]"))
        .fails(
            "a sum of weights",
            "must be an observable at t",
            rate(linear, "balance[j] + 1 <= balance[j,0] + 1 + t"));
  }
}
