package org.flowproof.proof.kernel;

/** What follows for all real values. */
class InequalityRuleTest extends RuleTest {
  InequalityRuleTest() {
    super("inequality");
  }

  @Override
  RuleRows rows() {
    return new RuleRows()
        .holds("arithmetic and geometric mean", use("2*a[j]*y[k] <= a[j]^2 + y[k]^2"))
        .holds("its half", use("a[j]*y[k] <= (a[j]^2 + y[k]^2)/2"))
        .holds("a gate is at most 1", use("s[j,k]*a[j]^2 <= a[j]^2"))
        .holds("an absolute value", use("Abs[a[j]] >= a[j]"))
        .holds("a sum of squares", use("N >= 0"))
        .holds("a root squared", use("Sqrt[N]*Sqrt[N] == N"))
        .holds("an exponential", use("Exp[a[j]] > 0"))
        .holds("at least one sample", use("1/n <= 1"))
        .holds("an integral of squares", use("Integral[N[tau], {tau, 0, t}] >= 0"))
        .holds("a nested integral", use("Integral[Integral[N[g], {g, 0, tau}], {tau, 0, t}] >= 0"))
        .holds("a case distinction", use("Implies[a[j] > 0, Abs[a[j]] == a[j]]"))
        .holds("ReLU has slope 0", use("alpha*a[j] == 0").relu())
        .holds(
            "from a premise",
            about().given("g", "y[k] >= 2").step("s", "inequality", "g", "y[k]^2 >= 4"))
        .holds(
            "at the end of the range",
            about().range("t >= 0 && N[t] >= 1").step("s", "inequality", "range", "N[t]^2 >= 1"))
        .holds(
            "until the first event",
            about()
                .range("t >= 0 && t < firstEvent[j]")
                .step("s", "inequality", "range", "firstEvent[j] > 0"))
        .fails("strict for weak", "not shown", use("2*a[j]*y[k] < a[j]^2 + y[k]^2"))
        .fails("wrong sign", "not shown", use("2*a[j]*y[k] >= a[j]^2 + y[k]^2"))
        .fails("wrong constant", "not shown", use("3*a[j]*y[k] <= a[j]^2 + y[k]^2"))
        .fails("a gate times something without sign", "not shown", use("s[j,k]*a[j] <= a[j]"))
        .fails("all output weights may be zero", "not shown", use("N > 0"))
        .fails("a gate may be small", "not shown", use("s[j,k] >= 1/2"))
        .fails("a gate may be 1", "not shown", use("s[j,k] < 1"))
        .fails("a slope may be zero", "not shown", use("alpha > 0"))
        .fails("one sample is possible", "not shown", use("1/n < 1"))
        .fails("an exponential may be small", "not shown", use("Exp[a[j]] >= 1"))
        .fails("missing domination", "not shown", use("a[j]^2 >= normW2[j]"))
        .fails("ReLU's slope in a leaky model", "not shown", use("alpha*a[j] == 0"))
        .fails(
            "ReLU's gates are not 0 or 1 at a kink",
            "not shown",
            use("s[j,k]*(1 - s[j,k]) == 0").relu())
        .fails(
            "the derivative of a gate is no gate",
            "not shown",
            about()
                .range("t >= 0 && t < firstEvent[j]")
                .step("d", "derivative-along-flow", "", "s'[j,k] == 0")
                .step("s", "inequality", "d", "alpha <= 0"))
        .fails("a derivative of what is bounded", "not shown", use("s'[j,k] <= 1"))
        .fails("an integral back to 0", "not shown", use("Integral[N[tau], {tau, t, 0}] >= 0"))
        .fails(
            "a nested integral back to 0",
            "not shown",
            use("Integral[Integral[N[g], {g, t, tau}], {tau, 0, t}] >= 0"))
        .fails("1/0", "not shown: has a value", use("1/a[j] == 1/a[j]"))
        .fails("0/0", "not shown: has a value", use("a[j]/a[j] <= 1"))
        .fails(
            "division by 0 hidden in a premise",
            "not shown: has a value",
            about().given("g", "1/a[j,0] > 5").step("s", "inequality", "g", "a[j,0] != 0"))
        .fails(
            "division by 0 behind an implication",
            "not shown: has a value",
            use("Implies[a[j] != 0, a[j]/a[j] == 1]"))
        .fails("an abbreviation without value", "not shown: has a value", use("q[j]^2 >= 0"))
        .fails("the square root's sign", "not shown", use("Sqrt[a2[j]] == a[j]", "unfold", "a2"))
        .fails(
            "a root of a negative number",
            "not shown: has a value",
            use("Sqrt[y[k]]*Sqrt[y[k]] == y[k]"))
        .fails(
            "the square of a root of a negative number",
            "not shown: has a value",
            use("Sqrt[a[j]]^2 >= 0"))
        .fails(
            "a root that vouches for its own argument",
            "not shown: has a value",
            use("Sqrt[y[k]]^2 + 1 > 0"))
        .fails(
            "Log of what may be negative", "not shown: has a value", use("Log[a[j]] == Log[a[j]]"))
        .fails("ArcTanh outside its domain", "not shown: has a value", use("ArcTanh[y[k]]*0 == 0"))
        .fails(
            "an undefined term below a sum",
            "not shown: has a value",
            use("Sum[1/y[l], {l, n}] == Sum[1/y[l], {l, n}]"))
        .fails("a sum of signed terms", "not shown", use("Sum[a[p], {p, m}] >= 0"))
        .fails("a supremum of signed terms", "not shown", use("Sup[a[j,tau], {tau, 0, t}] >= 0"))
        .fails("different functions", "not shown", use("Exp[y[k]] <= Cosh[y[k]]*2"))
        .fails("derivatives have no sign by kind", "not shown", use("N'[t] >= 0"))
        .fails("the event may be at once", "not shown", use("firstEvent[j] > 0"))
        .fails("labels may be zero", "not shown", use("lambdaMax > 0"))
        .fails("a loss of unknown sign", "not shown", use("loss >= 0").anyLoss())
        .fails(
            "assumption used but not declared",
            "not shown",
            about().given("g", "y[k] >= 2").step("s", "inequality", "", "y[k]^2 >= 4"))
        .fails(
            "a fact about the start used later",
            "not shown",
            about().given("g", "N[0] <= 1").step("s", "inequality", "g", "N[t] <= 1"))
        .fails(
            "contradictory premises",
            "admissible points",
            about()
                .given("a", "y[k] >= 1")
                .given("b", "y[k] <= 0")
                .step("s", "inequality", "a b", "N <= 0"))
        .fails(
            "premises that exclude each other by a hair",
            "admissible points",
            about()
                .given("up", "N[0] > 1")
                .given("down", "N[0] < 1")
                .step("s", "inequality", "up down", "N[t] <= 0"));
  }
}
