package org.flowproof.proof.kernel;

import static org.flowproof.formula.IndexKind.NEURON;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.flowproof.proof.Claim;
import org.junit.jupiter.api.Test;

/** Conclusions of other claims. */
class LemmaRuleTest extends RuleTest {
  LemmaRuleTest() {
    super("lemma");
  }

  private static final String KEPT = "envelopes/domination-kept";
  private static final String ENERGY = "envelopes/energy-identity";
  private static final String CONE = "early-alignment/fixed-cone";
  private static final String DOMINATED = "ForAll[{p, m}, a[p,0]^2 >= normW2[p,0]]";

  private Desk kept(String from, String shows, String... extra) {
    String[] all = java.util.Arrays.copyOf(extra, extra.length + 2);
    all[extra.length] = "claim";
    all[extra.length + 1] = KEPT;
    return about().given("dominated", DOMINATED).step("s", rule(), from, shows, all);
  }

  private Desk balanced(String shows, String... extra) {
    String[] all = java.util.Arrays.copyOf(extra, extra.length + 2);
    all[extra.length] = "claim";
    all[extra.length + 1] = "envelopes/balancedness";
    return new Desk().fixed("j", NEURON).fixed("p", NEURON).step("s", rule(), "", shows, all);
  }

  private static String balance(String index) {
    return "a[j]^2 - normW2[j] == a[j,0]^2 - normW2[j,0]".replace("[j", "[" + index);
  }

  private Desk cone(String range) {
    return new Desk()
        .early()
        .fixed("j", NEURON)
        .fixed("i", org.flowproof.formula.IndexKind.COORDINATE)
        .range(range)
        .given("g", "normD02[j,0] > 0")
        .step("s", rule(), "g", null, "claim", CONE)
        .concluding(
            "a[j] == a[j,0]*Cosh[Sqrt[normD02[j,0]]*t] + wD0[j,0]/Sqrt[normD02[j,0]]*Sinh[Sqrt[normD02[j,0]]*t]");
  }

  @Override
  RuleRows rows() {
    String dominated = "a[j]^2 >= normW2[j]";
    String loss =
        "loss'[t] == -gradNorm2[t] && loss[0] - loss[t] == Integral[gradNorm2[tau], {tau, 0, t}]";
    return new RuleRows()
        .holds("with its hypothesis", kept("dominated", dominated))
        .holds(
            "with the hypothesis for one neuron",
            about()
                .given("g", "a[j,0]^2 >= normW2[j,0]")
                .step("s", rule(), "g", dominated, "claim", KEPT))
        .holds("without saying what it shows", kept("dominated", null).concluding(dominated))
        .holds(
            "for every neuron",
            kept("dominated", "a[p]^2 >= normW2[p]", "for", "p", "with", "j -> p")
                .concluding("ForAll[{p, m}, a[p]^2 >= normW2[p]]"))
        .holds(
            "on a shorter range", kept("dominated", dominated).range("t >= 0 && t < firstEvent[j]"))
        .holds("after the start", kept("dominated", dominated).range("t > 0"))
        .holds("for ReLU", kept("dominated", dominated).relu())
        .holds("of two parts", use(loss, "claim", ENERGY))
        .holds(
            "one part of two", use(null, "claim", ENERGY).concluding("loss'[t] == -gradNorm2[t]"))
        .holds("for another index", balanced(balance("p"), "with", "j -> p"))
        .holds("for the same index", balanced(balance("j")))
        .holds(
            "any loss covers this one",
            use("u[j,k]^2 <= normW2[j]*normX2[k]", "claim", "envelopes/cauchy-schwarz"))
        .holds("within its range", cone("t >= 0 && t < firstEvent[j]"))
        .fails("without its hypothesis", "no premise gives", kept("", dominated))
        .fails(
            "a hypothesis for another neuron",
            "no premise gives",
            new Desk()
                .fixed("j", NEURON)
                .fixed("p", NEURON)
                .given("g", "a[p,0]^2 >= normW2[p,0]")
                .step("s", rule(), "g", dominated, "claim", KEPT))
        .fails(
            "a weaker hypothesis",
            "no premise gives",
            about()
                .given("g", "a[j,0]^2 >= normW2[j,0]/2")
                .step("s", rule(), "g", dominated, "claim", KEPT))
        .fails(
            "dominated at one neuron, used for all",
            "no premise gives",
            new Desk()
                .fixed("j", NEURON)
                .given("dominated", "a[j,0]^2 >= normW2[j,0]")
                .step(
                    "s",
                    rule(),
                    "dominated",
                    "a[p]^2 >= normW2[p]",
                    "claim",
                    KEPT,
                    "for",
                    "p",
                    "with",
                    "j -> p"))
        .fails(
            "dominated at the end only",
            "no premise gives",
            about()
                .range("t >= 0 && a[j]^2 >= normW2[j]")
                .step("s", rule(), "range", dominated, "claim", KEPT))
        .fails("strict", "the lemma gives", kept("dominated", "a[j]^2 > normW2[j]"))
        .fails("reversed", "the lemma gives", kept("dominated", "a[j]^2 <= normW2[j]"))
        .fails("twice", "the lemma gives", kept("dominated", "a[j]^2 >= 2*normW2[j]"))
        .fails(
            "half of two parts",
            "the lemma gives",
            use("loss'[t] == -gradNorm2[t]/2", "claim", ENERGY))
        .fails("another index than it is used for", "the lemma gives", balanced(balance("p")))
        .fails("a longer range", "the lemma holds for other times", cone("t >= 0"))
        .fails(
            "the range of another neuron",
            "the lemma holds for other times",
            new Desk()
                .early()
                .fixed("j", NEURON)
                .fixed("p", NEURON)
                .range("t >= 0 && t < firstEvent[p]")
                .given("g", "normD02[j,0] > 0")
                .step("s", rule(), "g", null, "claim", CONE, "for", "i")
                .concluding("N >= 0"))
        .fails(
            "a range with a condition",
            "the lemma holds for other times",
            about()
                .range("t > 0 && t < firstEvent[j]")
                .given("d", DOMINATED)
                .given("z", "a[j,0] != 0")
                .step("s", rule(), "d z", null, "claim", "early-alignment/tanh-alignment")
                .concluding("N >= 0"))
        .fails(
            "a sample for a neuron",
            "is not in scope",
            kept("dominated", dominated, "with", "j -> k"))
        .fails(
            "an index that the lemma does not have",
            "does not say which index",
            kept("dominated", dominated, "with", "z -> j"))
        .fails("in the early flow", "another model", kept("dominated", dominated).early())
        .fails("with another loss", "another model", kept("dominated", dominated).anyLoss())
        .fails("with one layer", "another model", kept("dominated", dominated).anyLayers())
        .fails(
            "a lemma for ReLU only",
            "another model",
            new Desk()
                .fixed("j", NEURON)
                .fixed("i", org.flowproof.formula.IndexKind.COORDINATE)
                .given("dead", "ForAll[{k, n}, u[j,k,0] < 0]")
                .step("s", rule(), "dead", null, "claim", "early-alignment/frozen-dead-neuron")
                .concluding("a[j] == a[j,0]"))
        .fails(
            "a premise too many",
            "not a hypothesis of the lemma",
            kept("dominated extra", dominated).given("extra", "N[0] > 0"))
        .fails("an unknown claim", "unknown claim", use("N >= 0", "claim", "no/such"))
        .fails(
            "a key that the rule does not read",
            "does not use the key",
            kept("dominated", dominated, "keep", "a"));
  }

  private static Claim pullUntilEvent() {
    return new Desk()
        .named("test/pull")
        .fixed("j", NEURON)
        .range("t >= 0 && t < firstEvent[j]")
        .step("d", "derivative-along-flow", "", "normD02'[j] == 0")
        .step("c", "constant", "d", "normD02[j] == normD02[j,0]")
        .claim();
  }

  private static Desk pair(String range) {
    return new Desk()
        .fixed("j", NEURON)
        .fixed("p", NEURON)
        .range(range)
        .step(
            "s", "lemma", "", "normD02[p] == normD02[p,0]", "claim", "test/pull", "with", "j -> p");
  }

  @Test
  void theRangeOfALemmaIsReadForTheIndexItIsUsedFor() {
    List<Claim> known = List.of(pullUntilEvent());
    ProofReport right = proveAmong(known, pair("t >= 0 && t < firstEvent[p]").claim());
    assertEquals("PROVED", right.status().word());
    refused(
        "the lemma holds for other times",
        proveAmong(known, pair("t >= 0 && t < firstEvent[j]").claim()));
  }

  @Test
  void circlesProveNothing() {
    Claim one =
        new Desk().named("test/one").step("s", "lemma", "", "N <= 0", "claim", "test/two").claim();
    Claim two =
        new Desk().named("test/two").step("s", "lemma", "", "N <= 0", "claim", "test/one").claim();
    Claim own =
        new Desk().named("test/own").step("s", "lemma", "", "N <= 0", "claim", "test/own").claim();
    refused("not PROVED", proveAmong(List.of(one, two), one));
    refused("rest on itself", proveAmong(List.of(own), own));
  }
}
