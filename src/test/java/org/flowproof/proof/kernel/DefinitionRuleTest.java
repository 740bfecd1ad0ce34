package org.flowproof.proof.kernel;

/** The largest eigenvalue and the sizes. */
class DefinitionRuleTest extends RuleTest {
  DefinitionRuleTest() {
    super("definition");
  }

  private Desk spectral(String shows, String v) {
    return new Desk()
        .fixed("j", org.flowproof.formula.IndexKind.NEURON)
        .step("s", rule(), "", shows, "of", "lambdaMax", "v", v);
  }

  private Desk of(String v) {
    return spectral(left(v) + " <= n*lambdaMax*Sum[(" + v + ")^2, {k, n}]", v);
  }

  private static String left(String v) {
    return "Sum[Sum[(" + v + ")*x[k,i], {k, n}]^2, {i, d}]";
  }

  @Override
  RuleRows rows() {
    String residuals = left("r[k]");
    return new RuleRows()
        .holds("of residuals", of("r[k]"))
        .holds("of gated residuals", of("s[j,k]*r[k]"))
        .holds("of labels", of("y[k]"))
        .holds("of ones", of("1"))
        .holds("of outputs", of("h[k]"))
        .holds("of preactivations", of("u[j,k]"))
        .holds("of a difference", of("y[k] - h[k]"))
        .holds("of a multiple", of("2*y[k]"))
        .holds("of values at the start", of("r[k,0]"))
        .holds(
            "under another name",
            spectral(
                "Sum[Sum[y[l]*x[l,c], {l, n}]^2, {c, d}] <= n*lambdaMax*Sum[y[l]^2, {l, n}]",
                "y[k]"))
        .holds("the number of samples", use("Sum[1, {l, n}] == n", "of", "n"))
        .holds("the number of neurons", use("Sum[1, {p, m}] == m", "of", "m"))
        .fails("another sort counted", "expected Sum[1", use("Sum[1, {l, n}] == m", "of", "m"))
        .fails("twice the number", "expected Sum[1", use("Sum[2, {l, n}] == n", "of", "n"))
        .fails(
            "the mean is forgotten",
            "expected",
            spectral(residuals + " <= lambdaMax*Sum[r[k]^2, {k, n}]", "r[k]"))
        .fails(
            "half",
            "expected",
            spectral(residuals + " <= n*lambdaMax*Sum[r[k]^2, {k, n}]/2", "r[k]"))
        .fails(
            "another vector",
            "expected",
            spectral(residuals + " <= n*lambdaMax*Sum[r[k]^2, {k, n}]", "y[k]"))
        .fails(
            "two vectors",
            "expected",
            spectral(residuals + " <= n*lambdaMax*Sum[y[k]^2, {k, n}]", "r[k]"))
        .fails(
            "reversed",
            "expected",
            spectral(residuals + " >= n*lambdaMax*Sum[r[k]^2, {k, n}]", "r[k]"))
        .fails(
            "strict",
            "expected",
            spectral(residuals + " < n*lambdaMax*Sum[r[k]^2, {k, n}]", "r[k]"))
        .fails(
            "an equation",
            "expected",
            spectral(residuals + " == n*lambdaMax*Sum[r[k]^2, {k, n}]", "r[k]"))
        .fails(
            "squares inside",
            "expected",
            spectral(
                "Sum[Sum[(r[k]*x[k,i])^2, {k, n}], {i, d}] <= n*lambdaMax*Sum[r[k]^2, {k, n}]",
                "r[k]"))
        .fails("the vector has no value", "not shown: has a value", of("1/y[k]"))
        .fails("an abbreviation without value", "not shown: has a value", of("q[j]"))
        .fails(
            "the coordinate is taken",
            "the index i is in use",
            new Desk()
                .fixed("i", org.flowproof.formula.IndexKind.COORDINATE)
                .step(
                    "s",
                    rule(),
                    "",
                    "Sum[Sum[y[k]*x[k,c], {k, n}]^2, {c, d}] <= n*lambdaMax*Sum[y[k]^2, {k, n}]",
                    "of",
                    "lambdaMax",
                    "v",
                    "y[k]"))
        .fails("no such definition", "the definitions known", use("N >= 0", "of", "N"));
  }
}
