package org.flowproof.proof.kernel;

import static org.flowproof.formula.IndexKind.NEURON;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** {@code nonempty}: there is at least one neuron, sample and coordinate. */
class NonemptyRuleTest extends Trials {
  @TestFactory
  Stream<DynamicTest> trueUses() {
    return Stream.of(
        valid("neurons", over("p", "m", "N[0] > 1")),
        valid("samples", over("l", "n", "N[0] > 1")),
        valid("coordinates", over("c", "d", "N[0] > 1")),
        valid("a weak bound", over("l", "n", "N[0] >= 1")),
        valid("an equation", over("l", "n", "N[0] == 2")),
        valid("about another index that is fixed", over("l", "n", "a[j,0] > 0")),
        valid("a disjunction", over("l", "n", "a[j,0] > 0 || a[j,0] < -1")),
        valid("a disequation", over("p", "m", "a[j,0] != 0")),
        valid("something with a sum of its own", over("l", "n", "Sum[y[k]^2, {k, n}] > 1")),
        valid(
            "from a step",
            new Desk()
                .fixed("j", NEURON)
                .given("h", "ForAll[{l, n}, y[l]^2 >= 1 && y[l]^2 <= N[0]]")
                .step("a", "inequality", "h", "N[0] >= 1", "for", "l")
                .step("s", "nonempty", "a", "N[0] >= 1")));
  }

  @TestFactory
  Stream<DynamicTest> falseUses() {
    return Stream.of(
        attack(
            "it depends on the index",
            "does not say this",
            plain("ForAll[{l, n}, y[l] > 0]", "y[1] > 0")),
        attack(
            "another statement",
            "does not say this",
            plain("ForAll[{l, n}, N[0] > 1]", "N[0] > 2")),
        attack(
            "strict from weak",
            "does not say this",
            plain("ForAll[{l, n}, N[0] >= 1]", "N[0] > 1")),
        attack("wrong sign", "does not say this", plain("ForAll[{l, n}, N[0] > 1]", "N[0] < 1")),
        attack("no index at all", "does not say this", plain("N[0] > 1", "N[0] > 1")),
        attack(
            "one of two neurons",
            "does not say this",
            plain("ForAll[{p, m}, a[p,0] > 0]", "a[j,0] > 0")),
        attack(
            "from existence",
            "does not say this",
            plain("Exists[{l, n}, N[0] > y[l]]", "N[0] > 1")),
        attack(
            "two premises",
            "exactly one premise",
            new Desk()
                .fixed("j", NEURON)
                .given("h", "ForAll[{l, n}, N[0] > 1]")
                .given("g", "ForAll[{l, n}, N[0] > 2]")
                .step("s", "nonempty", "h g", "N[0] > 1")),
        attack(
            "no premise",
            "exactly one premise",
            new Desk().fixed("j", NEURON).step("s", "nonempty", "", "N[0] > 1")),
        attack("another time", "does not say this", plain("ForAll[{l, n}, N[0] > 1]", "N[t] > 1")),
        attack(
            "still for every index",
            "does not say this",
            new Desk()
                .fixed("j", NEURON)
                .given("h", "ForAll[{l, n}, y[l] > 0]")
                .step("s", "nonempty", "h", "y[l] > 0", "for", "l")));
  }

  private static Desk over(String index, String size, String statement) {
    return plain("ForAll[{" + index + ", " + size + "}, " + statement + "]", statement);
  }

  private static Desk plain(String given, String shows) {
    return new Desk().fixed("j", NEURON).given("h", given).step("s", "nonempty", "h", shows);
  }
}
