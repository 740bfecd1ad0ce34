package org.flowproof.proof.kernel;

import static org.flowproof.formula.IndexKind.NEURON;

/** A derivative that is zero. */
class ConstantRuleTest extends RuleTest {
  ConstantRuleTest() {
    super("constant");
  }

  private static final String UNTIL = "t >= 0 && t < firstEvent[j]";

  private static Desk zero(String derivative) {
    return about().step("d", "derivative-along-flow", "", derivative + " == 0");
  }

  private Desk still(Desk premise, String shows) {
    return premise.step("s", rule(), "d", shows);
  }

  // an equation that does not come from the dynamics
  private Desk tautology(String premise, String shows) {
    return still(about().step("d", "inequality", "", premise), shows);
  }

  @Override
  RuleRows rows() {
    return new RuleRows()
        .holds("balance", still(zero("balance'[j]"), "balance[j] == balance[j,0]"))
        .holds(
            "balance in the early flow",
            still(zero("balance'[j]").early(), "balance[j] == balance[j,0]"))
        .holds("balance with ReLU", still(zero("balance'[j]").relu(), "balance[j] == balance[j,0]"))
        .holds(
            "balance until the end of the run",
            still(
                zero("balance'[j]").range("t >= 0 && t <= endTime"), "balance[j] == balance[j,0]"))
        .holds(
            "balance after the start",
            still(zero("balance'[j]").range("t > 0"), "balance[j] == balance[j,0]"))
        .holds(
            "the early pull before the event",
            still(zero("normD02'[j]").range(UNTIL), "normD02[j] == normD02[j,0]"))
        .holds("a gate before the event", still(zero("s'[j,k]").range(UNTIL), "s[j,k] == s[j,k,0]"))
        .holds(
            "one coordinate of the early pull",
            still(
                new Desk()
                    .fixed("j", NEURON)
                    .fixed("i", org.flowproof.formula.IndexKind.COORDINATE)
                    .range(UNTIL)
                    .step("d", "derivative-along-flow", "", "D0'[j,i] == 0"),
                "D0[j,i] == D0[j,i,0]"))
        .holds(
            "the pull in the early flow",
            still(zero("normD2'[j]").early().range(UNTIL), "normD2[j] == normD2[j,0]"))
        .holds(
            "every neuron's balance",
            new Desk()
                .step("d", "derivative-along-flow", "", "balance'[p] == 0", "for", "p")
                .step("s", rule(), "d", "balance[p] == balance[p,0]", "for", "p")
                .concluding("ForAll[{g, m}, balance[g] == balance[g,0]]"))
        .fails(
            "known at the end only",
            "at the end of the interval only",
            about()
                .range("t >= 0 && N'[t] == 0")
                .step("d", "rewrite", "range", "N'[t] == 0")
                .step("s", rule(), "d", "N[t] == N[0]"))
        .fails("another quantity", "the premise gives", still(zero("balance'[j]"), "N[t] == N[0]"))
        .fails(
            "another neuron",
            "the premise gives",
            new Desk()
                .fixed("j", NEURON)
                .fixed("p", NEURON)
                .step("d", "derivative-along-flow", "", "balance'[j] == 0")
                .step("s", rule(), "d", "balance[p] == balance[p,0]"))
        .fails("another value", "the premise gives", still(zero("balance'[j]"), "balance[j] == 0"))
        .fails(
            "twice the start",
            "the premise gives",
            still(zero("balance'[j]"), "balance[j] == 2*balance[j,0]"))
        .fails(
            "only bounded by the start",
            "the premise gives",
            still(zero("balance'[j]"), "balance[j] <= balance[j,0]"))
        .fails(
            "derivative at the start",
            "must be a derivative at t",
            about().given("d", "N'[0] == 0").step("s", rule(), "d", "N[t] == N[0]"))
        .fails(
            "a derivative that is not zero",
            "must say that a derivative is 0",
            still(
                about().step("d", "derivative-along-flow", "", "a'[j] == wD[j]"), "a[j] == a[j,0]"))
        .fails(
            "a value that is zero",
            "must be a derivative at t",
            still(about().step("d", "identity", "", "a2[j] - a[j]^2 == 0"), "a2[j] == a2[j,0]"))
        .fails(
            "a weak inequality",
            "must say that a derivative is 0",
            still(
                about()
                    .step("e", "derivative-along-flow", "", "balance'[j] == 0")
                    .step("d", "inequality", "e", "balance'[j] <= 0"),
                "balance[j] == balance[j,0]"))
        .fails(
            "a multiple of the derivative",
            "must be a derivative at t",
            tautology("0*s'[j,k] == 0", "s[j,k] == s[j,k,0]"))
        .fails(
            "zero is not on the right",
            "must say that a derivative is 0",
            tautology("N'[t] == N'[t]", "N[t] == N[0]"))
        .fails(
            "the derivative is not the first premise",
            "must say that a derivative is 0",
            about()
                .given("g", "N[0] > 0")
                .step("d", "derivative-along-flow", "", "balance'[j] == 0")
                .step("s", rule(), "g d", "balance[j] == balance[j,0]"))
        .fails("no premise", "a derivative as its first premise", use("N[t] == N[0]"));
  }
}
