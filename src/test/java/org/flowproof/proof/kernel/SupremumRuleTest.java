package org.flowproof.proof.kernel;

/** The supremum over the past bounds the present. */
class SupremumRuleTest extends RuleTest {
  SupremumRuleTest() {
    super("supremum");
  }

  private static final String UNTIL = "t >= 0 && t < firstEvent[j]";

  private Desk of(String term) {
    return use(
        term
            + " <= Sup["
            + term.replace("[j]", "[j,tau]").replace("[k]", "[k,tau]").replace("[t]", "[tau]")
            + ", {tau, 0, t}]");
  }

  @Override
  RuleRows rows() {
    return new RuleRows()
        .holds("of N", of("N[t]"))
        .holds("of a weight", of("a[j]"))
        .holds("of its negative", of("-a[j]"))
        .holds("of the loss", of("loss[t]"))
        .holds("of an output", of("h[k]"))
        .holds("of a residual's square", of("r[k]^2"))
        .holds("of a difference", of("a[j]^2 - normW2[j]"))
        .holds("after the start", of("N[t]").range("t > 0"))
        .holds("of an exponential", of("Exp[a[j]]"))
        .holds(
            "of a gate before the event",
            use("s[j,k] <= Sup[s[j,k,tau], {tau, 0, t}]").range(UNTIL))
        .holds("of the early pull before the event", of("normD02[j]").range(UNTIL))
        .fails("reversed", "expected X[t]", use("N[t] >= Sup[N[tau], {tau, 0, t}]"))
        .fails("strict", "expected X[t]", use("N[t] < Sup[N[tau], {tau, 0, t}]"))
        .fails("equal", "expected X[t]", use("N[t] == Sup[N[tau], {tau, 0, t}]"))
        .fails("of another quantity", "expected X[t]", use("N[t] <= Sup[loss[tau], {tau, 0, t}]"))
        .fails("of half", "expected X[t]", use("N[t] <= Sup[N[tau]/2, {tau, 0, t}]"))
        .fails("the infimum", "expected X[t]", use("N[t] <= Inf[N[tau], {tau, 0, t}]"))
        .fails("frozen at t", "expected X[t]", use("N[t] <= Sup[N[t], {tau, 0, t}]"))
        .fails("over no time", "expected X[t]", use("N[t] <= Sup[N[tau], {tau, 0, 0}]"))
        .fails("a pole as a quotient", "not shown: has a value", of("1/a[j]"))
        .fails("a pole as a power", "not shown: has a value", of("a[j]^(-2)"))
        .fails("a pole behind a name", "not shown: has a value", of("q[j]").range(UNTIL))
        .fails(
            "gates jump", "may change in the range", use("s[j,k] <= Sup[s[j,k,tau], {tau, 0, t}]"))
        .fails(
            "derivatives jump",
            "may not be absolutely continuous",
            use("N'[t] <= Sup[N'[tau], {tau, 0, t}]"))
        .fails("a logarithm without value", "not shown: has a value", of("Log[N[t]]"))
        .fails(
            "a quantity that is not known",
            "may not be absolutely continuous",
            of("loss[t]").anyLoss());
  }
}
