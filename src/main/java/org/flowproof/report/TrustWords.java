package org.flowproof.report;

import static java.util.Map.entry;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.flowproof.proof.kernel.ClaimStatus;
import org.flowproof.proof.kernel.ProofReport;

/** What the proofs of a report rest on, each ground once, in words and mathematics. */
final class TrustWords {
  /** Of no interest to readers: other proofs of the same report, and logic. */
  private static final Set<String> PLAIN = Set.of("the lemma's own proof", "propositional logic");

  /** LaTeX for what rules say about themselves; anything else is printed as it is. */
  private static final Map<String, String> WORDS =
      Map.ofEntries(
          entry(
              "Z3 on nonlinear real arithmetic",
              "inequalities between real numbers, for which the solver Z3 finds that the opposite"
                  + " cannot be satisfied, while exact evaluation at random points finds no"
                  + " counterexample"),
          entry(
              "sizes theorem for polynomial identities with sums",
              "equations with sums, which computer algebra and exact evaluation both confirm for"
                  + " small numbers of neurons and samples, and which then hold for all numbers,"
                  + " being polynomial"),
          entry("Exp[x + y] == Exp[x]*Exp[y]", "the law of exponents $e^{x+y} = e^x e^y$"),
          entry(
              "Log[x*y] == Log[x] + Log[y] for positive x and y, and Log[Exp[x]] == x",
              "the law of logarithms $\\log(xy) = \\log x + \\log y$ for positive $x$, $y$"),
          entry(
              "the logarithm is increasing and inverse to the exponential function",
              "the monotonicity of the logarithm"),
          entry(
              "intermediate value theorem: a continuous function without zeros keeps its sign",
              "the intermediate value theorem"),
          entry(
              "chain rule along the flow for almost every time, with the field derived from the"
                  + " loss",
              "the chain rule along the flow, for almost every time, with the velocity derived"
                  + " above"),
          entry(
              "chain rule along the flow for almost every time, with the field derived from the"
                  + " loss, and the fundamental theorem of calculus",
              "the chain rule along the flow, for almost every time, with the velocity derived"
                  + " above, and the fundamental theorem of calculus"),
          entry("finite sums preserve weak inequalities", "adding up inequalities"),
          entry("triangle inequality", "the triangle inequality"),
          entry("Cauchy-Schwarz inequality", "the Cauchy--Schwarz inequality"));

  private TrustWords() {}

  /** LaTeX, in a fixed order; empty when nothing was proved. */
  static List<String> of(List<ProofReport> reports) {
    return reports.stream()
        .map(ProofReport::status)
        .filter(ClaimStatus.Proved.class::isInstance)
        .flatMap(status -> ((ClaimStatus.Proved) status).trusted().stream())
        .filter(ground -> !PLAIN.contains(ground))
        .map(ground -> WORDS.getOrDefault(ground, LatexText.prose(ground)))
        .distinct()
        .sorted()
        .toList();
  }
}
