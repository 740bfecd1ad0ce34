package org.flowproof.proof.kernel;

import static org.flowproof.formula.IndexKind.NEURON;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** {@code member}: a term of a sum of nonnegative terms is at most the sum. */
class MemberRuleTest extends Trials {
  @TestFactory
  Stream<DynamicTest> trueUses() {
    return Stream.of(
        valid("a square", one("member", "a[j]^2 <= Sum[a[p]^2, {p, m}]")),
        valid("a residual", one("member", "r[k]^2 <= Sum[r[l]^2, {l, n}]")),
        valid("absolute values", one("member", "Abs[y[k]] <= Sum[Abs[y[l]], {l, n}]")),
        valid("an exponential", one("member", "Exp[-y[k]] <= Sum[Exp[-y[l]], {l, n}]")),
        valid(
            "products of norms",
            one("member", "Abs[y[k]]*normX[k] <= Sum[Abs[y[l]]*normX[l], {l, n}]")),
        valid("a second index stays", one("member", "u[j,k]^2 <= Sum[u[p,k]^2, {p, m}]")),
        valid("the other index stays", one("member", "u[j,k]^2 <= Sum[u[j,l]^2, {l, n}]")),
        valid("a gate", one("member", "s[j,k]*normX2[k] <= Sum[s[j,l]*normX2[l], {l, n}]")),
        valid(
            "nonnegative by hypothesis",
            about()
                .given("up", "ForAll[{l, n}, y[l] >= 0]")
                .step("s", "member", "up", "y[k] <= Sum[y[l], {l, n}]")),
        valid("at the start", one("member", "a[j,0]^2 <= Sum[a[p,0]^2, {p, m}]")),
        valid("constant terms", one("member", "2 <= Sum[2, {l, n}]")));
  }

  @TestFactory
  Stream<DynamicTest> falseUses() {
    return Stream.of(
        attack("terms of any sign", "not shown", one("member", "y[k] <= Sum[y[l], {l, n}]")),
        attack("negative terms", "not shown", one("member", "-y[k]^2 <= Sum[-y[l]^2, {l, n}]")),
        attack(
            "a term less one", "not shown", one("member", "r[k]^2 - 1 <= Sum[r[l]^2 - 1, {l, n}]")),
        attack(
            "wrong way round", "expected X <= Sum", one("member", "Sum[a[p]^2, {p, m}] <= a[j]^2")),
        attack("strict", "expected X <= Sum", one("member", "a[j]^2 < Sum[a[p]^2, {p, m}]")),
        attack(
            "another term",
            "not a term of the sum",
            one("member", "2*a[j]^2 <= Sum[a[p]^2, {p, m}]")),
        attack(
            "index of another sort",
            "not a term of the sum",
            one("member", "y[k]^2 <= Sum[y[k]^2, {p, m}]".replace("y[k]^2 <=", "y[k]^2 + 0 <="))),
        attack(
            "an index not in scope",
            "not a term of the sum",
            new Desk().fixed("j", NEURON).step("s", "member", "", "1 <= Sum[y[l]^2, {l, n}]")),
        attack(
            "nonnegative for one index only",
            "not shown",
            about()
                .given("up", "y[k] >= 0")
                .step("s", "member", "up", "y[k] <= Sum[y[l], {l, n}]")),
        attack(
            "nonnegative for the other sort",
            "not shown",
            about()
                .given("up", "ForAll[{p, m}, a[p,0] >= 0]")
                .step("s", "member", "up", "y[k] <= Sum[y[l], {l, n}]")),
        attack("no sum", "expected X <= Sum", one("member", "a[j]^2 <= N")),
        attack(
            "a maximum is not a sum",
            "expected X <= Sum",
            one("member", "a[j]^2 <= Max[a[p]^2, {p, m}]")));
  }
}
