package org.flowproof.proof.kernel;

/** Equations between rational expressions with sums, at every size. */
class IdentityRuleTest extends RuleTest {
  IdentityRuleTest() {
    super("identity");
  }

  @Override
  RuleRows rows() {
    return new RuleRows()
        .holds("the residual", use("r[k] == y[k] - h[k]"))
        .holds("a definition", use("balance[j] == a2[j] - normW2[j]"))
        .holds("a sum by its name", use("N == Sum[a[p]^2, {p, m}]"))
        .holds("a binomial", use("(a[j] + y[k])^2 == a[j]^2 + 2*a[j]*y[k] + y[k]^2"))
        .holds("a square of a sum", use("N^2 == Sum[Sum[a[p]^2*a[g]^2, {p, m}], {g, m}]"))
        .holds(
            "a square of labels", use("Sum[y[l], {l, n}]^2 == Sum[Sum[y[l]*y[g], {l, n}], {g, n}]"))
        .holds(
            "two sorts",
            use("Sum[Sum[y[l]*a[p], {p, m}], {l, n}] == Sum[y[l], {l, n}]*Sum[a[p], {p, m}]"))
        .holds("a kept abbreviation", use("mse == 2*loss", "keep", "r"))
        .holds("functions of equal arguments", use("2*Exp[y[k]] == Exp[y[k]] + Exp[y[k]]"))
        .holds(
            "a supremum as one number",
            use(
                "Sup[N[tau], {tau, 0, t}]*2 - Sup[N[tau], {tau, 0, t}] == Sup[N[tau], {tau, 0, t}]"))
        .holds(
            "a quotient whose denominator is known",
            about().given("g", "y[k] != 0").step("s", "identity", "g", "a[j]*y[k]/y[k] == a[j]"))
        .holds("labels for residuals in the early flow", use("r[k] == y[k]").early())
        .holds(
            "squared error whatever the loss",
            use("mse == Sum[(y[l] - h[l])^2, {l, n}]/n").anyLoss())
        .fails("wrong sign", "not an identity", use("r[k] == y[k] + h[k]"))
        .fails("wrong constant", "not an identity", use("mse == loss", "keep", "r"))
        .fails("one neuron for all", "not an identity", use("N == a[j]^2"))
        .fails(
            "cross terms forgotten",
            "not an identity",
            use("Sum[y[l], {l, n}]^2 == Sum[y[l]^2, {l, n}]"))
        .fails(
            "fourth powers for the square of a sum",
            "not an identity",
            use("N^2 == Sum[a[p]^4, {p, m}]"))
        .fails(
            "true for one and two samples only",
            "not an identity",
            use("Sum[1, {l, n}]*(Sum[1, {l, n}] - 1)*(Sum[1, {l, n}] - 2) == 0"))
        .fails("true for one sample only", "not an identity", use("Sum[1, {l, n}] == 1"))
        .fails(
            "the number of samples is not a sum of ones by algebra",
            "not an identity",
            use("Sum[y[k], {l, n}] == y[k]"))
        .fails(
            "a free index of another neuron",
            "not an identity",
            use("Sum[a[p]^2, {p, m}] == m*a[j]^2"))
        .fails("one numbered neuron", "an index is a number", use("N == a[1]^2"))
        .fails(
            "a numbered neuron below a sum",
            "an index is a number",
            use("a[1]*Sum[1, {p, m}] == Sum[a[1], {p, m}]"))
        .fails(
            "a numbered neuron inside a supremum",
            "an index is a number",
            about()
                .step(
                    "c", "identity", "", "Sup[a[j,tau], {tau, 0, t}] == Sup[a[j,tau], {tau, 0, t}]")
                .step(
                    "s",
                    "identity",
                    "",
                    "Sup[a[1,tau], {tau, 0, t}] == Sup[a[j,tau], {tau, 0, t}]"))
        .fails("0/0", "not shown: has a value", use("a[j]*y[k]/a[j] == y[k]"))
        .fails("a quotient that is 1", "not shown: has a value", use("a[j]/a[j] == 1"))
        .fails(
            "a negative power of what may vanish",
            "not shown: has a value",
            use("a[j]^(-1)*a[j] == 1"))
        .fails("literal 0/0", "not shown: has a value", use("0/0 == 1"))
        .fails(
            "a sum as denominator",
            "not shown: has a value",
            use("Sum[y[l], {l, n}]/Sum[y[l], {l, n}] == 1"))
        .fails(
            "an abbreviation without value",
            "not shown: has a value",
            use("q[j] - q[j] == 0", "keep", "q"))
        .fails(
            "Log of what may be negative", "not shown: has a value", use("Log[y[k]] == Log[y[k]]"))
        .fails("a root is not a polynomial", "not an identity", use("Sqrt[a[j]^2] == a[j]"))
        .fails("Abs is not the identity", "not an identity", use("Abs[a[j] - y[k]] == a[j] - y[k]"))
        .fails("a maximum of two", "not an identity", use("Max[a[j], 0] == a[j]"))
        .fails("a maximum over neurons", "not rational", use("Max[a[p], {p, m}] == a[j]"))
        .fails("values at two times", "not an identity", use("N[t] == N[0]"))
        .fails("one weight at two times", "not an identity", use("a[j] == a[j,0]"))
        .fails(
            "a supremum is not its integrand",
            "not an identity",
            use("Sup[N[tau], {tau, 0, t}] == N[t]"))
        .fails("an inequality", "must show an equation", use("N[t] <= N[t]"))
        .fails(
            "residuals of an unknown loss", "not an identity", use("r[k] == y[k] - h[k]").anyLoss())
        .fails(
            "an unknown loss",
            "not an identity",
            use("loss == Sum[r[l]^2, {l, n}]/(2*n)").anyLoss())
        .fails(
            "velocity of untrained layers",
            "not an identity",
            use("gradNorm2 == Sum[a[p]^2*normD2[p] + wD[p]^2, {p, m}]").anyLayers())
        .fails("labels for residuals", "not an identity", use("r[k] == y[k]"))
        .fails("residuals in the early flow", "not an identity", use("r[k] == y[k] - h[k]").early())
        .fails(
            "the early loss is not that of the labels",
            "not an identity",
            use("mse == Sum[y[l]^2, {l, n}]/n").early())
        .fails(
            "a key that the rule does not read",
            "does not use the key",
            use("r[k] == y[k] - h[k]", "over", "j"));
  }
}
