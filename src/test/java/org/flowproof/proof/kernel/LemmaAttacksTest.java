package org.flowproof.proof.kernel;

import static org.flowproof.formula.IndexKind.NEURON;
import static org.flowproof.formula.IndexKind.SAMPLE;

import java.util.List;
import java.util.stream.Stream;
import org.flowproof.proof.Claim;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Lemmas, invariant regions and models. */
class LemmaAttacksTest extends Trials {
  private static final String KEPT = "envelopes/domination-kept";
  private static final String DOMINATED = "ForAll[{p, m}, a[p,0]^2 >= normW2[p,0]]";

  private static Desk lemma(String from, String shows, String... extra) {
    return about().given("dominated", DOMINATED).step("s", "lemma", from, shows, extra);
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

  private static Desk pair(String range, String shows, String with) {
    return new Desk()
        .fixed("j", NEURON)
        .fixed("p", NEURON)
        .range(range)
        .step("s", "lemma", "", shows, "claim", "test/pull", "with", with);
  }

  @Test
  void theRangeOfALemmaIsReadForTheIndexItIsUsedFor() {
    List<Claim> known = List.of(pullUntilEvent());
    String until = "t >= 0 && t < firstEvent[p]";
    String shows = "normD02[p] == normD02[p,0]";
    ProofReport right = proveAmong(known, pair(until, shows, "j -> p").claim());
    org.junit.jupiter.api.Assertions.assertEquals("PROVED", right.status().word());
    refused(
        "the lemma holds for other times",
        proveAmong(known, pair("t >= 0 && t < firstEvent[j]", shows, "j -> p").claim()));
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

  @TestFactory
  Stream<DynamicTest> lemma() {
    return Stream.of(
        valid("with its hypothesis", lemma("dominated", "a[j]^2 >= normW2[j]", "claim", KEPT)),
        valid(
            "for every neuron",
            lemma("dominated", "a[p]^2 >= normW2[p]", "claim", KEPT, "for", "p", "with", "j -> p")
                .concluding("ForAll[{p, m}, a[p]^2 >= normW2[p]]")),
        attack(
            "without its hypothesis",
            "no premise gives",
            lemma("", "a[j]^2 >= normW2[j]", "claim", KEPT)),
        attack(
            "strict", "the lemma gives", lemma("dominated", "a[j]^2 > normW2[j]", "claim", KEPT)),
        attack(
            "reversed",
            "the lemma gives",
            lemma("dominated", "a[j]^2 <= normW2[j]", "claim", KEPT)),
        attack(
            "a sample for a neuron",
            "is not in scope",
            lemma("dominated", "a[j]^2 >= normW2[j]", "claim", KEPT, "with", "j -> k")),
        attack(
            "an index that the lemma does not have",
            "does not say which index",
            lemma("dominated", "a[j]^2 >= normW2[j]", "claim", KEPT, "with", "z -> j")),
        attack(
            "in the early flow",
            "another model",
            lemma("dominated", "a[j]^2 >= normW2[j]", "claim", KEPT).early()),
        attack(
            "with another loss",
            "another model",
            lemma("dominated", "a[j]^2 >= normW2[j]", "claim", KEPT).anyLoss()),
        attack(
            "with one layer",
            "another model",
            lemma("dominated", "a[j]^2 >= normW2[j]", "claim", KEPT).anyLayers()),
        attack(
            "a premise too many",
            "not a hypothesis of the lemma",
            lemma("dominated extra", "a[j]^2 >= normW2[j]", "claim", KEPT)
                .given("extra", "N[0] > 0")),
        attack(
            "dominated at the end only",
            "no premise gives",
            about()
                .range("t >= 0 && a[j]^2 >= normW2[j]")
                .step("s", "lemma", "range", "a[j]^2 >= normW2[j]", "claim", KEPT)),
        attack(
            "a key that the rule does not read",
            "does not use the key",
            lemma("dominated", "a[j]^2 >= normW2[j]", "claim", KEPT, "keep", "a")));
  }

  private static Desk dead(String hypothesis, String shows) {
    return about().relu().given("dead", hypothesis).step("s", "invariant-region", "dead", shows);
  }

  @TestFactory
  Stream<DynamicTest> invariantRegion() {
    String all = "ForAll[{l, n}, u[j,l,0] < 0]";
    Desk named = new Desk().relu().fixed("j", NEURON).fixed("anySample", SAMPLE);
    return Stream.of(
        valid("output weight", dead(all, "a[j] == a[j,0]")),
        valid("in the early flow", dead(all, "a[j] == a[j,0]").early()),
        attack(
            "leaky",
            "activation: relu",
            about().given("dead", all).step("s", "invariant-region", "dead", "a[j] == a[j,0]")),
        attack(
            "on the boundary",
            "no premise says",
            dead("ForAll[{l, n}, u[j,l,0] <= 0]", "a[j] == a[j,0]")),
        attack("one sample", "no premise says", dead("u[j,k,0] < 0", "a[j] == a[j,0]")),
        attack(
            "one sample with a telling name",
            "no premise says",
            named
                .given("dead", "u[j,anySample,0] < 0")
                .step("s", "invariant-region", "dead", "a[j] == a[j,0]")),
        attack(
            "all positive",
            "no premise says",
            dead("ForAll[{l, n}, u[j,l,0] > 0]", "a[j] == a[j,0]")),
        attack("the outputs of others move", "expected a[j]", dead(all, "h[k] == h[k,0]")),
        attack("another neuron's weight", "no premise says", dead(all, "a[1] == a[1,0]")),
        attack(
            "by another loss", "the field is derived for", dead(all, "a[j] == a[j,0]").anyLoss()));
  }

  @TestFactory
  Stream<DynamicTest> models() {
    return Stream.of(
        valid("residuals of the squared loss", one("identity", "r[k] == y[k] - h[k]")),
        valid("residuals of the early flow", one("identity", "r[k] == y[k]").early()),
        valid(
            "squared error whatever the loss",
            one("identity", "mse == Sum[(y[l] - h[l])^2, {l, n}]/n").anyLoss()),
        attack(
            "residuals of an unknown loss",
            "not an identity",
            one("identity", "r[k] == y[k] - h[k]").anyLoss()),
        attack(
            "an unknown loss",
            "not an identity",
            one("identity", "loss == Sum[r[l]^2, {l, n}]/(2*n)").anyLoss()),
        attack("a loss of unknown sign", "not shown", one("inequality", "loss >= 0").anyLoss()),
        attack(
            "the labels are not the residuals", "not an identity", one("identity", "r[k] == y[k]")),
        attack(
            "early residuals are the labels",
            "not an identity",
            one("identity", "r[k] == y[k] - h[k]").early()),
        attack(
            "the early loss is not that of the labels",
            "not an identity",
            one("identity", "mse == Sum[y[l]^2, {l, n}]/n").early()),
        attack(
            "velocity of untrained layers",
            "not an identity",
            one("identity", "gradNorm2 == Sum[a[p]^2*normD2[p] + wD[p]^2, {p, m}]").anyLayers()));
  }
}
