package org.flowproof.proof.kernel;

/** Products of exponentials. */
class ExponentialLawRuleTest extends RuleTest {
  ExponentialLawRuleTest() {
    super("exponential-law");
  }

  @Override
  RuleRows rows() {
    return new RuleRows()
        .holds("a sum of exponents", use("Exp[y[k]]*Exp[a[j]] == Exp[y[k] + a[j]]"))
        .holds("a power and a quotient", use("Exp[y[k]]^3/Exp[2*y[k]] == Exp[y[k]]"))
        .holds("a difference", use("Exp[y[k]]/Exp[a[j]] == Exp[y[k] - a[j]]"))
        .holds("an inverse", use("Exp[y[k]]*Exp[-y[k]] == 1"))
        .holds("a negative power", use("Exp[y[k]]^(-2) == Exp[-2*y[k]]"))
        .holds("a square in time", use("Exp[2*a[j,0]*t] == Exp[a[j,0]*t]^2"))
        .holds("three factors", use("Exp[y[k]]*Exp[a[j]]*Exp[t] == Exp[a[j] + t + y[k]]"))
        .holds("one", use("1 == Exp[0]"))
        .holds(
            "exponents expanded",
            use("Exp[(y[k] + a[j])^2] == Exp[y[k]^2]*Exp[a[j]^2]*Exp[y[k]*a[j]]^2"))
        .holds(
            "sums as exponents",
            use("Exp[Sum[y[l], {l, n}]]*Exp[Sum[h[l], {l, n}]] == Exp[Sum[y[l] + h[l], {l, n}]]"))
        .holds("an exponent divided by a size", use("Exp[y[k]/n]^2 == Exp[2*y[k]/n]"))
        .fails(
            "a sum of exponentials",
            "not a product",
            use("Exp[y[k]] + Exp[a[j]] == Exp[y[k] + a[j]]"))
        .fails(
            "a product of exponents",
            "not an identity",
            use("Exp[y[k]]*Exp[a[j]] == Exp[y[k]*a[j]]"))
        .fails("the square of the exponent", "not an identity", use("Exp[y[k]]^2 == Exp[y[k]^2]"))
        .fails(
            "the order in a quotient",
            "not an identity",
            use("Exp[y[k]]/Exp[a[j]] == Exp[a[j] - y[k]]"))
        .fails("wrong sign", "not an identity", use("Exp[-y[k]] == Exp[y[k]]"))
        .fails("wrong constant", "not an identity", use("Exp[2*y[k]] == Exp[y[k]]^3"))
        .fails("a factor in front", "not a product", use("2*Exp[y[k]] == Exp[2*y[k]]"))
        .fails("a zero", "not a product", use("0*Exp[y[k]] == 0"))
        .fails(
            "another function", "not a product", use("Cosh[y[k]]*Cosh[a[j]] == Cosh[y[k] + a[j]]"))
        .fails("the first order only", "not a product", use("Exp[y[k]] == 1 + y[k]"))
        .fails(
            "true for one sample only",
            "not an identity",
            use("Exp[Sum[y[k], {l, n}]] == Exp[y[k]]"))
        .fails(
            "an undefined exponent", "not shown: has a value", use("Exp[1/y[k]]*Exp[-1/y[k]] == 1"))
        .fails(
            "a root of a negative number",
            "not shown: has a value",
            use("Exp[Sqrt[y[k]]]^2 == Exp[2*Sqrt[y[k]]]"))
        .fails("an inequality", "must show an equation", use("Exp[y[k]] <= Exp[y[k]]"))
        .fails(
            "a power that is no integer",
            "not a small integer",
            use("Exp[y[k]]^(1/2) == Exp[y[k]/2]"))
        .fails(
            "premises it does not use",
            "uses no premises",
            about().given("g", "N[0] > 0").step("s", rule(), "g", "Exp[0] == 1"));
  }
}
