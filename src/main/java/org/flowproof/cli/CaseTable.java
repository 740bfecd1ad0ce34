package org.flowproof.cli;

import java.util.List;
import org.flowproof.check.ClaimResult;
import org.flowproof.check.ConditionResult;
import org.flowproof.check.FailureText;
import org.flowproof.check.Finding;
import org.flowproof.check.ValueResult;
import org.flowproof.check.Verdict;
import org.flowproof.flow.Failure;
import org.flowproof.flow.Trajectory;
import org.flowproof.flow.choice.IntegratorChoice;
import org.flowproof.problem.CaseFile;

/** Prints the result of a case for readers. */
final class CaseTable {
  private final Console console;

  CaseTable(Console console) {
    this.console = console;
  }

  /** The run, the findings, the numbers, and what is not as expected. */
  void print(CaseOutcome outcome) {
    CaseFile file = outcome.file();
    console.print(file.id() + ": " + file.title());
    outcome.trajectory().ifPresent(run -> run(outcome.integrator(), run));
    if (outcome.trajectory().isEmpty()) {
      console.print("  no run: " + outcome.failure());
    }
    findings(outcome);
    new ConditionLines(console).results(outcome.claims());
    outcome.alignment().ifPresent(a -> a.print(console));
    outcome.margins().ifPresent(a -> a.print(console));
    outcome.smallStart().ifPresent(a -> a.print(console));
    outcome.branches().ifPresent(b -> b.print(console));
    outcome.extremal().ifPresent(e -> e.print(console));
    values(outcome);
    ending(outcome);
    differences(outcome);
    console.print("");
  }

  /** Who integrated, and how the run ended. */
  void run(IntegratorChoice integrator, Trajectory trajectory) {
    console.print("  integrator " + integrator.text());
    Trajectory.Cost cost = trajectory.cost();
    console.print(
        "  run to t = "
            + Display.number(trajectory.endTime())
            + " ("
            + words(trajectory.stopReason())
            + "): "
            + cost.steps()
            + " steps, "
            + cost.events()
            + " events, "
            + cost.evaluations()
            + " evaluations");
    trajectory.nonUniqueness().ifPresent(n -> console.print("  " + notUnique(n)));
    for (Failure failure : trajectory.failures()) {
      if (failure.kind() != Failure.Kind.NOT_UNIQUE) {
        console.print(
            "  "
                + (failure.endsTheRun() ? "broke off at " : "not to be trusted from ")
                + FailureText.of(failure));
      }
    }
  }

  /** What a reader has to know of a solution that is one of several. */
  static String notUnique(Trajectory.NonUniqueness loss) {
    return "the solution is not unique from t = "
        + Display.number(loss.time())
        + " on; the minimal-norm one is followed";
  }

  private void findings(CaseOutcome outcome) {
    TextTable table =
        new TextTable("  CLAIM", "VERDICT", "EXPECTED", "MARGIN", "TIGHTNESS", "WITNESS", "ERROR");
    for (ClaimResult result : outcome.claims()) {
      Finding finding = result.finding();
      table.row(
          "  " + finding.claim().id(),
          finding.verdict().name(),
          result.asExpected() ? "as expected" : result.expected().name(),
          Display.number(finding.margin()),
          Display.number(finding.tightness()),
          Display.witness(finding.witness()),
          finding.margin().isPresent() ? Display.number(finding.numericalError()) : "-");
    }
    if (!table.isEmpty()) {
      console.print(table);
    }
    for (Finding finding : outcome.claims().stream().map(ClaimResult::finding).toList()) {
      if (!finding.reason().isEmpty()) {
        console.print("  - " + finding.claim().id() + ": " + finding.reason());
      }
      finding.caveats().forEach(c -> console.print("  - " + finding.claim().id() + ": " + c));
    }
  }

  private void values(CaseOutcome outcome) {
    TextTable table = new TextTable("  NUMBER", "FOUND", "EXPECTED", "TOLERANCE", "ERROR", "");
    for (ValueResult value : outcome.values()) {
      table.row(
          "  " + value.expected().name(),
          value.observed().map(v -> Display.precise(v.value())).orElse("-"),
          Display.precise(value.expected().equals()),
          Display.number(value.expected().tolerance()),
          value.observed().map(v -> Display.number(v.radius())).orElse("-"),
          value.asExpected()
              ? "as expected"
              : value.verdict() == Verdict.UNKNOWN ? "UNKNOWN" : "DIFFERENT");
    }
    if (!table.isEmpty()) {
      console.print(table);
    }
  }

  private void ending(CaseOutcome outcome) {
    outcome
        .ending()
        .ifPresent(
            e ->
                console.print(
                    "  ends at "
                        + e.verdict().words()
                        + (e.asExpected() ? ", as expected" : "")
                        + (e.reason().isEmpty() ? "" : ": " + e.reason())));
  }

  private void differences(CaseOutcome outcome) {
    for (ClaimResult result : outcome.claims()) {
      if (!result.asExpected()) {
        Finding finding = result.finding();
        difference(finding.claim().id(), finding.verdict(), result.expected());
      }
    }
    for (ConditionResult result : outcome.conditions()) {
      if (!result.surprise().isEmpty()) {
        difference(result.name() + " " + result.surprise());
      }
    }
    outcome.alignment().ifPresent(a -> differences("early alignment", a.parts()));
    outcome.margins().ifPresent(m -> differences("margins", m.parts()));
    outcome.smallStart().ifPresent(s -> differences("small start", s.parts()));
    outcome.branches().ifPresent(b -> differences("branches", b.parts()));
    outcome.extremal().ifPresent(e -> differences("extremal vectors", e.parts()));
    for (ValueResult value : outcome.values()) {
      if (!value.asExpected()) {
        difference(value.expected().name() + ": " + value.reason());
      }
    }
    outcome
        .ending()
        .filter(e -> !e.asExpected())
        .ifPresent(
            e ->
                difference(
                    "the case ends at "
                        + e.verdict().words()
                        + ", expected "
                        + e.expected().words()));
  }

  private void differences(String theorem, List<PartOutcome> parts) {
    for (PartOutcome part : parts) {
      if (!part.asExpected()) {
        difference(theorem + ", " + part.name(), part.verdict(), part.expected());
      }
    }
  }

  private void difference(String what, Verdict verdict, Verdict expected) {
    difference(what + " is " + verdict + ", expected " + expected);
  }

  private void difference(String words) {
    console.print("  NOT AS EXPECTED: " + words);
  }

  private static String words(Trajectory.StopReason reason) {
    return switch (reason) {
      case END_TIME -> "end time";
      case GRADIENT_NORM -> "small gradient";
      case LOSS -> "small loss";
      case EVENT -> "event";
      case INTERRUPTED -> "interrupted";
      case EVALUATION_LIMIT -> "evaluation limit";
      case NUMERICAL_FAILURE -> "numerical failure";
      case NOT_UNIQUE -> "no solution can be selected";
    };
  }
}
