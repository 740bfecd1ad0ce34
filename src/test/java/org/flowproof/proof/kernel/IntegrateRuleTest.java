package org.flowproof.proof.kernel;

/** From a derivative to the integral. */
class IntegrateRuleTest extends RuleTest {
  IntegrateRuleTest() {
    super("integrate");
  }

  private static final String UNTIL = "t >= 0 && t < firstEvent[j]";

  private Desk energy(String shows) {
    return about()
        .step("d", "derivative-along-flow", "", "loss'[t] == -gradNorm2[t]", "keep", "r")
        .step("s", rule(), "d", shows);
  }

  private Desk of(String derivative, String shows) {
    return about().step("d", "derivative-along-flow", "", derivative).step("s", rule(), "d", shows);
  }

  private Desk tautology(String premise, String shows) {
    return about().step("d", "inequality", "", premise).step("s", rule(), "d", shows);
  }

  @Override
  RuleRows rows() {
    return new RuleRows()
        .holds("energy", energy("loss[0] - loss[t] == Integral[gradNorm2[tau], {tau, 0, t}]"))
        .holds(
            "energy, other sign",
            energy("loss[t] - loss[0] == Integral[-gradNorm2[tau], {tau, 0, t}]"))
        .holds(
            "energy until the end of the run",
            energy("loss[0] - loss[t] == Integral[gradNorm2[tau], {tau, 0, t}]")
                .range("t >= 0 && t <= endTime"))
        .holds(
            "energy after the start",
            energy("loss[0] - loss[t] == Integral[gradNorm2[tau], {tau, 0, t}]").range("t > 0"))
        .holds(
            "a weight", of("a'[j] == wD[j]", "a[j] - a[j,0] == Integral[wD[j,tau], {tau, 0, t}]"))
        .holds(
            "a weight in the early flow",
            of("a'[j] == wD0[j]", "a[j] - a[j,0] == Integral[wD0[j,tau], {tau, 0, t}]").early())
        .holds(
            "its square",
            of(
                "a2'[j] == 2*a[j]*wD[j]",
                "a2[j] - a2[j,0] == Integral[wD[j,tau]*a[j,tau]*2, {tau, 0, t}]"))
        .holds(
            "the sum of squares",
            of(
                "N'[t] == 2/n*Sum[r[l]*h[l], {l, n}]",
                "N[t] - N[0] == Integral[2/n*Sum[h[l,tau]*r[l,tau], {l, n}], {tau, 0, t}]"))
        .holds(
            "nothing",
            of("balance'[j] == 0", "balance[j] - balance[j,0] == Integral[0, {tau, 0, t}]"))
        .holds(
            "the integral of a derivative",
            tautology("N'[t] == N'[t]", "N[t] - N[0] == Integral[N'[tau], {tau, 0, t}]"))
        .fails(
            "wrong sign",
            "not an identity",
            energy("loss[t] - loss[0] == Integral[gradNorm2[tau], {tau, 0, t}]"))
        .fails(
            "half",
            "not an identity",
            energy("loss[0] - loss[t] == Integral[gradNorm2[tau]/2, {tau, 0, t}]"))
        .fails(
            "backwards in time",
            "expected E[t] - E[0]",
            energy("loss[0] - loss[t] == Integral[gradNorm2[tau], {tau, t, 0}]"))
        .fails(
            "the integrand frozen at t",
            "expected E[t] - E[0]",
            energy("loss[0] - loss[t] == Integral[gradNorm2[t], {tau, 0, t}]"))
        .fails(
            "the integrand frozen at 0",
            "not an identity",
            energy("loss[0] - loss[t] == Integral[gradNorm2[0], {tau, 0, t}]"))
        .fails(
            "a supremum for an integral",
            "expected E[t] - E[0]",
            energy("loss[0] - loss[t] == Sup[gradNorm2[tau], {tau, 0, t}]"))
        .fails(
            "the start forgotten",
            "expected E[t] - E[0]",
            energy("loss[t] == Integral[gradNorm2[tau], {tau, 0, t}]"))
        .fails(
            "another quantity",
            "expected E[t] - E[0]",
            energy("mse[0] - mse[t] == Integral[gradNorm2[tau], {tau, 0, t}]"))
        .fails(
            "an inequality for the result",
            "must show an equation",
            energy("loss[0] - loss[t] >= Integral[gradNorm2[tau], {tau, 0, t}]"))
        .fails(
            "an inequality for the premise",
            "must be an equation",
            about()
                .step("d", "derivative-along-flow", "", "loss'[t] == -gradNorm2[t]", "keep", "r")
                .step("e", "inequality", "d", "loss'[t] <= 0")
                .step("s", rule(), "e", "loss[t] - loss[0] == Integral[0, {tau, 0, t}]"))
        .fails(
            "an integrand without value",
            "not shown: has a value",
            energy("loss[0] - loss[t] == Integral[gradNorm2[tau]*y[k]/y[k], {tau, 0, t}]"))
        .fails(
            "a gate jumps while its derivative is 0",
            "may change in the range",
            tautology(
                "s'[j,k] == s'[j,k]", "s[j,k] - s[j,k,0] == Integral[s'[j,k,tau], {tau, 0, t}]"))
        .fails(
            "so does the early pull",
            "may change in the range",
            tautology(
                "normD02'[j] == normD02'[j]",
                "normD02[j] - normD02[j,0] == Integral[normD02'[j,tau], {tau, 0, t}]"))
        .fails(
            "a quotient may have no value",
            "not shown: has a value",
            about()
                .range(UNTIL)
                .step("e", "derivative-along-flow", "", "a'[j] == wD[j]")
                .step(
                    "s",
                    rule(),
                    "e",
                    "a[j] - a[j,0] == Integral[wD[j,tau]*q[j,tau]/q[j,tau], {tau, 0, t}]"))
        .fails(
            "known at the end only",
            "at the end of the interval only",
            about()
                .range("t >= 0 && N'[t] == 1")
                .step("d", "rewrite", "range", "N'[t] == 1")
                .step("s", rule(), "d", "N[t] - N[0] == Integral[1, {tau, 0, t}]"));
  }
}
