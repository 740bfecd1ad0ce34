package org.flowproof.proof.kernel;

/** A derivative with a sign. */
class MonotoneRuleTest extends RuleTest {
  MonotoneRuleTest() {
    super("monotone");
  }

  private static Desk descent() {
    return about()
        .step("d", "derivative-along-flow", "", "loss'[t] == -gradNorm2[t]", "keep", "r")
        .step("e", "inequality", "d", "loss'[t] <= 0");
  }

  private static Desk signed(String sign) {
    return about()
        .step("d", "derivative-along-flow", "", "balance'[j] == 0")
        .step("e", "inequality", "d", "balance'[j] " + sign + " 0");
  }

  private Desk then(Desk premise, String shows) {
    return premise.step("s", rule(), "e", shows);
  }

  @Override
  RuleRows rows() {
    return new RuleRows()
        .holds("the loss falls", then(descent(), "loss[t] <= loss[0]"))
        .holds("the loss falls with ReLU", then(descent().relu(), "loss[t] <= loss[0]"))
        .holds(
            "until the end of the run",
            then(descent().range("t >= 0 && t <= endTime"), "loss[t] <= loss[0]"))
        .holds("after the start", then(descent().range("t > 0"), "loss[t] <= loss[0]"))
        .holds(
            "the squared error falls",
            then(
                about()
                    .step(
                        "d", "derivative-along-flow", "", "mse'[t] == -2*gradNorm2[t]", "keep", "r")
                    .step("e", "inequality", "d", "mse'[t] <= 0"),
                "mse[t] <= mse[0]"))
        .holds("an increase of nothing", then(signed(">="), "balance[j] >= balance[j,0]"))
        .holds("a decrease of nothing", then(signed("<="), "balance[j] <= balance[j,0]"))
        .holds(
            "an early pull",
            then(
                about()
                    .range("t >= 0 && t < firstEvent[j]")
                    .step("d", "derivative-along-flow", "", "normD02'[j] == 0")
                    .step("e", "inequality", "d", "normD02'[j] >= 0"),
                "normD02[j] >= normD02[j,0]"))
        .holds(
            "a gate before the event",
            then(
                about()
                    .range("t >= 0 && t < firstEvent[j]")
                    .step("d", "derivative-along-flow", "", "s'[j,k] == 0")
                    .step("e", "inequality", "d", "s'[j,k] <= 0"),
                "s[j,k] <= s[j,k,0]"))
        .holds(
            "by a lemma",
            about()
                .step("l", "lemma", "", null, "claim", "envelopes/energy-identity")
                .step("e", "inequality", "l", "loss'[t] <= 0")
                .step("s", rule(), "e", "loss[t] <= loss[0]"))
        .fails("reversed", "the premise gives", then(descent(), "loss[t] >= loss[0]"))
        .fails("strict", "the premise gives", then(descent(), "loss[t] < loss[0]"))
        .fails("equal", "the premise gives", then(descent(), "loss[t] == loss[0]"))
        .fails("half the start", "the premise gives", then(descent(), "loss[t] <= loss[0]/2"))
        .fails("another quantity", "the premise gives", then(descent(), "N[t] <= N[0]"))
        .fails(
            "another neuron",
            "the premise gives",
            then(
                new Desk()
                    .fixed("j", org.flowproof.formula.IndexKind.NEURON)
                    .fixed("p", org.flowproof.formula.IndexKind.NEURON)
                    .step("d", "derivative-along-flow", "", "balance'[j] == 0")
                    .step("e", "inequality", "d", "balance'[j] >= 0"),
                "balance[p] >= balance[p,0]"))
        .fails("from the future", "the premise gives", then(descent(), "loss[0] <= loss[t]"))
        .fails(
            "known at the end only",
            "at the end of the interval only",
            about()
                .range("t >= 0 && N'[t] >= 0")
                .step("e", "rewrite", "range", "N'[t] >= 0")
                .step("s", rule(), "e", "N[t] >= N[0]"))
        .fails(
            "a bounded derivative",
            "<= 0 or >= 0",
            about()
                .step("d", "derivative-along-flow", "", "loss'[t] == -gradNorm2[t]", "keep", "r")
                .step("e", "inequality", "d", "loss'[t] <= 1")
                .step("s", rule(), "e", "loss[t] <= loss[0]"))
        .fails(
            "a strict premise",
            "<= 0 or >= 0",
            then(
                about()
                    .step(
                        "d", "derivative-along-flow", "", "loss'[t] == -gradNorm2[t]", "keep", "r")
                    .step("f", "inequality", "d", "loss'[t] - 1 < 0")
                    .step("e", "inequality", "f", "loss'[t] < 1"),
                "loss[t] <= loss[0]"))
        .fails(
            "a value, not a derivative",
            "must be a derivative at t",
            then(about().step("e", "inequality", "", "N[t] >= 0"), "N[t] >= N[0]"))
        .fails(
            "zero on the left",
            "<= 0 or >= 0",
            then(
                about()
                    .step("d", "derivative-along-flow", "", "balance'[j] == 0")
                    .step("e", "inequality", "d", "0 <= balance'[j]"),
                "balance[j] >= balance[j,0]"))
        .fails(
            "the derivative is not the first premise",
            "must say that a derivative is <= 0 or >= 0",
            descent().given("g", "N[0] > 0").step("s", rule(), "g e", "loss[t] <= loss[0]"))
        .fails("no premise", "a derivative as its first premise", use("loss[t] <= loss[0]"));
  }
}
