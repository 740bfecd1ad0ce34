package org.flowproof.proof.kernel;

import static org.flowproof.formula.IndexKind.COORDINATE;
import static org.flowproof.formula.IndexKind.NEURON;

/** From the field to terms made of weights, in one step. */
class IntegralAlongFlowRuleTest extends RuleTest {
  IntegralAlongFlowRuleTest() {
    super("integral-along-flow");
  }

  @Override
  RuleRows rows() {
    return new RuleRows()
        .holds("output weight", flow("a[j] - a[j,0] == Integral[wD[j,tau], {tau, 0, t}]"))
        .holds(
            "hidden weight",
            flow("w[j,i] - w[j,i,0] == Integral[a[j,tau]*D[j,i,tau], {tau, 0, t}]"))
        .holds(
            "product",
            flow(
                "a[j]*a[p] - a[j,0]*a[p,0]"
                    + " == Integral[a[j,tau]*wD[p,tau] + a[p,tau]*wD[j,tau], {tau, 0, t}]"))
        .holds(
            "mixed product",
            flow(
                "a[j]*w[p,i] - a[j,0]*w[p,i,0] == Integral["
                    + "wD[j,tau]*w[p,i,tau] + a[j,tau]*a[p,tau]*D[p,i,tau], {tau, 0, t}]"))
        .holds("cube", flow("a[j]^3 - a[j,0]^3 == Integral[3*a[j,tau]^2*wD[j,tau], {tau, 0, t}]"))
        .holds(
            "against its start",
            flow("a[j]*a[j,0] - a[j,0]*a[j,0] == Integral[a[j,0]*wD[j,tau], {tau, 0, t}]"))
        .holds("balance", flow("a[j]^2 - normW2[j] == a[j,0]^2 - normW2[j,0]"))
        .holds(
            "sum over the neurons",
            two()
                .step(
                    "s",
                    "integral-along-flow",
                    "",
                    "N[t] - N[0] == Integral[2/n*Sum[r[k,tau]*h[k,tau], {k, n}], {tau, 0, t}]",
                    "keep",
                    "r"))
        .holds(
            "early-alignment flow",
            two()
                .early()
                .step(
                    "s",
                    "integral-along-flow",
                    "",
                    "a[j] - a[j,0] == Integral[wD0[j,tau], {tau, 0, t}]",
                    "keep",
                    "D0"))
        .holds("product of two neurons of one pattern", shared("e", PRODUCT))
        .holds(
            "output weights of one pattern",
            shared(
                "e", "a[p] - a[p,0] == Integral[Sum[w[p,c,tau]*D[j,c,tau], {c, d}], {tau, 0, t}]"))
        .fails(
            "sign",
            "not an identity",
            flow("a[j,0] - a[j] == Integral[-wD[j,tau], {tau, 0, t}]")
                .concluding("a[j] == a[j,0]")
                .step(
                    "u",
                    "integral-along-flow",
                    "",
                    "a[j] - a[j,0] == Integral[-wD[j,tau], {tau, 0, t}]",
                    "keep",
                    "D"))
        .fails(
            "factor of a square",
            "not an identity",
            flow("a[j]^2 - a[j,0]^2 == Integral[a[j,tau]*wD[j,tau], {tau, 0, t}]"))
        .fails(
            "half of the product rule",
            "not an identity",
            flow("a[j]*a[p] - a[j,0]*a[p,0] == Integral[a[j,tau]*wD[p,tau], {tau, 0, t}]"))
        .fails("what moves", "not an identity", flow("a[j]*a[p] == a[j,0]*a[p,0]"))
        .fails("different patterns", "not an identity", flow(PRODUCT))
        .fails(
            "the pull of the other neuron",
            "not an identity",
            flow("a[p] - a[p,0] == Integral[Sum[w[p,c,tau]*D[j,c,tau], {c, d}], {tau, 0, t}]"))
        .fails(
            "the sum in place of the difference",
            "not an identity",
            shared(
                "e",
                "a[j]*a[p] + Sum[w[j,c]*w[p,c], {c, d}]"
                    + " == a[j,0]*a[p,0] + Sum[w[j,c,0]*w[p,c,0], {c, d}]"))
        .fails(
            "backwards", "expected X[t]", flow("a[j] - a[j,0] == Integral[wD[j,tau], {tau, t, 0}]"))
        .fails(
            "integrand frozen at the end",
            "expected X[t]",
            flow("a[j] - a[j,0] == Integral[wD[j,t], {tau, 0, t}]"))
        .fails(
            "another start",
            "expected X[t]",
            flow("a[j] - a[p,0] == Integral[wD[j,tau], {tau, 0, t}]"))
        .fails(
            "gates jump",
            "gates of neuron j may change",
            one("integral-along-flow", "s[j,k] == s[j,k,0]"))
        .fails("outputs move", "not an identity", one("integral-along-flow", "h[k] == h[k,0]"))
        .fails(
            "a pole",
            "not shown",
            flow("1/a[j] - 1/a[j,0] == Integral[-wD[j,tau]/a[j,tau]^2, {tau, 0, t}]"))
        .fails(
            "time itself moves",
            "t stands outside",
            flow("t*a[j] - 0*a[j,0] == Integral[tau*wD[j,tau], {tau, 0, t}]"))
        .fails(
            "equal at the end only",
            "at the end of the interval only",
            two()
                .range("t >= 0 && a[p] == a[j]")
                .step("e", "rewrite", "range", "a[p] == a[j]")
                .step(
                    "s",
                    "integral-along-flow",
                    "e",
                    "a[j] - a[j,0] == Integral[wD[j,tau], {tau, 0, t}]",
                    "keep",
                    "D"))
        .fails(
            "equal at the start only",
            "does not say what an observable at t equals",
            two()
                .given("e", "D[p,i,0] == D[j,i,0]")
                .step("s", "integral-along-flow", "e", "a[j] == a[j,0]", "keep", "D"))
        .fails(
            "an inequality as a premise",
            "does not say what an observable at t equals",
            shared()
                .step("q", "inequality", "e", "D[p,i] <= D[j,i]", "for", "i")
                .step("s", "integral-along-flow", "q", PRODUCT, "keep", "D"));
  }

  private static Desk two() {
    return new Desk().fixed("j", NEURON).fixed("p", NEURON).fixed("i", COORDINATE);
  }

  private static Desk flow(String shows) {
    return two().step("s", "integral-along-flow", "", shows, "keep", "D");
  }

  private static final String COMMON = "t >= 0 && t < firstEvent[j] && t < firstEvent[p]";
  private static final String PRODUCT =
      "a[j]*a[p] - Sum[w[j,c]*w[p,c], {c, d}]"
          + " == a[j,0]*a[p,0] - Sum[w[j,c,0]*w[p,c,0], {c, d}]";

  // two neurons of one pattern; their pulls are equal in every coordinate, called e
  private static Desk shared() {
    return new Desk()
        .fixed("j", NEURON)
        .fixed("p", NEURON)
        .range(COMMON)
        .given("same", "ForAll[{k, n}, s[p,k,0] == s[j,k,0]]")
        .step("b", "pattern-constant", "", "s[j,k] == s[j,k,0]", "for", "k")
        .step("c", "pattern-constant", "", "s[p,k] == s[p,k,0]", "for", "k")
        .step("f", "rewrite", "b c same", "s[p,k]*r[k]*x[k,i] == s[j,k]*r[k]*x[k,i]", "for", "k, i")
        .step(
            "g",
            "sum-over",
            "f",
            "Sum[s[p,k]*r[k]*x[k,i], {k, n}] == Sum[s[j,k]*r[k]*x[k,i], {k, n}]",
            "over",
            "k",
            "for",
            "i")
        .step("e", "rewrite", "g", "D[p,i] == D[j,i]", "for", "i", "unfold", "D");
  }

  private static Desk shared(String from, String shows) {
    return shared().step("s", "integral-along-flow", from, shows, "keep", "D");
  }
}
