package org.flowproof.proof.kernel;

import static org.flowproof.formula.IndexKind.NEURON;
import static org.flowproof.formula.IndexKind.SAMPLE;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import org.flowproof.proof.ClaimCatalogue;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** True uses of the rules are accepted, near misses are refused. */
class RuleSoundnessTest {
  private static Prover prover;

  @BeforeAll
  static void start() {
    prover = new Prover(ClaimCatalogue.load(Path.of("proofs")));
  }

  @AfterAll
  static void stop() {
    prover.close();
  }

  private static void accepted(Desk desk) {
    ProofReport report = prover.prove(desk.claim());
    assertEquals("PROVED", report.status().word(), report.status().toString());
  }

  private static void refused(Desk desk) {
    ProofReport report = prover.prove(desk.claim());
    assertEquals("PARTIAL", report.status().word(), desk.claim().derivation().toString());
  }

  private static Desk one(String rule, String shows, String... extra) {
    return new Desk().fixed("j", NEURON).fixed("k", SAMPLE).step("s", rule, "", shows, extra);
  }

  @Test
  void identity() {
    accepted(one("identity", "r[k] == y[k] - h[k]"));
    accepted(one("identity", "N == Sum[a[p]^2, {p, m}]"));
    accepted(one("identity", "(a[j] + y[k])^2 == a[j]^2 + 2*a[j]*y[k] + y[k]^2"));
    accepted(one("identity", "N^2 == Sum[Sum[a[p]^2*a[g]^2, {p, m}], {g, m}]"));
    accepted(one("identity", "mse == 2*loss", "keep", "r"));
    refused(one("identity", "r[k] == y[k] + h[k]"));
    // true for one neuron only
    refused(one("identity", "N == a[j]^2"));
    refused(one("identity", "N == a[1]^2"));
    refused(one("identity", "N^2 == Sum[a[p]^4, {p, m}]"));
    // true for n = 1 only: the empty range decides
    refused(one("identity", "Sum[1, {l, n}] == 1"));
    refused(one("identity", "Sum[y[l], {l, n}]/Sum[y[l], {l, n}] == 1"));
    refused(one("identity", "a[j]/a[j] == 1"));
    refused(one("identity", "Sqrt[a[j]^2] == a[j]"));
    refused(one("identity", "Abs[a[j]] == a[j]"));
    refused(one("identity", "Max[a[j], 0] == a[j]"));
    refused(one("identity", "N[t] == N[0]"));
    refused(one("identity", "N[t] <= N[t]"));
    refused(one("identity", "r[k] == y[k] - h[k]", "over", "j"));
  }

  @Test
  void inequality() {
    accepted(one("inequality", "2*a[j]*y[k] <= a[j]^2 + y[k]^2"));
    accepted(one("inequality", "s[j,k]*a[j]^2 <= a[j]^2"));
    accepted(one("inequality", "Abs[a[j]] >= a[j]"));
    accepted(one("inequality", "N >= 0"));
    accepted(one("inequality", "Sqrt[N]*Sqrt[N] == N"));
    accepted(one("inequality", "Exp[a[j]] > 0"));
    accepted(one("inequality", "1/n <= 1"));
    refused(one("inequality", "2*a[j]*y[k] < a[j]^2 + y[k]^2"));
    refused(one("inequality", "s[j,k]*a[j] <= a[j]"));
    refused(one("inequality", "N > 0"));
    refused(one("inequality", "a[j]/a[j] <= 1"));
    refused(one("inequality", "Sqrt[a[j]]^2 >= 0"));
    refused(one("inequality", "s[j,k] >= 1/2"));
    refused(one("inequality", "alpha > 0"));
    refused(one("inequality", "1/n < 1"));
    refused(one("inequality", "Exp[a[j]] >= 1"));
    refused(one("inequality", "Log[a[j]] == Log[a[j]]"));
    refused(one("inequality", "a[j]^2 >= normW2[j]"));
    // contradictory premises prove everything; sampling finds no admissible point
    refused(
        new Desk()
            .given("up", "N[0] > 1")
            .given("down", "N[0] < 1")
            .step("s", "inequality", "up down", "N[t] <= 0"));
  }

  @Test
  void derivative() {
    accepted(one("derivative-along-flow", "a'[j] == wD[j]"));
    accepted(one("derivative-along-flow", "a2'[j] == 2*a[j]*wD[j]"));
    accepted(one("derivative-along-flow", "normW2'[j] == 2*a[j]*wD[j]", "keep", "D"));
    refused(one("derivative-along-flow", "a'[j] == -wD[j]"));
    refused(one("derivative-along-flow", "a2'[j] == a[j]*wD[j]"));
    refused(one("derivative-along-flow", "normW2'[j] == a[j]*wD[j]", "keep", "D"));
    // the early pull moves with the pattern unless the range ends before the first event
    refused(one("derivative-along-flow", "normD02'[j] == 0"));
    accepted(one("derivative-along-flow", "normD02'[j] == 0").range("t >= 0 && t < firstEvent[j]"));
    refused(one("derivative-along-flow", "q'[j] == q'[j]"));
    // a[j] may vanish
    refused(
        one("derivative-along-flow", "q'[j] == normD02[j] - q[j]^2", "keep", "D0")
            .range("t >= 0 && t < firstEvent[j]"));
  }

  @Test
  void sumsAndSquares() {
    Desk termwise =
        new Desk()
            .step("k1", "inequality", "", "y[k]*2 <= y[k]^2 + 1", "for", "k")
            .step(
                "s",
                "sum-over",
                "k1",
                "Sum[y[k]*2, {k, n}] <= Sum[y[k]^2 + 1, {k, n}]",
                "over",
                "k");
    accepted(termwise);
    refused(
        new Desk()
            .step("k1", "inequality", "", "y[k]*2 < y[k]^2 + 2", "for", "k")
            .step(
                "s",
                "sum-over",
                "k1",
                "Sum[y[k]*2, {k, n}] < Sum[y[k]^2 + 2, {k, n}]",
                "over",
                "k"));
    refused(
        new Desk()
            .step("k1", "inequality", "", "y[k]*2 <= y[k]^2 + 1", "for", "k")
            .step(
                "s",
                "sum-over",
                "k1",
                "Sum[y[k]*2, {k, n}] >= Sum[y[k]^2 + 1, {k, n}]",
                "over",
                "k"));
    // known for one sample only
    refused(
        new Desk()
            .fixed("k", SAMPLE)
            .given("one", "y[k] >= 0")
            .step("s", "sum-over", "one", "Sum[y[l], {l, n}] >= Sum[0, {l, n}]", "over", "l"));
    accepted(one("triangle", "Abs[h[k]] <= Sum[Abs[a[p]*s[p,k]*u[p,k]], {p, m}]", "over", "p"));
    refused(one("triangle", "Abs[h[k]] >= Sum[Abs[a[p]*s[p,k]*u[p,k]], {p, m}]", "over", "p"));
    refused(one("triangle", "Abs[h[k]] <= Sum[Abs[a[p]*u[p,k]], {p, m}]", "over", "p"));
    refused(
        one(
            "cauchy-schwarz",
            "u[j,k]^2 <= normW2[j]*normX2[k]/2",
            "over",
            "i",
            "u",
            "w[j,i]",
            "v",
            "x[k,i]"));
  }

  @Test
  void comparison() {
    Desk linear = rate("N'[t] <= y[k]^2").step("c", "comparison", "r0", "N[t] <= N[0] + t*y[k]^2");
    refused(linear);
    refused(rate("a2'[j] <= a2[j]").step("c", "comparison", "r0", "a2[j] <= a2[j,0]*Exp[t]"));
  }

  // a rate that is only assumed: hypotheses about later times are refused
  private static Desk rate(String text) {
    return new Desk().fixed("j", NEURON).fixed("k", SAMPLE).given("r0", text);
  }

  @Test
  void structure() {
    refused(one("magic", "N >= 0"));
    refused(one("cite", "N >= 0"));
    refused(new Desk().step("s", "constant", "", "N[t] == N[0]"));
    refused(new Desk().step("s", "lemma", "", "N >= 0", "claim", "no/such"));
    refused(
        new Desk()
            .fixed("j", NEURON)
            .step("s", "lemma", "", "a[j]^2 >= normW2[j]", "claim", "envelopes/domination-kept"));
    // dominated at one neuron only
    refused(
        new Desk()
            .fixed("j", NEURON)
            .given("dominated", "a[j,0]^2 >= normW2[j,0]")
            .step(
                "s",
                "lemma",
                "dominated",
                "a[p]^2 >= normW2[p]",
                "claim",
                "envelopes/domination-kept",
                "for",
                "p",
                "with",
                "j -> p"));
    refused(
        new Desk()
            .fixed("j", NEURON)
            .given("dead", "ForAll[{l, n}, u[j,l,0] < 0]")
            .step("s", "invariant-region", "dead", "a[j] == a[j,0]"));
    accepted(
        new Desk()
            .relu()
            .fixed("j", NEURON)
            .given("dead", "ForAll[{l, n}, u[j,l,0] < 0]")
            .step("s", "invariant-region", "dead", "a[j] == a[j,0]"));
    refused(
        new Desk()
            .relu()
            .fixed("j", NEURON)
            .given("dead", "ForAll[{l, n}, u[j,l,0] <= 0]")
            .step("s", "invariant-region", "dead", "a[j] == a[j,0]"));
  }
}
