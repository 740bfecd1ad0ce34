package org.flowproof.proof.kernel;

/** What is nowhere 0 keeps its sign. */
class KeepsSignRuleTest extends RuleTest {
  KeepsSignRuleTest() {
    super("keeps-sign");
  }

  @Override
  RuleRows rows() {
    return new RuleRows()
        .holds("against its start", sign("z nonzero", "a[j]*a[j,0] > 0"))
        .holds("positive", sign("z up", "a[j] > 0"))
        .holds("negative", sign("z down", "a[j] < 0"))
        .holds("the opposite number", sign("z down", "-a[j] > 0"))
        .holds("a cube", sign("z up", "a[j]^3 > 0"))
        .holds("a multiple", sign("z down", "2*a[j] < 0"))
        .holds("a square", sign("z nonzero", "a[j]^2 > 0"))
        .holds("weakly positive and not 0", sign("z weak nonzero", "a[j] > 0"))
        .holds("strict domination", balance("balance[j,0] > 0", "balance[j] > 0"))
        .holds("strict lack of it", balance("balance[j,0] < 0", "balance[j] < 0"))
        .holds("a multiple of it", balance("balance[j,0] > 1", "2*balance[j] > 0").range("t > 0"))
        .fails("0 is not excluded", "not shown: a[j] != 0", sign("up", "a[j] > 0"))
        .fails("the other sign", "not shown", sign("z up", "a[j] < 0"))
        .fails("no sign at the start", "not shown: a[j, 0] > 0", sign("z", "a[j] > 0"))
        .fails("a weak start", "not shown: a[j, 0] > 0", sign("z weak", "a[j] > 0"))
        .fails("a weak conclusion", "expected X > 0", sign("z up", "a[j] >= 0"))
        .fails("another level", "expected X > 0", sign("z up", "a[j] > a[j,0]/2"))
        .holds("an inverse", sign("z up", "1/a[j] > 0"))
        .fails("gates jump", "gates of neuron j may change", sign("z up", "s[j,k] > 0"))
        .fails("an output may be 0", "not shown: h[k] != 0", sign("z up", "h[k] > 0"))
        .fails("a pole", "not shown", sign("up nonzero", "1/a[j] > 0"))
        .fails("a negative power", "not shown", sign("up nonzero", "a[j]^(-1) > 0"))
        .fails("derivatives jump", "may not be absolutely continuous", sign("z up", "a'[j] > 0"))
        .fails(
            "functions are not seen through",
            "may not be absolutely continuous",
            sign("z up", "Abs[a[j]] > 0"))
        .fails(
            "not 0 at the end only",
            "at the end of the interval only",
            about()
                .range("t >= 0 && a[j] != 0")
                .given("up", "a[j,0] > 0")
                .step("z", "inequality", "range", "a[j] != 0")
                .step("s", "keeps-sign", "z up", "a[j] > 0"))
        .fails(
            "another neuron",
            "not shown",
            alive()
                .given("other", "ForAll[{p, m}, a[p,0] > 0]")
                .step("s", "keeps-sign", "z other", "a[p] > 0", "for", "p"))
        .fails(
            "the start of another quantity", "not shown", balance("a[j,0] > 0", "balance[j] > 0"))
        .fails(
            "what holds at the end only is not there earlier",
            "at the end of the interval only",
            about()
                .range("t >= 0 && N[t] > 1")
                .step("l", "logarithm", "range", "Log[N[t]] > 0")
                .step("s", "keeps-sign", "l", "N[t] > 0"));
  }

  // an output weight that is nowhere 0, called z
  private static Desk alive() {
    return about()
        .given("dominated", "ForAll[{p, m}, a[p,0]^2 >= normW2[p,0]]")
        .given("nonzero", "a[j,0] != 0")
        .given("up", "a[j,0] > 0")
        .given("down", "a[j,0] < 0")
        .given("weak", "a[j,0] >= 0")
        .step("l", "lemma", "dominated", null, "claim", "envelopes/norm-growth-spectral")
        .step("z", "inequality", "l nonzero", "a[j] != 0");
  }

  private static Desk sign(String from, String shows) {
    return alive().step("s", "keeps-sign", from, shows);
  }

  private static Desk balance(String start, String shows) {
    return about()
        .given("start", start)
        .step("d", "derivative-along-flow", "", "balance'[j] == 0", "keep", "D")
        .step("c", "constant", "d", "balance[j] == balance[j,0]")
        .step("s", "keeps-sign", "c start", shows);
  }
}
