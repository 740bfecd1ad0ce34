package org.flowproof.proof.kernel;

/** Equations put into equations; the same rule as inequality. */
class RewriteRuleTest extends RuleTest {
  RewriteRuleTest() {
    super("rewrite");
  }

  private Desk from(String given, String shows, String... extra) {
    return about().given("g", given).step("s", "rewrite", "g", shows, extra);
  }

  @Override
  RuleRows rows() {
    return new RuleRows()
        .holds("a value put in", from("y[k] == 2", "y[k]*a[j] == 2*a[j]"))
        .holds(
            "a definition unfolded",
            from("balance[j,0] == 0", "a[j,0]^2 == normW2[j,0]", "unfold", "balance"))
        .holds("a definition unfolded, one side only", use("a2[j] == a[j]^2", "unfold", "a2"))
        .holds("a root", from("normX2[k] == 4", "Sqrt[normX2[k]] == 2"))
        .holds("solved for a factor", from("3*y[k] == 6", "y[k] == 2"))
        .holds("divided by what is not zero", from("y[k]*a[j,0] == 1", "a[j,0] == 1/y[k]"))
        .holds(
            "a chain",
            about()
                .given("g", "y[k] == a[j,0]")
                .given("e", "a[j,0] == 3")
                .step("s", "rewrite", "g e", "y[k] == 3"))
        .holds("a sum as one number", from("Sum[y[l], {l, n}] == 0", "Sum[y[l], {l, n}]*a[j] == 0"))
        .holds(
            "for every neuron",
            new Desk()
                .given("g", "ForAll[{g, m}, a[g,0] == 1]")
                .step("s", "rewrite", "g", "a[p,0]^2 == 1", "for", "p")
                .concluding("ForAll[{g, m}, a[g,0]^2 == 1]"))
        .holds(
            "a condition at the end",
            about().range("t >= 0 && N[t] == 1").step("s", "rewrite", "range", "2*N[t] == 2"))
        .holds(
            "the loss of the residuals", use("2*n*loss == Sum[r[l]^2, {l, n}]", "unfold", "loss"))
        .fails(
            "a root of a square loses the sign", "not shown", from("a[j,0]^2 == 4", "a[j,0] == 2"))
        .fails(
            "divided by what may vanish",
            "not shown",
            from("a[j,0]*y[k] == a[j,0]*N[0]", "y[k] == N[0]"))
        .fails(
            "a reciprocal of what may vanish",
            "not shown: has a value",
            from("a[j,0] == y[k]", "1/a[j,0] == 1/y[k]"))
        .fails("an equation at the start used later", "not shown", from("N[0] == 1", "N[t] == 1"))
        .fails(
            "one neuron for another",
            "not shown",
            new Desk()
                .fixed("j", org.flowproof.formula.IndexKind.NEURON)
                .fixed("p", org.flowproof.formula.IndexKind.NEURON)
                .given("g", "a[j,0] == 1")
                .step("s", "rewrite", "g", "a[p,0] == 1"))
        .fails("one sample for a sum", "not shown", from("y[k] == 1", "Sum[y[l], {l, n}] == n"))
        .fails("not unfolded", "not shown", use("normX2[k] == normX[k]^2"))
        .fails(
            "unfolded with the wrong sign",
            "not shown",
            from("balance[j,0] == 0", "a[j,0]^2 == -normW2[j,0]", "unfold", "balance"))
        .fails("an inequality taken for an equation", "not shown", from("y[k] >= 2", "y[k] == 2"))
        .fails(
            "functions of equal squares",
            "not shown",
            from("y[k]^2 == a[j,0]^2", "Exp[y[k]] == Exp[a[j,0]]"))
        .fails(
            "no such abbreviation",
            "is not an observable",
            use("a2[j] == a[j]^2", "unfold", "square"))
        .fails(
            "a key that the rule does not read",
            "does not use the key",
            use("y[k] == y[k]", "keep", "h"))
        .fails(
            "for every neuron from one",
            "no premise speaks",
            new Desk()
                .given("g", "ForAll[{g, m}, a[g,0] == 1]")
                .step("s", "rewrite", "g", "Sum[a[p,0], {p, m}] == m"))
        .fails(
            "a product taken apart",
            "not shown",
            from("a[j,0]*y[k] == 6", "a[j,0] == 6 || y[k] == 6"));
  }
}
