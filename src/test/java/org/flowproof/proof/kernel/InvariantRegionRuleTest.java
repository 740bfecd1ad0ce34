package org.flowproof.proof.kernel;

import static org.flowproof.formula.IndexKind.NEURON;
import static org.flowproof.formula.IndexKind.SAMPLE;

import org.flowproof.formula.IndexKind;

/** Dead ReLU neurons rest. */
class InvariantRegionRuleTest extends RuleTest {
  InvariantRegionRuleTest() {
    super("invariant-region");
  }

  private static final String ALL = "ForAll[{l, n}, u[j,l,0] < 0]";

  private Desk dead(String hypothesis, String shows) {
    return about().relu().given("dead", hypothesis).step("s", rule(), "dead", shows);
  }

  private Desk dead(String shows) {
    return dead(ALL, shows);
  }

  private Desk withCoordinate(String shows) {
    return new Desk()
        .relu()
        .fixed("j", NEURON)
        .fixed("i", IndexKind.COORDINATE)
        .given("dead", ALL)
        .step("s", rule(), "dead", shows);
  }

  @Override
  RuleRows rows() {
    return new RuleRows()
        .holds("an output weight", dead("a[j] == a[j,0]"))
        .holds("in the early flow", dead("a[j] == a[j,0]").early())
        .holds("a hidden weight", withCoordinate("w[j,i] == w[j,i,0]"))
        .holds("a hidden weight in the early flow", withCoordinate("w[j,i] == w[j,i,0]").early())
        .holds("both", withCoordinate("a[j] == a[j,0] && w[j,i] == w[j,i,0]"))
        .holds("in the other order", withCoordinate("w[j,i] == w[j,i,0] && a[j] == a[j,0]"))
        .holds("until the end of the run", dead("a[j] == a[j,0]").range("t >= 0 && t <= endTime"))
        .holds("after the start", dead("a[j] == a[j,0]").range("t > 0"))
        .holds(
            "with another assumption in the same breath",
            dead("ForAll[{l, n}, u[j,l,0] < 0] && y[k] > 0", "a[j] == a[j,0]"))
        .holds(
            "every coordinate",
            new Desk()
                .relu()
                .fixed("j", NEURON)
                .given("dead", ALL)
                .step("s", rule(), "dead", "w[j,c] == w[j,c,0]", "for", "c")
                .concluding("ForAll[{g, d}, w[j,g] == w[j,g,0]]"))
        .holds(
            "every neuron",
            new Desk()
                .relu()
                .given("dead", "ForAll[{g, m}, ForAll[{l, n}, u[g,l,0] < 0]]")
                .step("s", rule(), "dead", "a[p] == a[p,0]", "for", "p")
                .concluding("ForAll[{g, m}, a[g] == a[g,0]]"))
        .fails(
            "leaky",
            "activation: relu",
            about().given("dead", ALL).step("s", rule(), "dead", "a[j] == a[j,0]"))
        .fails(
            "on the boundary",
            "no premise says",
            dead("ForAll[{l, n}, u[j,l,0] <= 0]", "a[j] == a[j,0]"))
        .fails("one sample", "no premise says", dead("u[j,k,0] < 0", "a[j] == a[j,0]"))
        .fails(
            "one sample with a telling name",
            "no premise says",
            new Desk()
                .relu()
                .fixed("j", NEURON)
                .fixed("anySample", SAMPLE)
                .given("dead", "u[j,anySample,0] < 0")
                .step("s", rule(), "dead", "a[j] == a[j,0]"))
        .fails(
            "some sample",
            "no premise says",
            dead("Exists[{l, n}, u[j,l,0] < 0]", "a[j] == a[j,0]"))
        .fails(
            "all positive",
            "no premise says",
            dead("ForAll[{l, n}, u[j,l,0] > 0]", "a[j] == a[j,0]"))
        .fails(
            "nowhere zero",
            "no premise says",
            dead("ForAll[{l, n}, u[j,l,0] != 0]", "a[j] == a[j,0]"))
        .fails(
            "another neuron's preactivations",
            "no premise says",
            new Desk()
                .relu()
                .fixed("j", NEURON)
                .fixed("p", NEURON)
                .given("dead", ALL)
                .step("s", rule(), "dead", "a[p] == a[p,0]"))
        .fails(
            "every neuron from one",
            "no premise says",
            new Desk()
                .relu()
                .fixed("j", NEURON)
                .given("dead", ALL)
                .step("s", rule(), "dead", "a[p] == a[p,0]", "for", "p"))
        .fails("a numbered neuron's weight", "no premise says", dead("a[1] == a[1,0]"))
        .fails(
            "closed gates are not negative preactivations",
            "no premise says",
            dead("ForAll[{l, n}, s[j,l,0] == 0]", "a[j] == a[j,0]"))
        .fails("outputs of all", "expected a[j]", dead("h[k] == h[k,0]"))
        .fails("another value", "expected a[j]", dead("a[j] == 2*a[j,0]"))
        .fails("an inequality", "expected a[j]", dead("a[j] <= a[j,0]"))
        .fails("decay", "expected a[j]", dead("a[j] == a[j,0]*Exp[-t]"))
        .fails("another loss", "the field is derived for", dead("a[j] == a[j,0]").anyLoss())
        .fails("one layer", "the field is derived for", dead("a[j] == a[j,0]").anyLayers())
        .fails(
            "no premise",
            "no premise says",
            about().relu().given("dead", ALL).step("s", rule(), "", "a[j] == a[j,0]"));
  }
}
