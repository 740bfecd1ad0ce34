package org.flowproof.proof.kernel;

import static org.flowproof.formula.IndexKind.NEURON;
import static org.flowproof.formula.IndexKind.SAMPLE;

/** Statements at every iteration. */
class InductionRuleTest extends RuleTest {
  InductionRuleTest() {
    super("induction");
  }

  @Override
  RuleRows rows() {
    return new RuleRows()
        .holds(
            "a lower bound that is kept",
            own("u[j,k] >= u[j,k,0]", "u[j,k,t+1] >= u[j,k,0]", "u[j,k,0] >= u[j,k,0]", ""))
        .holds(
            "positivity from a hypothesis",
            own("u[j,k] > 0", "u[j,k,t+1] > 0", "u[j,k,0] > 0", "active"))
        .holds(
            "a weak bound from a strict start",
            own("u[j,k] >= 0", "u[j,k,t+1] >= 0", "u[j,k,0] >= 0", "active"))
        .holds(
            "nonnegative",
            own("u[j,k] + 1 > 1", "u[j,k,t+1] + 1 > 1", "u[j,k,0] + 1 > 1", "active"))
        .holds(
            "two parts together",
            own(
                "u[j,k] >= u[j,k,0] && u[j,k] > 0",
                "u[j,k,t+1] >= u[j,k,0] && u[j,k,t+1] > 0",
                "u[j,k,0] >= u[j,k,0] && u[j,k,0] > 0",
                "active"))
        .holds(
            "squares",
            own(
                "u[j,k]^2 >= u[j,k,0]^2 && u[j,k] > 0",
                "u[j,k,t+1]^2 >= u[j,k,0]^2 && u[j,k,t+1] > 0",
                "u[j,k,0]^2 >= u[j,k,0]^2 && u[j,k,0] > 0",
                "active"))
        .holds(
            "a disjunction",
            own(
                "u[j,k] > 0 || u[j,k] > 5",
                "u[j,k,t+1] > 0 || u[j,k,t+1] > 5",
                "u[j,k,0] > 0 || u[j,k,0] > 5",
                "active"))
        .holds(
            "a halved bound",
            own(
                "2*u[j,k] >= u[j,k,0] && u[j,k] > 0",
                "2*u[j,k,t+1] >= u[j,k,0] && u[j,k,t+1] > 0",
                "2*u[j,k,0] >= u[j,k,0] && u[j,k,0] > 0",
                "active"))
        .holds(
            "network: what a step leaves alone",
            new Desk()
                .descent()
                .fixed("j", NEURON)
                .given("unit", "eta == 0")
                .step("e", "one-step", "", "a[j,t+eta] == a[j] + eta*wD[j]", "keep", "D")
                .step("p", "inequality", "e unit", "Implies[a[j] == a[j,0], a[j,t+eta] == a[j,0]]")
                .step("b", "inequality", "", "a[j,0] == a[j,0]")
                .step("s", "induction", "p b", "a[j] == a[j,0]"))
        .holds(
            "for every sample at once",
            new Desk()
                .inSettingOf("nearly-orthogonal/own-active-stays")
                .fixed("j", NEURON)
                .given("own", "ForAll[{k, n}, y[k]*side[j] == 1]")
                .step("e", "one-step", "", OWN, "keep", "g", "for", "k")
                .step(
                    "p",
                    "inequality",
                    "e own",
                    "Implies[u[j,k] >= u[j,k,0], u[j,k,t+1] >= u[j,k,0]]",
                    "for",
                    "k")
                .step("b", "inequality", "", "u[j,k,0] >= u[j,k,0]", "for", "k")
                .step("s", "induction", "p b", "u[j,k] >= u[j,k,0]", "for", "k")
                .concluding("ForAll[{k, n}, u[j,k] >= u[j,k,0]]"))
        .fails(
            "the start is missing",
            "no premise gives the start",
            own("u[j,k] >= 7", "u[j,k,t+1] >= 7", "u[j,k,0] >= u[j,k,0]", ""))
        .fails(
            "the start of another neuron", "no premise gives the start", withOther("u[p,k,0] > 0"))
        .fails(
            "the step is missing",
            "no premise gives the step",
            bare().given("active", "u[j,k,0] > 0").step("s", "induction", "active", "u[j,k] > 0"))
        .fails(
            "a step for another bound",
            "no premise gives the step",
            stepFor("Implies[u[j,k] >= 1, u[j,k,t+1] >= 1]", "u[j,k] > 0"))
        .fails(
            "a step backwards",
            "no premise gives the step",
            stepFor("Implies[u[j,k,t+1] > 0, u[j,k,t+1] > 0]", "u[j,k] > 0"))
        .fails(
            "a step that ends weakly",
            "no premise gives the step",
            stepFor("Implies[u[j,k] > 0, u[j,k,t+1] >= 0]", "u[j,k] > 0"))
        .fails(
            "a step that is only shown at the end of the range",
            "no premise gives the step",
            bare()
                .range("t >= 0 && u[j,k] > 0")
                .given("active", "u[j,k,0] > 0")
                .given("own", "y[k]*side[j] == 1")
                .step("e", "one-step", "", OWN, "keep", "g")
                .step("p", "inequality", "e own range", "Implies[u[j,k] > 0, u[j,k,t+1] > 0]")
                .step("s", "induction", "p active", "u[j,k] > 0"))
        .fails(
            "in continuous time",
            "about iterations",
            about().given("x", "a[j,0] > 0").step("s", "induction", "x", "a[j] > 0"))
        .fails(
            "no time in the statement",
            "does not depend on the iteration",
            bare().given("active", "u[j,k,0] > 0").step("s", "induction", "active", "R[k] > 0"))
        .fails(
            "a range without the start",
            "must start with t >= 0",
            own("u[j,k] > 0", "u[j,k,t+1] > 0", "u[j,k,0] > 0", "active").range("t > 0"))
        .fails(
            "one part of two has no start",
            "no premise gives the start",
            own(
                "u[j,k] > 0 && u[j,k] >= -1",
                "u[j,k,t+1] > 0 && u[j,k,t+1] >= -1",
                "u[j,k,0] > 0",
                "active"));
  }

  private static final String OWN =
      "u[j,k,t+1] == u[j,k] + eta/n*g[k]*(y[k]*side[j])*s[j,k]*R[k]^2/width";

  private static Desk bare() {
    return new Desk()
        .inSettingOf("nearly-orthogonal/own-active-stays")
        .fixed("j", NEURON)
        .fixed("k", SAMPLE);
  }

  private static Desk own(String now, String next, String start, String hypothesis) {
    return bare()
        .given("own", "y[k]*side[j] == 1")
        .given("active", "u[j,k,0] > 0")
        .step("e", "one-step", "", OWN, "keep", "g")
        .step("p", "inequality", "e own", "Implies[" + now + ", " + next + "]")
        .step("b", "inequality", hypothesis, start)
        .step("s", "induction", "p b", now);
  }

  private static Desk stepFor(String step, String shows) {
    return bare()
        .given("own", "y[k]*side[j] == 1")
        .given("active", "u[j,k,0] > 0")
        .step("e", "one-step", "", OWN, "keep", "g")
        .step("p", "inequality", "e own", step)
        .step("s", "induction", "p active", shows);
  }

  private static Desk withOther(String start) {
    return bare()
        .fixed("p", NEURON)
        .given("own", "y[k]*side[j] == 1")
        .given("active", start)
        .step("e", "one-step", "", OWN, "keep", "g")
        .step("p1", "inequality", "e own", "Implies[u[j,k] > 0, u[j,k,t+1] > 0]")
        .step("s", "induction", "p1 active", "u[j,k] > 0");
  }
}
