package org.flowproof.proof.kernel;

import static org.flowproof.formula.IndexKind.SAMPLE;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The rules about sums: sum-over, triangle, cauchy-schwarz, definition, conjunction. */
class SumAttacksTest extends Trials {

  private static Desk termwise(String each, String summed, String over) {
    return new Desk()
        .step("each", "inequality", "", each, "for", "l")
        .step("s", "sum-over", "each", summed, "over", over);
  }

  @TestFactory
  Stream<DynamicTest> sumOver() {
    return Stream.of(
        valid(
            "termwise",
            termwise("y[l] <= y[l]^2 + 1", "Sum[y[l], {l, n}] <= Sum[y[l]^2 + 1, {l, n}]", "l")),
        valid(
            "under another name",
            termwise("y[l] <= y[l]^2 + 1", "Sum[y[k], {k, n}] <= Sum[y[k]^2 + 1, {k, n}]", "k")),
        attack(
            "one side summed",
            "not the sums",
            termwise("y[l] <= y[l]^2 + 1", "Sum[y[l], {l, n}] <= y[1]^2 + 1", "l")),
        attack(
            "summed over neurons instead",
            "not known for every",
            termwise("y[l] <= y[l]^2 + 1", "Sum[y[1], {p, m}] <= Sum[y[1]^2 + 1, {p, m}]", "p")),
        attack(
            "reversed",
            "not the sums",
            termwise("y[l] <= y[l]^2 + 1", "Sum[y[l], {l, n}] >= Sum[y[l]^2 + 1, {l, n}]", "l")),
        attack(
            "strict",
            "strict",
            termwise("y[l] < y[l]^2 + 1", "Sum[y[l], {l, n}] < Sum[y[l]^2 + 1, {l, n}]", "l")),
        attack(
            "different at each is not different in sum",
            "strict",
            termwise("y[l] != y[l] + 1", "Sum[y[l], {l, n}] != Sum[y[l] + 1, {l, n}]", "l")),
        attack(
            "products do not sum",
            "not the sums",
            termwise(
                "y[l] <= y[l]^2 + 1", "Sum[y[l], {l, n}]^2 <= Sum[y[l]^2 + 1, {l, n}]^2", "l")),
        attack(
            "known for the claim's sample only",
            "is not an index that can be summed over here",
            new Desk()
                .fixed("l", SAMPLE)
                .given("g", "y[l] >= 0")
                .step("s", "sum-over", "g", "Sum[y[k], {k, n}] >= Sum[0, {k, n}]", "over", "l")));
  }

  @TestFactory
  Stream<DynamicTest> triangle() {
    return Stream.of(
        valid(
            "plain",
            one("triangle", "Abs[Sum[y[l], {l, n}]] <= Sum[Abs[y[l]], {l, n}]", "over", "l")),
        valid(
            "of a definition",
            one("triangle", "Abs[u[j,k]] <= Sum[Abs[w[j,i]*x[k,i]], {i, d}]", "over", "i")),
        attack(
            "without Abs inside",
            "expected Abs[X]",
            one("triangle", "Abs[Sum[y[l], {l, n}]] <= Sum[y[l], {l, n}]", "over", "l")),
        attack(
            "strict",
            "expected Abs[X]",
            one("triangle", "Abs[Sum[y[l], {l, n}]] < Sum[Abs[y[l]], {l, n}]", "over", "l")),
        attack(
            "half",
            "not an identity",
            one("triangle", "Abs[Sum[y[l], {l, n}]] <= Sum[Abs[y[l]/2], {l, n}]", "over", "l")),
        attack(
            "another sort",
            "expected Abs[X]",
            one("triangle", "Abs[Sum[y[l], {l, n}]] <= Sum[Abs[y[k]], {p, m}]", "over", "l")),
        attack(
            "a product for a sum",
            "not an identity",
            one("triangle", "Abs[y[k]*Sum[y[l], {l, n}]] <= Sum[Abs[y[l]], {l, n}]", "over", "l")),
        attack(
            "undefined terms",
            "not shown: has a value",
            one("triangle", "Abs[Sum[1/y[l], {l, n}]] <= Sum[Abs[1/y[l]], {l, n}]", "over", "l")));
  }

  private static Desk schwarz(String shows, String u, String v) {
    return one("cauchy-schwarz", shows, "over", "i", "u", u, "v", v);
  }

  @TestFactory
  Stream<DynamicTest> cauchySchwarz() {
    return Stream.of(
        valid(
            "weights and samples", schwarz("u[j,k]^2 <= normW2[j]*normX2[k]", "w[j,i]", "x[k,i]")),
        valid(
            "over samples",
            one(
                "cauchy-schwarz",
                "Sum[y[l], {l, n}]^2 <= Sum[y[l]^2, {l, n}]*Sum[1, {l, n}]",
                "over",
                "l",
                "u",
                "y[l]",
                "v",
                "1")),
        attack(
            "not squared",
            "not an identity",
            schwarz("u[j,k] <= normW2[j]*normX2[k]", "w[j,i]", "x[k,i]")),
        attack(
            "strict",
            "expected a statement with <=",
            schwarz("u[j,k]^2 < normW2[j]*normX2[k]", "w[j,i]", "x[k,i]")),
        attack(
            "fourth powers for squares of sums",
            "not an identity",
            schwarz("u[j,k]^2 <= Sum[w[j,i]^2*x[k,i]^2, {i, d}]", "w[j,i]", "x[k,i]")),
        attack(
            "one norm only",
            "not an identity",
            schwarz("u[j,k]^2 <= normW2[j]", "w[j,i]", "x[k,i]")),
        attack(
            "weight of one neuron, pull of another sample",
            "not an identity",
            schwarz("u[j,k]^2 <= normW2[j]*normX2[k]", "w[j,i]", "x[k,i]*y[k]")),
        attack(
            "the index is taken",
            "is not a free index letter",
            one("cauchy-schwarz", "y[k]^2 <= y[k]^2", "over", "k", "u", "y[k]", "v", "1")));
  }

  private static Desk spectral(String shows, String v) {
    return new Desk()
        .fixed("j", org.flowproof.formula.IndexKind.NEURON)
        .step("s", "definition", "", shows, "of", "lambdaMax", "v", v);
  }

  @TestFactory
  Stream<DynamicTest> definition() {
    String left = "Sum[Sum[r[k]*x[k,i], {k, n}]^2, {i, d}]";
    return Stream.of(
        valid("of residuals", spectral(left + " <= n*lambdaMax*Sum[r[k]^2, {k, n}]", "r[k]")),
        valid(
            "of gated residuals",
            spectral(
                "Sum[Sum[s[j,k]*r[k]*x[k,i], {k, n}]^2, {i, d}] <= n*lambdaMax*Sum[(s[j,k]*r[k])^2, {k, n}]",
                "s[j,k]*r[k]")),
        attack(
            "the mean is forgotten",
            "expected",
            spectral(left + " <= lambdaMax*Sum[r[k]^2, {k, n}]", "r[k]")),
        attack(
            "another vector",
            "expected",
            spectral(left + " <= n*lambdaMax*Sum[r[k]^2, {k, n}]", "y[k]")),
        attack(
            "reversed", "expected", spectral(left + " >= n*lambdaMax*Sum[r[k]^2, {k, n}]", "r[k]")),
        attack("strict", "expected", spectral(left + " < n*lambdaMax*Sum[r[k]^2, {k, n}]", "r[k]")),
        attack(
            "the vector has no value",
            "not shown: has a value",
            spectral(
                "Sum[Sum[1/y[k]*x[k,i], {k, n}]^2, {i, d}] <= n*lambdaMax*Sum[(1/y[k])^2, {k, n}]",
                "1/y[k]")),
        attack(
            "no such definition", "only definition known", one("definition", "N >= 0", "of", "N")));
  }

  @TestFactory
  Stream<DynamicTest> conjunction() {
    Desk two = about().given("a", "y[k] >= 1").given("b", "N[0] >= 2");
    return Stream.of(
        valid(
            "both",
            about()
                .given("a", "y[k] >= 1")
                .given("b", "N[0] >= 2")
                .step("s", "conjunction", "a b", "y[k] >= 1 && N[0] >= 2")),
        valid(
            "one of them",
            about()
                .given("a", "y[k] >= 1 && N[0] >= 2")
                .step("s", "conjunction", "a", "N[0] >= 2")),
        attack(
            "more than was said",
            "no premise says",
            two.step("s", "conjunction", "a b", "y[k] >= 1 && N[0] >= 3")),
        attack(
            "every sample from one",
            "no premise says",
            about()
                .given("a", "y[k] >= 1")
                .step("s", "conjunction", "a", "ForAll[{l, n}, y[l] >= 1]")),
        attack(
            "later from the start",
            "no premise says",
            about().given("a", "N[0] >= 2").step("s", "conjunction", "a", "N[t] >= 2")),
        attack(
            "converse of an implication",
            "no premise says",
            about()
                .given("a", "Implies[y[k] > 0, N[0] > 1]")
                .step("s", "conjunction", "a", "Implies[N[0] > 1, y[k] > 0]")));
  }
}
