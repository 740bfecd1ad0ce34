package org.flowproof.proof.kernel;

import static org.flowproof.formula.IndexKind.NEURON;
import static org.flowproof.formula.IndexKind.SAMPLE;

/** Gates keep their values before the first event. */
class PatternConstantRuleTest extends RuleTest {
  PatternConstantRuleTest() {
    super("pattern-constant");
  }

  @Override
  RuleRows rows() {
    String mine = "t >= 0 && t < firstEvent[j]";
    return new RuleRows()
        .holds("before the event", pattern(mine, "s[j,k] == s[j,k,0]"))
        .holds("after time 0", pattern("t > 0 && t < firstEvent[j]", "s[j,k] == s[j,k,0]"))
        .holds("in another order", pattern("t < firstEvent[j] && t >= 0", "s[j,k] == s[j,k,0]"))
        .holds("in the run", pattern(mine + " && t <= endTime", "s[j,k] == s[j,k,0]"))
        .holds("under a condition at the end", pattern(mine + " && N[t] > 1", "s[j,k] == s[j,k,0]"))
        .holds(
            "for every sample",
            pattern(mine, "s[j,l] == s[j,l,0]", "for", "l")
                .concluding("ForAll[{l, n}, s[j,l] == s[j,l,0]]"))
        .holds("of the second neuron", pattern("t >= 0 && t < firstEvent[p]", "s[p,k] == s[p,k,0]"))
        .holds("of one of two", pattern(mine + " && t < firstEvent[p]", "s[p,k] == s[p,k,0]"))
        .holds("early-alignment flow", pattern(mine, "s[j,k] == s[j,k,0]").early())
        .holds("any loss", pattern(mine, "s[j,k] == s[j,k,0]").anyLoss())
        .holds("fixed output weights", pattern(mine, "s[j,k] == s[j,k,0]").anyLayers())
        .holds("slope 0", pattern(mine, "s[j,k] == s[j,k,0]").relu())
        .fails(
            "at all times", "must contain t < firstEvent", pattern("t >= 0", "s[j,k] == s[j,k,0]"))
        .fails(
            "up to the event",
            "must contain t < firstEvent",
            pattern("t >= 0 && t <= firstEvent[j]", "s[j,k] == s[j,k,0]"))
        .fails(
            "before the event of another neuron",
            "must contain t < firstEvent",
            pattern("t >= 0 && t < firstEvent[p]", "s[j,k] == s[j,k,0]"))
        .fails(
            "for every neuron",
            "must contain t < firstEvent",
            new Desk()
                .fixed("j", NEURON)
                .fixed("k", SAMPLE)
                .range(mine)
                .step("s", "pattern-constant", "", "s[p,k] == s[p,k,0]", "for", "p")
                .concluding("s[j,k] == s[j,k,0]"))
        .fails(
            "within the run only",
            "must contain t < firstEvent",
            pattern("t >= 0 && t < endTime", "s[j,k] == s[j,k,0]"))
        .fails(
            "another neuron at the start", "expected s[j,k]", pattern(mine, "s[j,k] == s[p,k,0]"))
        .fails("a weight", "expected s[j,k]", pattern(mine, "a[j] == a[j,0]"))
        .fails("a preactivation", "expected s[j,k]", pattern(mine, "u[j,k] == u[j,k,0]"))
        .fails("a value", "expected s[j,k]", pattern(mine, "s[j,k] == 1"))
        .fails("its derivative", "expected s[j,k]", pattern(mine, "s'[j,k] == s'[j,k,0]"))
        .fails("an inequality", "must show an equation", pattern(mine, "s[j,k] <= s[j,k,0]"))
        .fails(
            "with a premise",
            "uses no premises",
            before(mine)
                .given("g", "s[j,k,0] == 1")
                .step("s", "pattern-constant", "g", "s[j,k] == s[j,k,0]"));
  }

  private static Desk before(String range) {
    return new Desk().fixed("j", NEURON).fixed("p", NEURON).fixed("k", SAMPLE).range(range);
  }

  private static Desk pattern(String range, String shows, String... extra) {
    return before(range).step("s", "pattern-constant", "", shows, extra);
  }
}
