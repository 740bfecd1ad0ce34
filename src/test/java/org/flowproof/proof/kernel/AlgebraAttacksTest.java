package org.flowproof.proof.kernel;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The rules about scalars: identity, inequality, exponential-law, derivative-along-flow. */
class AlgebraAttacksTest extends Trials {
  private static final String IDENTITY = "identity";
  private static final String INEQUALITY = "inequality";
  private static final String LAW = "exponential-law";
  private static final String DERIVATIVE = "derivative-along-flow";

  @TestFactory
  Stream<DynamicTest> identity() {
    return Stream.of(
        valid("a definition", one(IDENTITY, "balance[j] == a2[j] - normW2[j]")),
        valid(
            "functions of equal arguments", one(IDENTITY, "2*Exp[y[k]] == Exp[y[k]] + Exp[y[k]]")),
        valid(
            "a square of a sum",
            one(IDENTITY, "Sum[y[l], {l, n}]^2 == Sum[Sum[y[l]*y[g], {l, n}], {g, n}]")),
        attack(
            "cross terms forgotten",
            "not an identity",
            one(IDENTITY, "Sum[y[l], {l, n}]^2 == Sum[y[l]^2, {l, n}]")),
        attack(
            "vanishes for one and two samples only",
            "not an identity",
            one(IDENTITY, "Sum[1, {l, n}]*(Sum[1, {l, n}] - 1)*(Sum[1, {l, n}] - 2) == 0")),
        attack("the range is empty", "not an identity", one(IDENTITY, "Sum[1, {l, n}] == 1")),
        attack(
            "the number of samples is not a sum of ones by algebra",
            "not an identity",
            one(IDENTITY, "Sum[y[k], {l, n}] == y[k]")),
        attack(
            "free index of another neuron",
            "not an identity",
            one(IDENTITY, "Sum[a[p]^2, {p, m}] == m*a[j]^2")),
        attack("0/0", "not shown: has a value", one(IDENTITY, "a[j]*y[k]/a[j] == y[k]")),
        attack(
            "a negative power of what may vanish",
            "not shown: has a value",
            one(IDENTITY, "a[j]^(-1)*a[j] == 1")),
        attack("literal 0/0", "not shown: has a value", one(IDENTITY, "0/0 == 1")),
        attack(
            "Abs is not the identity",
            "not an identity",
            one(IDENTITY, "Abs[a[j] - y[k]] == a[j] - y[k]")),
        attack(
            "Log of what may be negative",
            "not shown: has a value",
            one(IDENTITY, "Log[y[k]] == Log[y[k]]")),
        attack("values at two times", "not an identity", one(IDENTITY, "a[j] == a[j,0]")),
        attack(
            "one numbered neuron",
            "an index is a number",
            one(IDENTITY, "a[1]*Sum[1, {p, m}] == Sum[a[1], {p, m}]")),
        attack(
            "a maximum is not rational",
            "not rational",
            one(IDENTITY, "Max[a[p], {p, m}] == a[j]")),
        attack(
            "a supremum is not its integrand",
            "not an identity",
            one(IDENTITY, "Sup[N[tau], {tau, 0, t}] == N[t]")));
  }

  @TestFactory
  Stream<DynamicTest> inequality() {
    return Stream.of(
        valid("mean of squares", one(INEQUALITY, "a[j]*y[k] <= (a[j]^2 + y[k]^2)/2")),
        valid("an integral of squares", one(INEQUALITY, "Integral[N[tau], {tau, 0, t}] >= 0")),
        valid("a case distinction", one(INEQUALITY, "Implies[a[j] > 0, Abs[a[j]] == a[j]]")),
        valid("ReLU has slope 0", one(INEQUALITY, "alpha*a[j] == 0").relu()),
        attack("ReLU's slope in a leaky model", "not shown", one(INEQUALITY, "alpha*a[j] == 0")),
        attack(
            "ReLU's gates are not 0 or 1 at a kink",
            "not shown",
            one(INEQUALITY, "s[j,k]*(1 - s[j,k]) == 0").relu()),
        attack("a gate above 1", "not shown", one(INEQUALITY, "s[j,k] < 1")),
        attack(
            "an integral back to 0",
            "not shown",
            one(INEQUALITY, "Integral[N[tau], {tau, t, 0}] >= 0")),
        attack(
            "a nested integral back to 0",
            "not shown",
            one(INEQUALITY, "Integral[Integral[N[z], {z, t, tau}], {tau, 0, t}] >= 0")),
        attack(
            "division is total in the solver",
            "not shown: has a value",
            one(INEQUALITY, "1/a[j] == 1/a[j]")),
        attack(
            "division by 0 hidden in a premise",
            "not shown: has a value",
            about().given("g", "1/a[j,0] > 5").step("s", INEQUALITY, "g", "a[j,0] != 0")),
        attack(
            "division by 0 behind an implication",
            "not shown: has a value",
            one(INEQUALITY, "Implies[a[j] != 0, a[j]/a[j] == 1]")),
        attack(
            "the square root's sign",
            "not shown",
            one(INEQUALITY, "Sqrt[a2[j]] == a[j]", "unfold", "a2")),
        attack(
            "a root of a negative number",
            "not shown: has a value",
            one(INEQUALITY, "Sqrt[y[k]]*Sqrt[y[k]] == y[k]")),
        attack(
            "a root that vouches for its own argument",
            "not shown: has a value",
            one(INEQUALITY, "Sqrt[y[k]]^2 + 1 > 0")),
        attack(
            "ArcTanh outside its domain",
            "not shown: has a value",
            one(INEQUALITY, "ArcTanh[y[k]]*0 == 0")),
        attack(
            "an undefined term below a sum",
            "not shown: has a value",
            one(INEQUALITY, "Sum[1/y[l], {l, n}] == Sum[1/y[l], {l, n}]")),
        attack("a sum of signed terms", "not shown", one(INEQUALITY, "Sum[a[p], {p, m}] >= 0")),
        attack(
            "a supremum of signed terms",
            "not shown",
            one(INEQUALITY, "Sup[a[j,tau], {tau, 0, t}] >= 0")),
        attack("different functions", "not shown", one(INEQUALITY, "Exp[y[k]] <= Cosh[y[k]]*2")),
        attack("derivatives have no sign by kind", "not shown", one(INEQUALITY, "N'[t] >= 0")),
        attack("the event may be at once", "not shown", one(INEQUALITY, "firstEvent[j] > 0")),
        attack("labels may be zero", "not shown", one(INEQUALITY, "lambdaMax > 0")),
        attack(
            "contradictory hypotheses prove nothing here",
            "admissible points",
            about()
                .given("a", "y[k] >= 1")
                .given("b", "y[k] <= 0")
                .step("s", INEQUALITY, "a b", "N <= 0")));
  }

  @TestFactory
  Stream<DynamicTest> exponentialLaw() {
    return Stream.of(
        valid("sum of exponents", one(LAW, "Exp[y[k]]*Exp[a[j]] == Exp[y[k] + a[j]]")),
        valid("power and quotient", one(LAW, "Exp[y[k]]^3/Exp[2*y[k]] == Exp[y[k]]")),
        attack(
            "a sum of exponentials",
            "not a product",
            one(LAW, "Exp[y[k]] + Exp[a[j]] == Exp[y[k] + a[j]]")),
        attack(
            "product of exponents",
            "not an identity",
            one(LAW, "Exp[y[k]]*Exp[a[j]] == Exp[y[k]*a[j]]")),
        attack("square of the exponent", "not an identity", one(LAW, "Exp[y[k]]^2 == Exp[y[k]^2]")),
        attack(
            "order in a quotient",
            "not an identity",
            one(LAW, "Exp[y[k]]/Exp[a[j]] == Exp[a[j] - y[k]]")),
        attack("a factor in front", "not a product", one(LAW, "2*Exp[y[k]] == Exp[2*y[k]]")),
        attack(
            "an undefined exponent",
            "not shown: has a value",
            one(LAW, "Exp[1/y[k]]*Exp[-1/y[k]] == 1")),
        attack("an inequality", "must show an equation", one(LAW, "Exp[y[k]] <= Exp[y[k]]")));
  }

  @TestFactory
  Stream<DynamicTest> derivative() {
    return Stream.of(
        valid(
            "growth of the outputs' weights",
            one(DERIVATIVE, "N'[t] == 2/n*Sum[r[l]*h[l], {l, n}]")),
        valid("conserved balance", one(DERIVATIVE, "balance'[j] == 0")),
        valid("early pull moves the early flow", one(DERIVATIVE, "a'[j] == wD0[j]").early()),
        attack(
            "early pull in the full flow", "not an identity", one(DERIVATIVE, "a'[j] == wD0[j]")),
        attack(
            "energy identity in the early flow",
            "not an identity",
            one(DERIVATIVE, "loss'[t] == -gradNorm2[t]").early()),
        attack(
            "the loss moves in the early flow",
            "not an identity",
            one(DERIVATIVE, "loss'[t] == 0").early()),
        attack(
            "the field of another loss",
            "the field is derived for",
            one(DERIVATIVE, "a'[j] == wD[j]").anyLoss()),
        attack(
            "hidden weights only",
            "the field is derived for",
            one(DERIVATIVE, "a'[j] == wD[j]").anyLayers()),
        attack("a gate jumps", "may change in the range", one(DERIVATIVE, "s'[j,k] == 0")),
        attack(
            "constant until another neuron's event",
            "may change in the range",
            new Desk()
                .fixed("j", org.flowproof.formula.IndexKind.NEURON)
                .fixed("p", org.flowproof.formula.IndexKind.NEURON)
                .range("t >= 0 && t < firstEvent[p]")
                .step("s", DERIVATIVE, "", "normD02'[j] == 0")),
        attack(
            "the end of the run is no event",
            "may change in the range",
            one(DERIVATIVE, "normD02'[j] == 0").range("t >= 0 && t <= endTime")),
        attack(
            "derivative of an undefined quotient",
            "not shown: has a value",
            one(DERIVATIVE, "q'[j] == normD02[j] - q[j]^2")
                .early()
                .range("t >= 0 && t < firstEvent[j]")),
        attack(
            "a root of what may vanish",
            "may not be absolutely continuous",
            one(DERIVATIVE, "cosine'[j] == 0")
                .given("g", "normW2[j,0] > 0")
                .range("t >= 0 && t < firstEvent[j]")),
        attack(
            "a derivative explains itself",
            "must not contain derivatives",
            one(DERIVATIVE, "N'[t] == N'[t]")),
        attack(
            "derivative at 0", "must be a derivative at t", one(DERIVATIVE, "a'[j,0] == wD[j,0]")));
  }
}
