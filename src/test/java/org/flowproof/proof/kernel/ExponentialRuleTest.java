package org.flowproof.proof.kernel;

import java.util.stream.Stream;

/** Comparisons of exponentials. */
class ExponentialRuleTest extends RuleTest {
  ExponentialRuleTest() {
    super("exponential");
  }

  private static Desk given(String... facts) {
    Desk desk = about();
    for (int i = 0; i < facts.length; i++) {
      desk.given("g" + (i + 1), facts[i]);
    }
    return desk;
  }

  private static Desk exponential(String shows, String... facts) {
    String names =
        String.join(
            " ", Stream.iterate(1, i -> i + 1).limit(facts.length).map(i -> "g" + i).toList());
    return given(facts).step("s", "exponential", names, shows);
  }

  @Override
  RuleRows rows() {
    return new RuleRows()
        .holds("time does not run backwards", exponential("Exp[-t] <= 1"))
        .holds("at least one", exponential("1 <= Exp[2*alpha*t]"))
        .holds("less", exponential("Exp[-N[0]] < 1", "N[0] > 0"))
        .holds("of equal exponents", exponential("Exp[a[j,0]] == Exp[2]", "a[j,0] == 2"))
        .holds("of unequal exponents", exponential("Exp[a[j,0]] != 1", "a[j,0] != 0"))
        .holds("of ordered exponents", exponential("Exp[a[j,0]] >= Exp[1]", "a[j,0] >= 1"))
        .holds("of a logarithm", exponential("Exp[Log[N[0]]] == N[0]", "N[0] > 0"))
        .holds("of its negative", exponential("Exp[-Log[N[0]]] == Exp[-Log[N[0]]]", "N[0] > 0"))
        .holds(
            "below a number", exponential("Exp[a[j,0]] < N[0]", "a[j,0] < Log[N[0]]", "N[0] > 0"))
        .holds("above a number", exponential("2 <= Exp[a[j,0]]", "a[j,0] >= Log[2]"))
        .holds(
            "for every neuron",
            given("ForAll[{p, m}, a[p,0] <= 0]")
                .step("s", "exponential", "g1", "Exp[a[p,0]] <= 1", "for", "p")
                .concluding("ForAll[{p, m}, Exp[a[p,0]] <= 1]"))
        .holds(
            "at the end of the interval",
            about().range("t >= 0 && N[t] > 1").step("s", "exponential", "range", "Exp[N] > 1"))
        .fails("reversed", "not shown", exponential("Exp[-t] >= 1"))
        .fails("strict at time 0", "not shown", exponential("Exp[-t] < 1"))
        .fails("an exponent of any sign", "not shown", exponential("Exp[a[j,0]*t] >= 1"))
        .fails("strict from weak", "not shown", exponential("Exp[-N[0]] < 1", "N[0] >= 0"))
        .fails("equal from ordered", "not shown", exponential("Exp[N[0]] == 1", "N[0] >= 0"))
        .fails(
            "the logarithm of what may be negative",
            "not shown",
            exponential("Exp[Log[a[j,0]]] == a[j,0]", "a[j,0] != 0"))
        .fails(
            "the logarithm of what may be 0",
            "not shown",
            exponential("Exp[Log[N[0]]] == N[0]", "N[0] >= 0"))
        .fails(
            "below a number that may be negative",
            "not shown",
            exponential("Exp[N[0]] >= a[j,0]", "N[0] >= Log[1 + a[j,0]^2]"))
        .fails("without the logarithm", "not shown", exponential("Exp[a[j,0]] <= 2", "a[j,0] <= 2"))
        .fails("against 0", "not shown", exponential("Exp[a[j,0]] <= 0", "a[j,0] <= 0"))
        .fails("a multiple", "neither side", exponential("2*Exp[-t] <= 2"))
        .fails("a power", "neither side", exponential("Exp[-t]^2 <= 1"))
        .fails("not a comparison", "one comparison", exponential("Exp[-t] <= 1 && t >= 0"))
        .fails(
            "from one neuron only",
            "not shown",
            given("a[j,0] <= 0")
                .step("s", "exponential", "g1", "Exp[a[p,0]] <= 1", "for", "p")
                .concluding("ForAll[{p, m}, Exp[a[p,0]] <= 1]"))
        .fails(
            "dividing by what may vanish",
            "has a value",
            exponential("Exp[a[j,0]/N[0]] <= Exp[a[j,0]/N[0]]", "N[0] >= 0"));
  }
}
