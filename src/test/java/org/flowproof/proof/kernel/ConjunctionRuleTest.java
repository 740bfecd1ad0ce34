package org.flowproof.proof.kernel;

/** Several premises together. */
class ConjunctionRuleTest extends RuleTest {
  ConjunctionRuleTest() {
    super("conjunction");
  }

  private static Desk two() {
    return about().given("a", "y[k] >= 1").given("b", "N[0] >= 2");
  }

  private Desk both(String shows) {
    return two().step("s", rule(), "a b", shows);
  }

  private Desk from(String given, String shows) {
    return about().given("g", given).step("s", rule(), "g", shows);
  }

  @Override
  RuleRows rows() {
    return new RuleRows()
        .holds("both", both("y[k] >= 1 && N[0] >= 2"))
        .holds("in the other order", both("N[0] >= 2 && y[k] >= 1"))
        .holds("one of two", from("y[k] >= 1 && N[0] >= 2", "N[0] >= 2"))
        .holds(
            "a part of the conclusion",
            from("y[k] > 1 && N[0] > 1", "y[k] > 1 && N[0] > 1").concluding("N[0] > 1"))
        .holds(
            "steps",
            about()
                .step("i", "inequality", "", "N >= 0")
                .step("d", "identity", "", "a2[j] == a[j]^2")
                .step("s", rule(), "i d", "N >= 0 && a2[j] == a[j]^2"))
        .holds(
            "the conclusion when nothing is said",
            two().step("s", rule(), "a b", null).concluding("y[k] >= 1 && N[0] >= 2"))
        .holds(
            "for one neuron of all",
            new Desk()
                .fixed("j", org.flowproof.formula.IndexKind.NEURON)
                .given("g", "ForAll[{g, m}, a[g,0] > 0]")
                .step("s", rule(), "g", "a[j,0] > 0"))
        .holds(
            "for every neuron",
            new Desk()
                .given("g", "ForAll[{g, m}, a[g,0] > 0]")
                .step("s", rule(), "g", "a[p,0] > 0", "for", "p")
                .concluding("ForAll[{g, m}, a[g,0] > 0]"))
        .holds(
            "an implication as it stands",
            from("Implies[y[k] > 0, N[0] > 1]", "Implies[y[k] > 0, N[0] > 1]"))
        .holds("an alternative as it stands", from("y[k] > 0 || N[0] > 1", "y[k] > 0 || N[0] > 1"))
        .holds("bound names do not matter", from("Sum[y[l], {l, n}] > 0", "Sum[y[g], {g, n}] > 0"))
        .holds(
            "a condition at the end",
            about().range("t >= 0 && N[t] >= 1").step("s", rule(), "range", "N[t] >= 1"))
        .fails("more than was said", "no premise says", both("y[k] >= 1 && N[0] >= 3"))
        .fails("strict for weak", "no premise says", both("y[k] > 1 && N[0] >= 2"))
        .fails("wrong sign", "no premise says", both("y[k] <= 1 && N[0] >= 2"))
        .fails(
            "a part without premise",
            "no premise says",
            both("y[k] >= 1 && N[0] >= 2 && a[j] == 0"))
        .fails(
            "a premise that is not listed",
            "no premise says",
            two().step("s", rule(), "a", "y[k] >= 1 && N[0] >= 2"))
        .fails(
            "every sample from one",
            "no premise says",
            from("y[k] >= 1", "ForAll[{l, n}, y[l] >= 1]"))
        .fails(
            "every sample from the step's one",
            "no premise says",
            about().given("g", "y[k] >= 1").step("s", rule(), "g", "y[l] >= 1", "for", "l"))
        .fails("later from the start", "no premise says", from("N[0] >= 2", "N[t] >= 2"))
        .fails(
            "the converse of an implication",
            "no premise says",
            from("Implies[y[k] > 0, N[0] > 1]", "Implies[N[0] > 1, y[k] > 0]"))
        .fails("an alternative of two", "no premise says", from("y[k] > 0 || N[0] > 1", "y[k] > 0"))
        .fails("a weaker alternative", "no premise says", from("y[k] > 0", "y[k] > 0 || N[0] > 1"))
        .fails(
            "what would have to be computed", "no premise says", from("y[k] >= 1", "2*y[k] >= 2"))
        .fails(
            "an index that the claim fixed",
            "fixed by the claim",
            about().given("g", "y[k] > 0").step("s", rule(), "g", "y[k] > 0", "for", "k"))
        .fails("some from none", "no premise says", from("y[k] > 0", "Exists[{l, n}, y[l] > 0]"));
  }
}
