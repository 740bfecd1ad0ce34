package org.flowproof.proof.kernel;

/** Closed forms of systems. */
class SolvesOdeRuleTest extends RuleTest {
  SolvesOdeRuleTest() {
    super("solves-ode");
  }

  private static final String UNTIL = "t >= 0 && t < firstEvent[j]";

  private static Desk conserved() {
    return about().step("d", "derivative-along-flow", "", "balance'[j] == 0");
  }

  private Desk still(String shows) {
    return conserved().step("s", rule(), "d", shows);
  }

  // a' == wD0, wD0' == kappa^2 a, with kappa^2 = 4
  private Desk cone(String shows) {
    return cone("normD02[j,0] == 4", shows);
  }

  private Desk cone(String given, String shows) {
    return about()
        .early()
        .range(UNTIL)
        .given("g", given)
        .step("c1", "derivative-along-flow", "", "a'[j] == wD0[j]", "keep", "D0")
        .step("c2", "derivative-along-flow", "", "wD0'[j] == a[j]*normD02[j]", "keep", "D0")
        .step("c3", "derivative-along-flow", "", "normD02'[j] == 0")
        .step("c4", "constant", "c3", "normD02[j] == normD02[j,0]")
        .step("c5", "rewrite", "c2 c4 g", "wD0'[j] == 4*a[j]")
        .step("s", rule(), "c1 c5", shows);
  }

  private static String pair(String a, String w) {
    return "a[j] == " + a + " && wD0[j] == " + w;
  }

  @Override
  RuleRows rows() {
    String a = "a[j,0]*Cosh[2*t] + wD0[j,0]/2*Sinh[2*t]";
    String w = "2*a[j,0]*Sinh[2*t] + wD0[j,0]*Cosh[2*t]";
    return new RuleRows()
        .holds("a constant", still("balance[j] == balance[j,0]"))
        .holds(
            "a constant written long",
            still("balance[j] == (balance[j,0]*(1 + t) - balance[j,0]*t)"))
        .holds("a constant with ReLU", still("balance[j] == balance[j,0]").relu().range("t > 0"))
        .holds(
            "no growth",
            conserved()
                .step("e", "inequality", "d", "balance'[j] == 0*balance[j]")
                .step("s", rule(), "e", "balance[j] == balance[j,0]"))
        .holds(
            "a number that is zero",
            conserved()
                .step("e", "inequality", "d", "balance'[j] == y[k] - y[k]")
                .step("s", rule(), "e", "balance[j] == balance[j,0]"))
        .holds("two weights turning", cone(pair(a, w)))
        .holds(
            "by exponentials",
            cone(
                pair(
                    "(a[j,0] + wD0[j,0]/2)*Exp[2*t]/2 + (a[j,0] - wD0[j,0]/2)*Exp[-2*t]/2",
                    "(a[j,0] + wD0[j,0]/2)*Exp[2*t] - (a[j,0] - wD0[j,0]/2)*Exp[-2*t]")))
        .holds(
            "by one exponential and its inverse",
            cone(pair("(a[j,0] + wD0[j,0]/2)*Exp[2*t]/2 + (a[j,0] - wD0[j,0]/2)/(2*Exp[2*t])", w)))
        .holds(
            "by half the angle",
            cone(pair("a[j,0]*(2*Cosh[t]^2 - 1) + wD0[j,0]*Sinh[t]*Cosh[t]", w)))
        .holds(
            "the early pull",
            about()
                .range(UNTIL)
                .step("d", "derivative-along-flow", "", "normD02'[j] == 0")
                .step("s", rule(), "d", "normD02[j] == normD02[j,0]"))
        .holds(
            "every neuron's balance",
            new Desk()
                .step("d", "derivative-along-flow", "", "balance'[p] == 0", "for", "p")
                .step("s", rule(), "d", "balance[p] == balance[p,0]", "for", "p")
                .concluding("ForAll[{g, m}, balance[g] == balance[g,0]]"))
        .fails("a solution that grows", "not an identity", still("balance[j] == balance[j,0] + t"))
        .fails("wrong start", "not an identity", still("balance[j] == balance[j,0] + 1"))
        .fails(
            "sine and cosine exchanged",
            "not an identity",
            cone(pair("a[j,0]*Sinh[2*t] + wD0[j,0]/2*Cosh[2*t]", w)))
        .fails(
            "wrong sign",
            "not an identity",
            cone(pair("a[j,0]*Cosh[2*t] - wD0[j,0]/2*Sinh[2*t]", w)))
        .fails(
            "twice the rate",
            "not an identity",
            cone(pair("a[j,0]*Cosh[4*t] + wD0[j,0]/2*Sinh[4*t]", w)))
        .fails(
            "a forgotten factor",
            "not an identity",
            cone(pair("a[j,0]*Cosh[2*t] + wD0[j,0]*Sinh[2*t]", w)))
        .fails(
            "equal to first order only",
            "not an identity",
            cone(pair("a[j,0]*Cosh[2*t] + wD0[j,0]*t", w)))
        .fails("one of two unknowns", "not closed", cone("a[j] == " + a))
        .fails(
            "an open system",
            "not closed",
            about()
                .step("d", "derivative-along-flow", "", "a'[j] == wD[j]")
                .step("s", rule(), "d", "a[j] == a[j,0]"))
        .fails(
            "a closed form that is not closed",
            "not known",
            still("balance[j] == balance[j,0] + N[t] - N[t]"))
        .fails("an inequality", "expected equations", still("balance[j] <= balance[j,0]"))
        .fails(
            "one unknown twice",
            "expected equations",
            still("balance[j] == balance[j,0] && balance[j] == balance[j,0]"))
        .fails(
            "a weak premise",
            "no premise gives",
            conserved()
                .step("e", "inequality", "d", "balance'[j] <= 0")
                .step("s", rule(), "e", "balance[j] == balance[j,0]"))
        .fails(
            "a rate that is not Lipschitz",
            "not polynomial",
            conserved()
                .given("b", "balance[j,0] == 0")
                .step("c", "constant", "d", "balance[j] == balance[j,0]")
                .step("e", "inequality", "d c b", "balance'[j] == 2*Sqrt[Abs[balance[j]]]")
                .step("s", rule(), "e", "balance[j] == balance[j,0] + t^2"))
        .fails(
            "known at the end only",
            "no premise gives",
            about()
                .range("t >= 0 && N'[t] == 0")
                .step("d", "rewrite", "range", "N'[t] == 0")
                .step("s", rule(), "d", "N[t] == N[0]"))
        .fails(
            "a form without value",
            "not shown: has a value",
            still("balance[j] == balance[j,0]*y[k]/y[k]"))
        .fails(
            "a form without value later",
            "not shown: has a value",
            still("balance[j] == balance[j,0]*(1 - t)/(1 - t)"))
        .fails(
            "an integral as a closed form",
            "not known",
            still("balance[j] == balance[j,0] + Integral[0, {tau, 0, t}]"))
        .fails(
            "a quantity that jumps",
            "may change in the range",
            about()
                .step("d", "inequality", "", "s'[j,k]*0 == 0")
                .step("s", rule(), "d", "s[j,k] == s[j,k,0]"));
  }
}
