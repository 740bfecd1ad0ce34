package org.flowproof.proof.kernel;

import static org.flowproof.formula.IndexKind.NEURON;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.Stream;
import org.flowproof.proof.Claim;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** How steps, hypotheses, ranges and conclusions fit together. */
class StructureAttacksTest extends Trials {

  @Test
  void withoutStepsAClaimIsCited() {
    Claim empty = new Desk().concluding("N <= 0").claim();
    assertEquals("CITED", proveAmong(java.util.List.of(), empty).status().word());
  }

  @TestFactory
  Stream<DynamicTest> conclusions() {
    return Stream.of(
        valid(
            "for every neuron",
            new Desk()
                .step("s", "identity", "", "a2[p] == a[p]^2", "for", "p")
                .concluding("ForAll[{g, m}, a2[g] == a[g]^2]")),
        valid(
            "weaker by one part",
            about()
                .given("a", "y[k] > 1 && N[0] > 1")
                .step("s", "conjunction", "a", "y[k] > 1 && N[0] > 1")
                .concluding("N[0] > 1")),
        attack(
            "stronger than the last step",
            "does not show",
            one("inequality", "N >= 0").concluding("N > 0")),
        attack(
            "for every neuron from one",
            "does not show",
            one("identity", "a2[j] == a[j]^2").concluding("ForAll[{p, m}, a2[p] == a[p]^2]")),
        attack(
            "a generic index with the kernel's own name",
            "does not show",
            new Desk()
                .fixed("every1", NEURON)
                .step("s", "identity", "", "a[every1]^2 == a[every1]^2")
                .concluding("ForAll[{p, m}, a[p]^2 == a[every1]^2]")),
        attack(
            "a hypothesis about all, compared with one of that name",
            "not shown",
            new Desk()
                .fixed("every1", NEURON)
                .fixed("p", NEURON)
                .given("g", "ForAll[{g, m}, a[g,0]^2 >= a[every1,0]^2 + 1]")
                .step("s", "inequality", "g", "a[p,0]^2 >= a[p,0]^2 + 1")),
        attack(
            "shown by an earlier step only",
            "does not show",
            one("inequality", "N >= 0")
                .step("t", "inequality", "", "N + 1 > 0")
                .concluding("N >= 0")),
        attack(
            "an earlier step failed",
            "not shown",
            one("inequality", "N > 0").step("t", "inequality", "", "N >= 0")),
        attack(
            "rests on a step that failed",
            "which is not established",
            one("inequality", "N > 0").step("t", "inequality", "s", "N >= 0")),
        attack(
            "a disjunction is not one of its parts",
            "does not show",
            about()
                .given("a", "y[k] > 1 || N[0] > 1")
                .step("s", "conjunction", "a", "y[k] > 1 || N[0] > 1")
                .concluding("y[k] > 1")));
  }

  @TestFactory
  Stream<DynamicTest> hypothesesAndRanges() {
    return Stream.of(
        valid(
            "a condition at the end gives facts at the end",
            about().range("t >= 0 && N[t] >= 1").step("s", "inequality", "range", "N[t]^2 >= 1")),
        valid(
            "until the first event",
            about()
                .range("t >= 0 && t < firstEvent[j]")
                .step("s", "inequality", "range", "firstEvent[j] > 0")),
        attack(
            "a hypothesis about later times",
            "about later times",
            about().given("g", "N[t] <= 1").step("s", "inequality", "g", "N[t] <= 2")),
        attack(
            "a hypothesis about the whole past",
            "about later times",
            about()
                .given("g", "Sup[N[tau], {tau, 0, t}] <= 1")
                .step("s", "inequality", "g", "Sup[N[tau], {tau, 0, t}] <= 2")),
        attack(
            "times before the start",
            "the range must contain",
            about().range("t >= -1").step("s", "inequality", "", "N >= 0")),
        attack(
            "a range of alternatives",
            "the range must contain",
            about().range("t >= 0 || t < 0").step("s", "inequality", "", "N >= 0")),
        attack("an unknown rule", "unknown rule", one("magic", "N <= 0")),
        attack("a citation", "cited, not derived", one("cite", "N <= 0")),
        attack(
            "a name used twice",
            "the name is in use",
            one("inequality", "N >= 0").step("s", "inequality", "", "N >= 0")),
        attack(
            "an index that the claim fixed",
            "fixed by the claim",
            about().given("g", "y[k] > 0").step("s", "conjunction", "g", "y[k] > 0", "for", "k")),
        attack(
            "a fact about the start used later",
            "not shown",
            about().given("g", "N[0] <= 1").step("s", "inequality", "g", "N[t] <= 1")));
  }
}
