package org.flowproof.proof.kernel;

import static org.flowproof.formula.IndexKind.COORDINATE;
import static org.flowproof.formula.IndexKind.NEURON;
import static org.flowproof.formula.IndexKind.SAMPLE;

/** What starts equal stays equal along a smooth flow. */
class InvariantSetRuleTest extends RuleTest {
  InvariantSetRuleTest() {
    super("invariant-set");
  }

  @Override
  RuleRows rows() {
    return new RuleRows()
        .holds("two equal neurons", pair("a[p] == a[j] && w[p,i] == w[j,i]"))
        .holds("the other way round", pair("a[j] == a[p] && w[j,i] == w[p,i]"))
        .holds("parts in another order", pair("w[p,i] == w[j,i] && a[p] == a[j]"))
        .holds("linear flow: equal neurons", linear("a[p] == a[j] && w[p,i] == w[j,i]"))
        .holds("linear flow: the zero neuron", linear("a[j] == 0 && w[j,i] == 0"))
        .holds("linear flow: all neurons zero", all(LINEAR, "a[j] == 0 && w[j,i] == 0"))
        .holds("linear flow: both neurons zero", linear("a[p] == 0 && w[p,i] == 0"))
        .holds("linear flow: the other pair", linear("a[j] == a[p] && w[j,i] == w[p,i]"))
        .holds("linear flow: zero given as a product", linear("a[j] == 0*0 && w[j,i] == 0"))
        .holds("linear flow: zero hidden first", linear("w[j,i] == 0 && a[j] == 0"))
        .fails("output weights alone", "not an identity", pair("a[p] == a[j]"))
        .fails("hidden weights alone", "not an identity", pair("w[p,i] == w[j,i]"))
        .fails(
            "mirrored neurons without an odd activation",
            "expected equations",
            pair("a[p] == -a[j] && w[p,i] == -w[j,i]"))
        .fails(
            "one coordinate only",
            "not an identity",
            new Desk()
                .inSettingOf(SMOOTH)
                .fixed("j", NEURON)
                .fixed("p", NEURON)
                .fixed("i", COORDINATE)
                .given("a0", "a[p,0] == a[j,0]")
                .given("w0", "w[p,i,0] == w[j,i,0]")
                .step("s", "invariant-set", "a0 w0", "a[p] == a[j] && w[p,i] == w[j,i]"))
        .fails(
            "no start",
            "no premise gives the start",
            new Desk()
                .inSettingOf(SMOOTH)
                .fixed("j", NEURON)
                .fixed("p", NEURON)
                .step("s", "invariant-set", "", "a[p] == a[j] && w[p,i] == w[j,i]", "for", "i"))
        .fails(
            "the start of the hidden weights is missing",
            "no premise gives the start",
            new Desk()
                .inSettingOf(SMOOTH)
                .fixed("j", NEURON)
                .fixed("p", NEURON)
                .given("a0", "a[p,0] == a[j,0]")
                .step("s", "invariant-set", "a0", "a[p] == a[j] && w[p,i] == w[j,i]", "for", "i"))
        .fails(
            "a zero neuron whose activation does not vanish at 0",
            "not an identity",
            zero("a[j] == 0 && w[j,i] == 0"))
        .fails("a constant that is not zero", "not an identity", linear("a[j] == 1 && w[j,i] == 0"))
        .fails("output weight zero alone moves", "not an identity", linear("a[j] == 0"))
        .fails("an inequality", "expected equations", linear("a[j] >= 0 && w[j,i] == 0"))
        .fails("something that is not state", "expected equations", pair("f[k] == 0"))
        .fails(
            "kinks",
            "field must be smooth",
            new Desk()
                .fixed("j", NEURON)
                .fixed("p", NEURON)
                .given("a0", "a[p,0] == a[j,0]")
                .step("s", "invariant-set", "a0", "a[p] == a[j]"))
        .fails(
            "kinks of a setting",
            "field must be smooth",
            new Desk()
                .inSettingOf("neuron-alignment/growth")
                .fixed("j", NEURON)
                .fixed("p", NEURON)
                .given("a0", "a[p,0] == a[j,0]")
                .given("w0", "ForAll[{i, d}, w[p,i,0] == w[j,i,0]]")
                .step(
                    "s", "invariant-set", "a0 w0", "a[p] == a[j] && w[p,i] == w[j,i]", "for", "i"))
        .fails(
            "iterations",
            "continuous time",
            new Desk()
                .inSettingOf("nearly-orthogonal/own-active-stays")
                .fixed("j", NEURON)
                .fixed("k", SAMPLE)
                .given("v0", "v[j,k,0] == 0")
                .step("s", "invariant-set", "v0", "v[j,k] == 0"));
  }

  private static final String SMOOTH = "single-neuron/equal-neurons-stay-equal";
  private static final String LINEAR = "single-neuron/linearised-flow";

  private static Desk pair(String shows) {
    return two(SMOOTH, shows);
  }

  private static Desk linear(String shows) {
    return two(LINEAR, shows);
  }

  // hypotheses are the parts at the start, for every coordinate
  private static Desk two(String setting, String shows) {
    Desk desk =
        new Desk().inSettingOf(setting).fixed("j", NEURON).fixed("p", NEURON).fixed("k", SAMPLE);
    return stated(desk, shows, "i", "");
  }

  private static Desk zero(String shows) {
    return stated(
        new Desk().inSettingOf("single-neuron/velocity").fixed("j", NEURON), shows, "i", "");
  }

  private static Desk all(String setting, String shows) {
    return stated(new Desk().inSettingOf(setting), shows, "j, i", "ForAll[{j, m}, ")
        .concluding("ForAll[{j, m}, ForAll[{i, d}, " + shows + "]]");
  }

  private static Desk stated(Desk desk, String shows, String every, String outer) {
    StringBuilder names = new StringBuilder();
    int number = 0;
    for (String part : shows.split(" && ", -1)) {
      String start = part.replaceAll("\\[([a-z, ]+)\\]", "[$1, 0]");
      String inner = part.contains("i]") ? "ForAll[{i, d}, " + start + "]" : start;
      String name = "h" + number++;
      desk.given(name, outer.isEmpty() ? inner : outer + inner + "]");
      names.append(names.length() == 0 ? "" : " ").append(name);
    }
    desk.step("s", "invariant-set", names.toString(), shows, "for", every);
    return every.equals("i") ? desk.concluding("ForAll[{i, d}, " + shows + "]") : desk;
  }
}
