package org.flowproof.proof.kernel;

/** The Cauchy-Schwarz inequality. */
class CauchySchwarzRuleTest extends RuleTest {
  CauchySchwarzRuleTest() {
    super("cauchy-schwarz");
  }

  private Desk coordinates(String shows, String u, String v) {
    return use(shows, "over", "i", "u", u, "v", v);
  }

  private Desk samples(String shows, String u, String v) {
    return use(shows, "over", "l", "u", u, "v", v);
  }

  @Override
  RuleRows rows() {
    String preactivation = "u[j,k]^2 <= normW2[j]*normX2[k]";
    String mean = "Sum[y[l], {l, n}]^2 <= Sum[y[l]^2, {l, n}]*Sum[1, {l, n}]";
    return new RuleRows()
        .holds("weights and samples", coordinates(preactivation, "w[j,i]", "x[k,i]"))
        .holds("exchanged", coordinates("u[j,k]^2 <= normX2[k]*normW2[j]", "x[k,i]", "w[j,i]"))
        .holds(
            "with factors that cancel",
            coordinates("4*u[j,k]^2 <= 4*normW2[j]*normX2[k]", "2*w[j,i]", "x[k,i]"))
        .holds("labels and ones", samples(mean, "y[l]", "1"))
        .holds(
            "residuals and outputs",
            samples(
                "Sum[r[l]*h[l], {l, n}]^2 <= Sum[r[l]^2, {l, n}]*Sum[h[l]^2, {l, n}]",
                "r[l]",
                "h[l]"))
        .holds(
            "gates and labels",
            samples(
                "Sum[s[j,l]*y[l], {l, n}]^2 <= Sum[s[j,l]^2, {l, n}]*Sum[y[l]^2, {l, n}]",
                "s[j,l]",
                "y[l]"))
        .holds(
            "weights and pull, kept",
            use(
                "wD[j]^2 <= normW2[j]*normD2[j]",
                "over",
                "i",
                "u",
                "w[j,i]",
                "v",
                "D[j,i]",
                "keep",
                "D"))
        .holds(
            "output weights",
            use("Sum[a[p], {p, m}]^2 <= N*Sum[1, {p, m}]", "over", "p", "u", "a[p]", "v", "1"))
        .holds(
            "for every neuron",
            new Desk()
                .fixed("k", org.flowproof.formula.IndexKind.SAMPLE)
                .step(
                    "s",
                    "cauchy-schwarz",
                    "",
                    "u[p,k]^2 <= normW2[p]*normX2[k]",
                    "over",
                    "i",
                    "u",
                    "w[p,i]",
                    "v",
                    "x[k,i]",
                    "for",
                    "p")
                .concluding("ForAll[{g, m}, u[g,k]^2 <= normW2[g]*normX2[k]]"))
        .holds(
            "vectors divided by what is not zero",
            about()
                .given("g", "y[k] != 0")
                .step(
                    "s",
                    "cauchy-schwarz",
                    "g",
                    "Sum[y[l]/y[k], {l, n}]^2 <= Sum[(y[l]/y[k])^2, {l, n}]*Sum[1, {l, n}]",
                    "over",
                    "l",
                    "u",
                    "y[l]/y[k]",
                    "v",
                    "1"))
        .fails(
            "half",
            "not an identity",
            coordinates("u[j,k]^2 <= normW2[j]*normX2[k]/2", "w[j,i]", "x[k,i]"))
        .fails(
            "not squared",
            "not an identity",
            coordinates("u[j,k] <= normW2[j]*normX2[k]", "w[j,i]", "x[k,i]"))
        .fails(
            "strict",
            "expected a statement with <=",
            coordinates("u[j,k]^2 < normW2[j]*normX2[k]", "w[j,i]", "x[k,i]"))
        .fails(
            "reversed",
            "expected a statement with <=",
            coordinates("u[j,k]^2 >= normW2[j]*normX2[k]", "w[j,i]", "x[k,i]"))
        .fails(
            "squares of products for products of squares",
            "not an identity",
            coordinates("u[j,k]^2 <= Sum[w[j,i]^2*x[k,i]^2, {i, d}]", "w[j,i]", "x[k,i]"))
        .fails(
            "one norm only",
            "not an identity",
            coordinates("u[j,k]^2 <= normW2[j]", "w[j,i]", "x[k,i]"))
        .fails(
            "norms for squared norms",
            "not an identity",
            use(
                "u[j,k]^2 <= normW2[j]*normX[k]",
                "over",
                "i",
                "u",
                "w[j,i]",
                "v",
                "x[k,i]",
                "keep",
                "normX"))
        .fails(
            "another vector",
            "not an identity",
            coordinates(preactivation, "w[j,i]", "x[k,i]*y[k]"))
        .fails(
            "over the wrong sort",
            "not an identity",
            use(
                "N^2 <= Sum[a[p]^2, {p, m}]*Sum[a[p]^2, {p, m}]",
                "over",
                "l",
                "u",
                "a[j]",
                "v",
                "a[j]"))
        .fails(
            "the number of samples as a number",
            "not an identity",
            samples("Sum[y[l], {l, n}]^2 <= n*Sum[y[l]^2, {l, n}]", "y[l]", "1"))
        .fails(
            "a sum of signed products",
            "not an identity",
            samples(
                "Sum[Abs[y[l]*s[j,l]], {l, n}]^2 <= Sum[y[l]^2, {l, n}]*Sum[s[j,l]^2, {l, n}]",
                "y[l]",
                "s[j,l]"))
        .fails(
            "vectors without value",
            "not shown: has a value",
            samples("Sum[1/y[l], {l, n}]^2 <= Sum[1/y[l]^2, {l, n}]*Sum[1, {l, n}]", "1/y[l]", "1"))
        .fails(
            "the index is taken",
            "is not a free index letter",
            use("y[k]^2 <= y[k]^2", "over", "k", "u", "y[k]", "v", "1"))
        .fails(
            "a vector that is not given",
            "needs the key",
            use(preactivation, "over", "i", "u", "w[j,i]"))
        .fails(
            "a vector of an unknown index", "v: ", coordinates(preactivation, "w[j,i]", "x[g,i]"));
  }
}
