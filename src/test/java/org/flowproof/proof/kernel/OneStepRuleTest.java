package org.flowproof.proof.kernel;

import static org.flowproof.formula.IndexKind.COORDINATE;
import static org.flowproof.formula.IndexKind.NEURON;
import static org.flowproof.formula.IndexKind.SAMPLE;

/** Next values in counted time. */
class OneStepRuleTest extends RuleTest {
  OneStepRuleTest() {
    super("one-step");
  }

  @Override
  RuleRows rows() {
    return new RuleRows()
        .holds(
            "hidden weight",
            general(
                "w[j,i,t+1] == w[j,i] + eta/n*Sum[g[l]*y[l]*b[j]*s[j,l]*x[l,i], {l, n}]",
                "keep",
                "g"))
        .holds(
            "hidden weight, terms in another order",
            general(
                "w[j,i,t+1] == eta*side[j]/width*Sum[s[j,l]*x[l,i]*g[l]*y[l]/n, {l, n}] + w[j,i]",
                "keep",
                "g"))
        .holds(
            "coefficient",
            general(
                "rho[j,k,t+1] == rho[j,k] + eta/n*g[k]*s[j,k]*normX2[k]*y[k]*b[j]",
                "keep",
                "g, normX2"))
        .holds(
            "preactivation",
            general(
                "u[j,k,t+1] == u[j,k] + eta/n*Sum[g[l]*y[l]*b[j]*s[j,l]*Sum[x[l,c]*x[k,c], {c, d}], {l, n}]",
                "keep",
                "g"))
        .holds(
            "a difference",
            general(
                "size[j,k,t+1] == size[j,k] + eta/n*g[k]*s[j,k]*normX2[k]*y[k]^2*side[j]^2/width",
                "keep",
                "g, normX2"))
        .holds(
            "orthogonal preactivation",
            orthogonal("u[j,k,t+1] == u[j,k] + eta/n*g[k]*y[k]*b[j]*s[j,k]*R[k]^2", "keep", "g"))
        .holds(
            "orthogonal component",
            orthogonal("v[j,k,t+1] == v[j,k] + eta/n*g[k]*y[k]*b[j]*s[j,k]*R[k]", "keep", "g"))
        .holds(
            "settled margin",
            settled(
                "z[k,t+1] == z[k] + eta*R[k]^2/n*g[k]*y[k]^2*Sum[side[j]^2*s[j,k]^2, {j, m}]/width^2",
                "keep",
                "g"))
        .holds("network, output weight", network("a[j,t+eta] == a[j] + eta*wD[j]", "keep", "D"))
        .holds(
            "network, hidden weight",
            network("w[j,i,t+eta] == w[j,i] + eta*a[j]*D[j,i]", "keep", "D"))
        .holds(
            "network, balance",
            network(
                "balance[j,t+eta] == balance[j] - eta^2*(a[j]^2*normD2[j] - wD[j]^2)", "keep", "D"))
        .fails(
            "wrong sign",
            "not an identity",
            general(
                "w[j,i,t+1] == w[j,i] - eta/n*Sum[g[l]*y[l]*b[j]*s[j,l]*x[l,i], {l, n}]",
                "keep",
                "g"))
        .fails(
            "step size missing",
            "not an identity",
            general(
                "w[j,i,t+1] == w[j,i] + Sum[g[l]*y[l]*b[j]*s[j,l]*x[l,i], {l, n}]/n", "keep", "g"))
        .fails(
            "one sample forgotten in the sum",
            "not an identity",
            orthogonal("z[k,t+1] == z[k]", "keep", "g"))
        .fails(
            "settled margin with the first power of the slope",
            "not an identity",
            settled(
                "z[k,t+1] == z[k] + eta*R[k]^2/n*g[k]*y[k]^2*Sum[side[j]^2*s[j,k], {j, m}]/width^2",
                "keep",
                "g"))
        .fails(
            "margin though slopes may jump",
            "not an identity",
            orthogonal(
                "z[k,t+1] == z[k] + eta*R[k]^2/n*g[k]*y[k]^2*Sum[side[p]^2*s[p,k]^2, {p, m}]/width^2",
                "keep",
                "g"))
        .fails("slopes may change in a step", "not an identity", orthogonal("s[j,k,t+1] == s[j,k]"))
        .fails(
            "doubled defect",
            "not an identity",
            network(
                "balance[j,t+eta] == balance[j] - 2*eta^2*(a[j]^2*normD2[j] - wD[j]^2)",
                "keep",
                "D"))
        .fails(
            "balance is not conserved by descent",
            "not an identity",
            network("balance[j,t+eta] == balance[j]", "keep", "D"))
        .fails(
            "a derivative is not a difference",
            "about iterations",
            about().step("s", "one-step", "", "a[j] == a[j,0]"))
        .fails(
            "value at the present time",
            "left side must be a value at",
            orthogonal("v[j,k] == v[j,k]"))
        .fails("an inequality", "must show an equation", orthogonal("v[j,k,t+1] >= v[j,k]"))
        .fails(
            "a quotient that may lack a value",
            "has a value",
            general("offset[j,i,t+1] == offset[j,i]", "keep", "normX2, g"));
  }

  private static final String GENERAL = "nearly-orthogonal/decomposition";
  private static final String ORTHOGONAL = "nearly-orthogonal/own-active-stays";

  private static Desk general(String shows, String... extra) {
    return new Desk()
        .inSettingOf(GENERAL)
        .fixed("j", NEURON)
        .fixed("k", SAMPLE)
        .fixed("i", COORDINATE)
        .step("s", "one-step", "", shows, extra);
  }

  private static Desk orthogonal(String shows, String... extra) {
    return new Desk()
        .inSettingOf(ORTHOGONAL)
        .fixed("j", NEURON)
        .fixed("k", SAMPLE)
        .step("s", "one-step", "", shows, extra);
  }

  private static Desk settled(String shows, String... extra) {
    return new Desk()
        .inSettingOf("nearly-orthogonal/margin-recursion")
        .fixed("k", SAMPLE)
        .step("s", "one-step", "", shows, extra);
  }

  private static Desk network(String shows, String... extra) {
    return new Desk()
        .descent()
        .fixed("j", NEURON)
        .fixed("i", COORDINATE)
        .step("s", "one-step", "", shows, extra);
  }
}
