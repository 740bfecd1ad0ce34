package org.flowproof.cli;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.flowproof.formula.TextPrinter;
import org.flowproof.proof.Claim;
import org.flowproof.proof.kernel.ClaimStatus;
import org.flowproof.proof.kernel.ProofReport;

/** Prints a claim and its derivation as text. */
final class ClaimText {
  private final Console console;

  ClaimText(Console console) {
    this.console = console;
  }

  /** The statement and the derivation as written. */
  void claim(Claim claim) {
    statement(claim);
    if (claim.derivation().isEmpty()) {
      console.print("Derivation: none; the claim is taken from its source.");
    } else {
      console.print("Derivation");
      claim.derivation().forEach(this::step);
    }
    console.print("Wrong on purpose (the prover must refuse these)");
    for (Claim.Twin twin : claim.falsified()) {
      console.print(
          "  "
              + twin.id()
              + ": "
              + (twin.conclusion() == null
                  ? "without hypothesis " + twin.droppedHypothesis()
                  : TextPrinter.print(twin.conclusion())));
      console.print("      because " + twin.because());
    }
    notes(claim);
  }

  /** The statement, the status, and every step with what came of it. */
  void proof(ProofReport report) {
    statement(report.claim());
    console.print("Status: " + report.status().word());
    if (report.status() instanceof ClaimStatus.Proved proved) {
      proved.trusted().forEach(line -> console.print("  trusts " + line));
    } else if (report.status() instanceof ClaimStatus.Partial partial) {
      partial.open().forEach(line -> console.print("  open: " + line));
    } else if (report.status() instanceof ClaimStatus.Cited cited) {
      console.print("  taken from " + cited.reference());
    } else if (report.status() instanceof ClaimStatus.Refuted refuted) {
      console.print("  counterexample: " + refuted.counterexample());
    }
    if (!report.steps().isEmpty()) {
      console.print("Derivation");
    }
    for (ProofReport.StepOutcome outcome : report.steps()) {
      step(outcome.step());
      console.print(
          "      " + (outcome.discharged() ? "accepted" : "OPEN") + ": " + outcome.reason());
      Map<String, Integer> answers = new LinkedHashMap<>();
      for (ProofReport.Evidence evidence : outcome.evidence()) {
        answers.merge(evidence.tool() + ": " + shortened(evidence.output()), 1, Integer::sum);
      }
      answers.forEach(
          (answer, times) ->
              console.print("        " + answer + (times == 1 ? "" : " (" + times + " times)")));
    }
    notes(report.claim());
  }

  private void statement(Claim claim) {
    console.print(claim.id() + ": " + claim.title());
    Claim.Source source = claim.source();
    String place =
        List.of(source.reference(), source.locator()).stream()
            .filter(s -> !s.isEmpty())
            .collect(Collectors.joining(", "));
    console.print("Source: " + words(source.kind()) + (place.isEmpty() ? "" : " (" + place + ")"));
    claim.model().ifPresent(this::model);
    claim.setting().ifPresent(s -> console.print("Setting: " + s.id() + ", " + s.title()));
    rest(claim);
  }

  private void model(Claim.Model model) {
    console.print(
        "Model: "
            + switch (model.loss()) {
              case SQUARED_HALF_MEAN -> "squared loss with factor 1/(2n)";
              case ANY -> "any loss";
            }
            + "; "
            + switch (model.layers()) {
              case BOTH -> "both layers trained";
              case ANY -> "whichever layers are trained";
            }
            + "; "
            + switch (model.activation()) {
              case RELU -> "ReLU";
              case LEAKY_OR_RELU -> "leaky ReLU with slope 0 <= alpha < 1 below zero";
            }
            + "; "
            + switch (model.motion()) {
              case FLOW -> "gradient flow";
              case EARLY_ALIGNMENT_FLOW -> "early-alignment flow (labels for residuals)";
              case DESCENT -> "gradient descent with step eta";
            });
  }

  private void rest(Claim claim) {
    if (!claim.generic().isEmpty()) {
      console.print(
          "For each "
              + claim.generic().entrySet().stream()
                  .map(e -> words(e.getValue()) + " " + e.getKey())
                  .collect(Collectors.joining(", ")));
    }
    if (!claim.hypotheses().isEmpty()) {
      console.print("Hypotheses");
      claim
          .hypotheses()
          .forEach((name, text) -> console.print("  " + name + ": " + TextPrinter.print(text)));
    }
    console.print("Conclusion, for " + TextPrinter.print(claim.range()));
    console.print("  " + TextPrinter.print(claim.conclusion()));
    if (!claim.definitions().isEmpty()) {
      console.print("where");
      claim
          .definitions()
          .forEach((name, term) -> console.print("  " + name + " = " + TextPrinter.print(term)));
    }
  }

  private void step(Claim.Step step) {
    console.print("  " + StepWords.of(step) + (step.shows() == null ? "." : ":"));
    if (step.shows() != null) {
      console.print("      " + TextPrinter.print(step.shows()));
    }
  }

  private void notes(Claim claim) {
    new ConditionLines(console).stated(claim);
    if (!claim.notes().isBlank()) {
      console.print("Notes");
      Arrays.stream(claim.notes().strip().split("\n", -1)).forEach(n -> console.print("  " + n));
    }
    console.print("");
  }

  private static String shortened(String text) {
    String line = text.strip().replaceAll("\\s+", " ");
    return line.length() <= 100 ? line : line.substring(0, 97) + "...";
  }

  private static String words(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
