package org.flowproof.proof.kernel;

import static org.flowproof.formula.IndexKind.NEURON;

/** There is at least one neuron, sample and coordinate. */
class NonemptyRuleTest extends RuleTest {
  NonemptyRuleTest() {
    super("nonempty");
  }

  @Override
  RuleRows rows() {
    return new RuleRows()
        .holds("neurons", over("p", "m", "N[0] > 1"))
        .holds("samples", over("l", "n", "N[0] > 1"))
        .holds("coordinates", over("c", "d", "N[0] > 1"))
        .holds("a weak bound", over("l", "n", "N[0] >= 1"))
        .holds("an equation", over("l", "n", "N[0] == 2"))
        .holds("about another index that is fixed", over("l", "n", "a[j,0] > 0"))
        .holds("a disjunction", over("l", "n", "a[j,0] > 0 || a[j,0] < -1"))
        .holds("a disequation", over("p", "m", "a[j,0] != 0"))
        .holds("something with a sum of its own", over("l", "n", "Sum[y[k]^2, {k, n}] > 1"))
        .holds(
            "from a step",
            new Desk()
                .fixed("j", NEURON)
                .given("h", "ForAll[{l, n}, y[l]^2 >= 1 && y[l]^2 <= N[0]]")
                .step("a", "inequality", "h", "N[0] >= 1", "for", "l")
                .step("s", "nonempty", "a", "N[0] >= 1"))
        .fails(
            "it depends on the index",
            "does not say this",
            plain("ForAll[{l, n}, y[l] > 0]", "y[1] > 0"))
        .fails(
            "another statement", "does not say this", plain("ForAll[{l, n}, N[0] > 1]", "N[0] > 2"))
        .fails(
            "strict from weak", "does not say this", plain("ForAll[{l, n}, N[0] >= 1]", "N[0] > 1"))
        .fails("wrong sign", "does not say this", plain("ForAll[{l, n}, N[0] > 1]", "N[0] < 1"))
        .fails("no index at all", "does not say this", plain("N[0] > 1", "N[0] > 1"))
        .fails(
            "one of two neurons",
            "does not say this",
            plain("ForAll[{p, m}, a[p,0] > 0]", "a[j,0] > 0"))
        .fails(
            "from existence", "does not say this", plain("Exists[{l, n}, N[0] > y[l]]", "N[0] > 1"))
        .fails(
            "two premises",
            "exactly one premise",
            new Desk()
                .fixed("j", NEURON)
                .given("h", "ForAll[{l, n}, N[0] > 1]")
                .given("g", "ForAll[{l, n}, N[0] > 2]")
                .step("s", "nonempty", "h g", "N[0] > 1"))
        .fails(
            "no premise",
            "exactly one premise",
            new Desk().fixed("j", NEURON).step("s", "nonempty", "", "N[0] > 1"))
        .fails("another time", "does not say this", plain("ForAll[{l, n}, N[0] > 1]", "N[t] > 1"))
        .fails(
            "still for every index",
            "does not say this",
            new Desk()
                .fixed("j", NEURON)
                .given("h", "ForAll[{l, n}, y[l] > 0]")
                .step("s", "nonempty", "h", "y[l] > 0", "for", "l"));
  }

  private static Desk over(String index, String size, String statement) {
    return plain("ForAll[{" + index + ", " + size + "}, " + statement + "]", statement);
  }

  private static Desk plain(String given, String shows) {
    return new Desk().fixed("j", NEURON).given("h", given).step("s", "nonempty", "h", shows);
  }
}
