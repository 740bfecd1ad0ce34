package org.flowproof.proof.kernel;

import static org.flowproof.formula.IndexKind.NEURON;

/** A term of a sum of nonnegative terms is at most the sum. */
class MemberRuleTest extends RuleTest {
  MemberRuleTest() {
    super("member");
  }

  @Override
  RuleRows rows() {
    return new RuleRows()
        .holds("a square", one("member", "a[j]^2 <= Sum[a[p]^2, {p, m}]"))
        .holds("a residual", one("member", "r[k]^2 <= Sum[r[l]^2, {l, n}]"))
        .holds("absolute values", one("member", "Abs[y[k]] <= Sum[Abs[y[l]], {l, n}]"))
        .holds("an exponential", one("member", "Exp[-y[k]] <= Sum[Exp[-y[l]], {l, n}]"))
        .holds(
            "products of norms",
            one("member", "Abs[y[k]]*normX[k] <= Sum[Abs[y[l]]*normX[l], {l, n}]"))
        .holds("a second index stays", one("member", "u[j,k]^2 <= Sum[u[p,k]^2, {p, m}]"))
        .holds("the other index stays", one("member", "u[j,k]^2 <= Sum[u[j,l]^2, {l, n}]"))
        .holds("a gate", one("member", "s[j,k]*normX2[k] <= Sum[s[j,l]*normX2[l], {l, n}]"))
        .holds(
            "nonnegative by hypothesis",
            about()
                .given("up", "ForAll[{l, n}, y[l] >= 0]")
                .step("s", "member", "up", "y[k] <= Sum[y[l], {l, n}]"))
        .holds("at the start", one("member", "a[j,0]^2 <= Sum[a[p,0]^2, {p, m}]"))
        .holds("constant terms", one("member", "2 <= Sum[2, {l, n}]"))
        .fails("terms of any sign", "not shown", one("member", "y[k] <= Sum[y[l], {l, n}]"))
        .fails("negative terms", "not shown", one("member", "-y[k]^2 <= Sum[-y[l]^2, {l, n}]"))
        .fails(
            "a term less one", "not shown", one("member", "r[k]^2 - 1 <= Sum[r[l]^2 - 1, {l, n}]"))
        .fails(
            "wrong way round", "expected X <= Sum", one("member", "Sum[a[p]^2, {p, m}] <= a[j]^2"))
        .fails("strict", "expected X <= Sum", one("member", "a[j]^2 < Sum[a[p]^2, {p, m}]"))
        .fails(
            "another term",
            "not a term of the sum",
            one("member", "2*a[j]^2 <= Sum[a[p]^2, {p, m}]"))
        .fails(
            "index of another sort",
            "not a term of the sum",
            one("member", "y[k]^2 <= Sum[y[k]^2, {p, m}]".replace("y[k]^2 <=", "y[k]^2 + 0 <=")))
        .fails(
            "an index not in scope",
            "not a term of the sum",
            new Desk().fixed("j", NEURON).step("s", "member", "", "1 <= Sum[y[l]^2, {l, n}]"))
        .fails(
            "nonnegative for one index only",
            "not shown",
            about().given("up", "y[k] >= 0").step("s", "member", "up", "y[k] <= Sum[y[l], {l, n}]"))
        .fails(
            "nonnegative for the other sort",
            "not shown",
            about()
                .given("up", "ForAll[{p, m}, a[p,0] >= 0]")
                .step("s", "member", "up", "y[k] <= Sum[y[l], {l, n}]"))
        .fails("no sum", "expected X <= Sum", one("member", "a[j]^2 <= N"))
        .fails(
            "a maximum is not a sum",
            "expected X <= Sum",
            one("member", "a[j]^2 <= Max[a[p]^2, {p, m}]"));
  }
}
