package org.flowproof.proof.kernel;

import static org.flowproof.formula.IndexKind.NEURON;
import static org.flowproof.formula.IndexKind.SAMPLE;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What is nowhere 0 keeps its sign; gates keep their values before the first event. */
class SignAttacksTest extends Trials {
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

  @TestFactory
  Stream<DynamicTest> keepsSign() {
    return Stream.of(
        valid("against its start", sign("z nonzero", "a[j]*a[j,0] > 0")),
        valid("positive", sign("z up", "a[j] > 0")),
        valid("negative", sign("z down", "a[j] < 0")),
        valid("the opposite number", sign("z down", "-a[j] > 0")),
        valid("a cube", sign("z up", "a[j]^3 > 0")),
        valid("a multiple", sign("z down", "2*a[j] < 0")),
        valid("a square", sign("z nonzero", "a[j]^2 > 0")),
        valid("weakly positive and not 0", sign("z weak nonzero", "a[j] > 0")),
        valid("strict domination", balance("balance[j,0] > 0", "balance[j] > 0")),
        valid("strict lack of it", balance("balance[j,0] < 0", "balance[j] < 0")),
        valid("a multiple of it", balance("balance[j,0] > 1", "2*balance[j] > 0").range("t > 0")),
        attack("0 is not excluded", "not shown: a[j] != 0", sign("up", "a[j] > 0")),
        attack("the other sign", "not shown", sign("z up", "a[j] < 0")),
        attack("no sign at the start", "not shown: a[j, 0] > 0", sign("z", "a[j] > 0")),
        attack("a weak start", "not shown: a[j, 0] > 0", sign("z weak", "a[j] > 0")),
        attack("a weak conclusion", "expected X > 0", sign("z up", "a[j] >= 0")),
        attack("another level", "expected X > 0", sign("z up", "a[j] > a[j,0]/2")),
        valid("an inverse", sign("z up", "1/a[j] > 0")),
        attack("gates jump", "gates of neuron j may change", sign("z up", "s[j,k] > 0")),
        attack("an output may be 0", "not shown: h[k] != 0", sign("z up", "h[k] > 0")),
        attack("a pole", "not shown", sign("up nonzero", "1/a[j] > 0")),
        attack("a negative power", "not shown", sign("up nonzero", "a[j]^(-1) > 0")),
        attack("derivatives jump", "may not be absolutely continuous", sign("z up", "a'[j] > 0")),
        attack(
            "functions are not seen through",
            "may not be absolutely continuous",
            sign("z up", "Abs[a[j]] > 0")),
        attack(
            "not 0 at the end only",
            "at the end of the interval only",
            about()
                .range("t >= 0 && a[j] != 0")
                .given("up", "a[j,0] > 0")
                .step("z", "inequality", "range", "a[j] != 0")
                .step("s", "keeps-sign", "z up", "a[j] > 0")),
        attack(
            "another neuron",
            "not shown",
            alive()
                .given("other", "ForAll[{p, m}, a[p,0] > 0]")
                .step("s", "keeps-sign", "z other", "a[p] > 0", "for", "p")),
        attack(
            "the start of another quantity", "not shown", balance("a[j,0] > 0", "balance[j] > 0")));
  }

  private static Desk before(String range) {
    return new Desk().fixed("j", NEURON).fixed("p", NEURON).fixed("k", SAMPLE).range(range);
  }

  private static Desk pattern(String range, String shows, String... extra) {
    return before(range).step("s", "pattern-constant", "", shows, extra);
  }

  @TestFactory
  Stream<DynamicTest> patternConstant() {
    String mine = "t >= 0 && t < firstEvent[j]";
    return Stream.of(
        valid("before the event", pattern(mine, "s[j,k] == s[j,k,0]")),
        valid("after time 0", pattern("t > 0 && t < firstEvent[j]", "s[j,k] == s[j,k,0]")),
        valid("in another order", pattern("t < firstEvent[j] && t >= 0", "s[j,k] == s[j,k,0]")),
        valid("in the run", pattern(mine + " && t <= endTime", "s[j,k] == s[j,k,0]")),
        valid("under a condition at the end", pattern(mine + " && N[t] > 1", "s[j,k] == s[j,k,0]")),
        valid(
            "for every sample",
            pattern(mine, "s[j,l] == s[j,l,0]", "for", "l")
                .concluding("ForAll[{l, n}, s[j,l] == s[j,l,0]]")),
        valid("of the second neuron", pattern("t >= 0 && t < firstEvent[p]", "s[p,k] == s[p,k,0]")),
        valid("of one of two", pattern(mine + " && t < firstEvent[p]", "s[p,k] == s[p,k,0]")),
        valid("early-alignment flow", pattern(mine, "s[j,k] == s[j,k,0]").early()),
        valid("any loss", pattern(mine, "s[j,k] == s[j,k,0]").anyLoss()),
        valid("fixed output weights", pattern(mine, "s[j,k] == s[j,k,0]").anyLayers()),
        valid("slope 0", pattern(mine, "s[j,k] == s[j,k,0]").relu()),
        attack(
            "at all times", "must contain t < firstEvent", pattern("t >= 0", "s[j,k] == s[j,k,0]")),
        attack(
            "up to the event",
            "must contain t < firstEvent",
            pattern("t >= 0 && t <= firstEvent[j]", "s[j,k] == s[j,k,0]")),
        attack(
            "before the event of another neuron",
            "must contain t < firstEvent",
            pattern("t >= 0 && t < firstEvent[p]", "s[j,k] == s[j,k,0]")),
        attack(
            "for every neuron",
            "must contain t < firstEvent",
            new Desk()
                .fixed("j", NEURON)
                .fixed("k", SAMPLE)
                .range(mine)
                .step("s", "pattern-constant", "", "s[p,k] == s[p,k,0]", "for", "p")
                .concluding("s[j,k] == s[j,k,0]")),
        attack(
            "within the run only",
            "must contain t < firstEvent",
            pattern("t >= 0 && t < endTime", "s[j,k] == s[j,k,0]")),
        attack(
            "another neuron at the start", "expected s[j,k]", pattern(mine, "s[j,k] == s[p,k,0]")),
        attack("a weight", "expected s[j,k]", pattern(mine, "a[j] == a[j,0]")),
        attack("a preactivation", "expected s[j,k]", pattern(mine, "u[j,k] == u[j,k,0]")),
        attack("a value", "expected s[j,k]", pattern(mine, "s[j,k] == 1")),
        attack("its derivative", "expected s[j,k]", pattern(mine, "s'[j,k] == s'[j,k,0]")),
        attack("an inequality", "must show an equation", pattern(mine, "s[j,k] <= s[j,k,0]")),
        attack(
            "with a premise",
            "uses no premises",
            before(mine)
                .given("g", "s[j,k,0] == 1")
                .step("s", "pattern-constant", "g", "s[j,k] == s[j,k,0]")));
  }
}
