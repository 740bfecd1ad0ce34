package org.flowproof.proof.kernel;

import static org.flowproof.formula.IndexKind.SAMPLE;

/** Weak inequalities and equations added up. */
class SumOverRuleTest extends RuleTest {
  SumOverRuleTest() {
    super("sum-over");
  }

  // shown for each l or p by an inequality step
  private static Desk each(String letter, String each, String summed, String over) {
    return about()
        .step("each", "inequality", "", each, "for", letter)
        .step("s", "sum-over", "each", summed, "over", over);
  }

  private static Desk samples(String each, String summed) {
    return each("l", each, summed, "l");
  }

  @Override
  RuleRows rows() {
    String square = "y[l] <= y[l]^2 + 1";
    return new RuleRows()
        .holds("termwise", samples(square, "Sum[y[l], {l, n}] <= Sum[y[l]^2 + 1, {l, n}]"))
        .holds(
            "under another name",
            each("l", square, "Sum[y[g], {g, n}] <= Sum[y[g]^2 + 1, {g, n}]", "l"))
        .holds(
            "twice the label",
            samples("y[l]*2 <= y[l]^2 + 1", "Sum[y[l]*2, {l, n}] <= Sum[y[l]^2 + 1, {l, n}]"))
        .holds(
            "from above",
            samples("y[l]^2 + 1 >= y[l]", "Sum[y[l]^2 + 1, {l, n}] >= Sum[y[l], {l, n}]"))
        .holds(
            "an equation",
            samples(
                "(y[l] + 1)^2 == y[l]^2 + 2*y[l] + 1",
                "Sum[(y[l] + 1)^2, {l, n}] == Sum[y[l]^2 + 2*y[l] + 1, {l, n}]"))
        .holds(
            "over neurons",
            each(
                "p",
                "s[p,k]*a[p]^2 <= a[p]^2",
                "Sum[s[p,k]*a[p]^2, {p, m}] <= Sum[a[p]^2, {p, m}]",
                "p"))
        .holds(
            "over coordinates",
            each(
                "i",
                "2*w[j,i] <= w[j,i]^2 + 1",
                "Sum[2*w[j,i], {i, d}] <= Sum[w[j,i]^2 + 1, {i, d}]",
                "i"))
        .holds(
            "what does not depend on the index",
            samples("0 <= N", "Sum[0, {l, n}] <= Sum[N, {l, n}]"))
        .holds(
            "a hypothesis for every sample",
            new Desk()
                .given("g", "ForAll[{l, n}, y[l] >= 2]")
                .step("s", "sum-over", "g", "Sum[y[l], {l, n}] >= Sum[2, {l, n}]", "over", "l"))
        .holds(
            "for every neuron",
            new Desk()
                .step("each", "inequality", "", "s[p,l] <= 1", "for", "p, l")
                .step(
                    "s",
                    "sum-over",
                    "each",
                    "Sum[s[p,l], {l, n}] <= Sum[1, {l, n}]",
                    "over",
                    "l",
                    "for",
                    "p")
                .concluding("ForAll[{g, m}, Sum[s[g,l], {l, n}] <= Sum[1, {l, n}]]"))
        .fails(
            "strict: the range may be empty",
            "strict",
            samples("y[l] < y[l]^2 + 1", "Sum[y[l], {l, n}] < Sum[y[l]^2 + 1, {l, n}]"))
        .fails(
            "strict from above",
            "strict",
            samples("y[l]^2 + 1 > y[l]", "Sum[y[l]^2 + 1, {l, n}] > Sum[y[l], {l, n}]"))
        .fails(
            "different at each is not different in sum",
            "strict",
            samples("y[l] != y[l] + 1", "Sum[y[l], {l, n}] != Sum[y[l] + 1, {l, n}]"))
        .fails(
            "weak for strict",
            "not the sums",
            samples("y[l] < y[l]^2 + 2", "Sum[y[l], {l, n}] <= Sum[y[l]^2 + 2, {l, n}]"))
        .fails(
            "reversed",
            "not the sums",
            samples(square, "Sum[y[l], {l, n}] >= Sum[y[l]^2 + 1, {l, n}]"))
        .fails(
            "one side summed", "not the sums", samples(square, "Sum[y[l], {l, n}] <= y[k]^2 + 1"))
        .fails(
            "wrong constant",
            "not the sums",
            samples(square, "Sum[y[l], {l, n}] <= Sum[y[l]^2, {l, n}]"))
        .fails(
            "products do not sum",
            "not the sums",
            samples(square, "Sum[y[l], {l, n}]^2 <= Sum[y[l]^2 + 1, {l, n}]^2"))
        .fails(
            "a factor that is not in the premise",
            "not the sums",
            samples(square, "Sum[y[l]*a[j], {l, n}] <= Sum[(y[l]^2 + 1)*a[j], {l, n}]"))
        .fails(
            "one summand, another index",
            "not the sums",
            samples(square, "Sum[y[k], {l, n}] <= Sum[y[l]^2 + 1, {l, n}]"))
        .fails(
            "summed over neurons instead",
            "not known for every",
            each("l", square, "Sum[y[k], {p, m}] <= Sum[y[k]^2 + 1, {p, m}]", "p"))
        .fails(
            "known for the claim's sample only",
            "not an index that can be summed over",
            new Desk()
                .fixed("l", SAMPLE)
                .given("g", "y[l] >= 0")
                .step("s", "sum-over", "g", "Sum[y[k], {k, n}] >= Sum[0, {k, n}]", "over", "l"))
        .fails(
            "known for one sample, summed over all",
            "not known for every",
            about()
                .given("one", "y[k] >= 0")
                .step("s", "sum-over", "one", "Sum[y[l], {l, n}] >= Sum[0, {l, n}]", "over", "l"))
        .fails(
            "two premises",
            "exactly one premise",
            about()
                .given("g", "ForAll[{l, n}, y[l] >= 2]")
                .given("e", "N[0] > 0")
                .step("s", "sum-over", "g e", "Sum[y[l], {l, n}] >= Sum[2, {l, n}]", "over", "l"))
        .fails(
            "no premise",
            "exactly one premise",
            use("Sum[y[l], {l, n}] >= Sum[0, {l, n}]", "over", "l"))
        .fails(
            "an index that the step fixes",
            "not an index that can be summed over",
            about()
                .given("g", "ForAll[{l, n}, y[l] >= 2]")
                .step(
                    "s",
                    "sum-over",
                    "g",
                    "Sum[y[g], {g, n}] >= Sum[2, {g, n}]",
                    "over",
                    "l",
                    "for",
                    "l"))
        .fails(
            "not an index letter",
            "not an index that can be summed over",
            about()
                .given("g", "ForAll[{l, n}, y[l] >= 2]")
                .step("s", "sum-over", "g", "Sum[y[l], {l, n}] >= Sum[2, {l, n}]", "over", "n"));
  }
}
