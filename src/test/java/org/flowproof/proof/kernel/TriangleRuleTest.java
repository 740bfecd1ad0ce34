package org.flowproof.proof.kernel;

/** The triangle inequality. */
class TriangleRuleTest extends RuleTest {
  TriangleRuleTest() {
    super("triangle");
  }

  @Override
  RuleRows rows() {
    return new RuleRows()
        .holds("labels", use("Abs[Sum[y[l], {l, n}]] <= Sum[Abs[y[l]], {l, n}]", "over", "l"))
        .holds(
            "a preactivation", use("Abs[u[j,k]] <= Sum[Abs[w[j,i]*x[k,i]], {i, d}]", "over", "i"))
        .holds("an output", use("Abs[h[k]] <= Sum[Abs[a[p]*s[p,k]*u[p,k]], {p, m}]", "over", "p"))
        .holds(
            "an output with kept preactivations",
            use("Abs[h[k]] <= Sum[Abs[u[p,k]*a[p]*s[p,k]], {p, m}]", "over", "p", "keep", "u"))
        .holds(
            "a factor pulled in",
            use("Abs[a[j]*Sum[y[l], {l, n}]] <= Sum[Abs[a[j]*y[l]], {l, n}]", "over", "l"))
        .holds(
            "a difference of sums",
            use(
                "Abs[Sum[y[l], {l, n}] - Sum[h[l], {l, n}]] <= Sum[Abs[r[l]], {l, n}]",
                "over",
                "l"))
        .holds(
            "under another name",
            use("Abs[Sum[a[p], {p, m}]] <= Sum[Abs[a[g]], {g, m}]", "over", "p"))
        .holds(
            "a pull",
            use(
                "Abs[0*y[k] + Sum[a[p]*y[k], {p, m}]] <= Sum[Abs[a[p]*y[k]], {p, m}]",
                "over",
                "p",
                "keep",
                "a2"))
        .holds(
            "a double sum, outer index",
            use(
                "Abs[Sum[Sum[a[p]*y[l], {p, m}], {l, n}]] <= Sum[Abs[y[l]*Sum[a[p], {p, m}]], {l, n}]",
                "over",
                "l"))
        .holds("zero", use("Abs[0] <= Sum[Abs[0*y[l]], {l, n}]", "over", "l"))
        .fails(
            "without Abs inside",
            "expected Abs[X]",
            use("Abs[Sum[y[l], {l, n}]] <= Sum[y[l], {l, n}]", "over", "l"))
        .fails(
            "without Abs outside",
            "expected Abs[X]",
            use("Sum[y[l], {l, n}] <= Sum[Abs[y[l]], {l, n}]", "over", "l"))
        .fails(
            "strict",
            "expected Abs[X]",
            use("Abs[Sum[y[l], {l, n}]] < Sum[Abs[y[l]], {l, n}]", "over", "l"))
        .fails(
            "reversed",
            "expected Abs[X]",
            use("Abs[h[k]] >= Sum[Abs[a[p]*s[p,k]*u[p,k]], {p, m}]", "over", "p"))
        .fails(
            "an equation",
            "expected Abs[X]",
            use("Abs[Sum[y[l], {l, n}]] == Sum[Abs[y[l]], {l, n}]", "over", "l"))
        .fails(
            "half",
            "not an identity",
            use("Abs[Sum[y[l], {l, n}]] <= Sum[Abs[y[l]/2], {l, n}]", "over", "l"))
        .fails(
            "a forgotten factor",
            "not an identity",
            use("Abs[h[k]] <= Sum[Abs[a[p]*u[p,k]], {p, m}]", "over", "p"))
        .fails(
            "wrong sign inside",
            "not an identity",
            use("Abs[Sum[r[l], {l, n}]] <= Sum[Abs[y[l] + h[l]], {l, n}]", "over", "l"))
        .fails(
            "another sort",
            "expected Abs[X]",
            use("Abs[Sum[y[l], {l, n}]] <= Sum[Abs[y[k]], {p, m}]", "over", "l"))
        .fails(
            "a product for a sum",
            "not an identity",
            use("Abs[y[k]*Sum[y[l], {l, n}]] <= Sum[Abs[y[l]], {l, n}]", "over", "l"))
        .fails(
            "one term for the sum",
            "not an identity",
            use("Abs[Sum[y[l], {l, n}]] <= Sum[Abs[y[k]], {l, n}]", "over", "l"))
        .fails(
            "true for one sample only",
            "not an identity",
            use("Abs[y[k]] <= Sum[Abs[y[l]], {l, n}]", "over", "l"))
        .fails(
            "a square of a sum",
            "not an identity",
            use("Abs[Sum[y[l], {l, n}]^2] <= Sum[Abs[y[l]^2], {l, n}]", "over", "l"))
        .fails(
            "undefined terms",
            "not shown: has a value",
            use("Abs[Sum[1/y[l], {l, n}]] <= Sum[Abs[1/y[l]], {l, n}]", "over", "l"))
        .fails(
            "premises it does not use",
            "uses no premises",
            about()
                .given("g", "N[0] > 0")
                .step(
                    "s",
                    "triangle",
                    "g",
                    "Abs[Sum[y[l], {l, n}]] <= Sum[Abs[y[l]], {l, n}]",
                    "over",
                    "l"))
        .fails(
            "no index", "needs the key", use("Abs[Sum[y[l], {l, n}]] <= Sum[Abs[y[l]], {l, n}]"));
  }
}
