package org.flowproof.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import org.flowproof.proof.kernel.ClaimStatus;
import org.flowproof.proof.kernel.ProofReport;

/** What the prover found about the steps of a claim. */
final class CheckedText {
  private static final int LONGEST_ANSWER = 100;

  private final Page page;

  CheckedText(Page page) {
    this.page = page;
  }

  /** Status and grounds, then each step by the number of its formula. */
  void print(ProofReport report) {
    page.line("What was checked");
    page.line("Status: " + report.status().word());
    if (report.status() instanceof ClaimStatus.Proved proved) {
      proved.trusted().forEach(line -> page.line("  trusts " + line));
    } else if (report.status() instanceof ClaimStatus.Partial partial) {
      partial.open().forEach(line -> page.line("  open: " + line));
    } else if (report.status() instanceof ClaimStatus.Cited cited) {
      page.line("  taken from " + cited.reference());
    } else if (report.status() instanceof ClaimStatus.Conjectured) {
      page.line("  a conjecture: nothing to replay");
    } else if (report.status() instanceof ClaimStatus.Refuted refuted) {
      page.line("  counterexample: " + refuted.counterexample());
    }
    int number = 0;
    for (ProofReport.StepOutcome outcome : report.steps()) {
      number++;
      page.line(
          String.format(
              "  (%d) %s, rule %s: %s: %s",
              number,
              outcome.step().id(),
              outcome.step().rule(),
              outcome.discharged() ? "accepted" : "OPEN",
              outcome.reason()));
      Map<String, Integer> answers = new LinkedHashMap<>();
      for (ProofReport.Evidence evidence : outcome.evidence()) {
        answers.merge(evidence.tool() + ": " + shortened(evidence.output()), 1, Integer::sum);
      }
      answers.forEach(
          (answer, times) ->
              page.line("        " + answer + (times == 1 ? "" : " (" + times + " times)")));
    }
    page.blank();
  }

  private static String shortened(String text) {
    String line = text.strip().replaceAll("\\s+", " ");
    return line.length() <= LONGEST_ANSWER ? line : line.substring(0, LONGEST_ANSWER - 3) + "...";
  }
}
