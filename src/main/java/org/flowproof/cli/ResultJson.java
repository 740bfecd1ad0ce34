package org.flowproof.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.flowproof.check.ClaimResult;
import org.flowproof.check.EndingResult;
import org.flowproof.check.Finding;
import org.flowproof.check.ValueResult;
import org.flowproof.flow.Failure;
import org.flowproof.flow.Trajectory;
import org.flowproof.flow.choice.IntegratorChoice;
import org.flowproof.formula.Ball;
import org.flowproof.formula.TextPrinter;
import org.flowproof.problem.ExpectedValue;
import org.flowproof.proof.Claim;
import org.flowproof.proof.kernel.ClaimStatus;
import org.flowproof.proof.kernel.ProofReport;

/** Results as trees of maps and lists, the shape of the JSON output. */
final class ResultJson {
  private ResultJson() {}

  /** A document of a command with its schema tag. */
  static Map<String, Object> document(String command, int exitCode) {
    return document(command, 1, exitCode);
  }

  /** A document of a command whose shape has changed since version 1. */
  static Map<String, Object> document(String command, int version, int exitCode) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("schema", "flowproof/" + command + "/" + version);
    map.put("exitCode", exitCode);
    return map;
  }

  /** A case with its run, findings and numbers. */
  static Map<String, Object> outcome(CaseOutcome result) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("case", result.file().id());
    map.put("file", result.file().path().toString());
    map.put("title", result.file().title());
    map.put("outcome", result.word());
    map.put("run", result.trajectory().map(t -> run(result.integrator(), t)).orElse(null));
    map.put("failure", result.failure().isEmpty() ? null : result.failure());
    map.put("findings", result.claims().stream().map(ResultJson::finding).toList());
    map.put("values", result.values().stream().map(ResultJson::value).toList());
    map.put("alignment", result.alignment().map(AlignmentOutcome::tree).orElse(null));
    map.put("margins", result.margins().map(MarginsOutcome::tree).orElse(null));
    map.put("smallStart", result.smallStart().map(SmallStartOutcome::tree).orElse(null));
    map.put("branches", result.branches().map(BranchesOutcome::tree).orElse(null));
    map.put("extremal", result.extremal().map(ExtremalOutcome::tree).orElse(null));
    map.put("ending", result.ending().map(ResultJson::ending).orElse(null));
    return map;
  }

  private static Map<String, Object> ending(EndingResult result) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("verdict", result.verdict().name());
    map.put("expected", result.expected().name());
    map.put("asExpected", result.asExpected());
    map.put("reason", result.reason());
    return map;
  }

  /** Who made a run, and how it went. */
  static Map<String, Object> run(IntegratorChoice integrator, Trajectory trajectory) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("integrator", integrator.name());
    map.put("integratorReason", integrator.reason());
    map.put("endTime", trajectory.endTime());
    map.put("stopReason", trajectory.stopReason().name());
    map.put("steps", trajectory.cost().steps());
    map.put("evaluations", trajectory.cost().evaluations());
    map.put("events", trajectory.cost().events());
    map.put("errorMethod", trajectory.errorMethod());
    map.put("nonUniqueness", trajectory.nonUniqueness().map(ResultJson::nonUnique).orElse(null));
    map.put("failures", trajectory.failures().stream().map(ResultJson::failure).toList());
    return map;
  }

  private static Map<String, Object> nonUnique(Trajectory.NonUniqueness nonUniqueness) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("time", nonUniqueness.time());
    map.put("neuron", nonUniqueness.neuron());
    map.put("sample", nonUniqueness.sample());
    map.put("cause", nonUniqueness.cause().name());
    return map;
  }

  private static Map<String, Object> failure(Failure failure) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("kind", failure.kind().name());
    map.put("time", failure.time());
    map.put("neuron", failure.neuron() == 0 ? null : failure.neuron());
    map.put("cause", failure.cause());
    return map;
  }

  private static Map<String, Object> finding(ClaimResult result) {
    Finding finding = result.finding();
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("claim", finding.claim().id());
    map.put("verdict", finding.verdict().name());
    map.put("expected", result.expected().name());
    map.put("asExpected", result.asExpected());
    map.put("reason", finding.reason());
    map.put("margin", finding.margin().orElse(null));
    map.put("tightness", finding.tightness().orElse(null));
    map.put("witness", finding.witness().map(ResultJson::witness).orElse(null));
    map.put("numericalError", finding.numericalError());
    map.put("applicableInstances", finding.instances().applicable());
    map.put("allInstances", finding.instances().all());
    map.put("checkedTimes", finding.checkedTimes());
    map.put("caveats", finding.caveats());
    map.put("conditions", result.conditions().stream().map(ConditionJson::result).toList());
    return map;
  }

  private static Map<String, Object> witness(Finding.Witness witness) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("time", witness.time());
    map.put("indices", new TreeMap<>(witness.indices()));
    return map;
  }

  private static Map<String, Object> value(ValueResult result) {
    ExpectedValue expected = result.expected();
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("name", expected.name());
    map.put("formula", expected.value().text());
    map.put(
        "at",
        expected.atLimit() ? "limit" : expected.at().stream().boxed().findFirst().orElse(null));
    map.put("expected", expected.equals());
    map.put("tolerance", expected.tolerance());
    map.put("found", result.observed().map(Ball::value).orElse(null));
    map.put("numericalError", result.observed().map(Ball::radius).orElse(null));
    map.put("verdict", result.verdict().name());
    map.put("asExpected", result.asExpected());
    map.put("reason", result.reason());
    return map;
  }

  /** A replayed derivation. */
  static Map<String, Object> proof(ProofReport report, boolean evidence) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("claim", report.claim().id());
    map.put("title", report.claim().title());
    map.put("status", report.status().word());
    if (report.status() instanceof ClaimStatus.Proved proved) {
      map.put("trusted", proved.trusted());
    } else if (report.status() instanceof ClaimStatus.Partial partial) {
      map.put("open", partial.open());
    } else if (report.status() instanceof ClaimStatus.Cited cited) {
      map.put("reference", cited.reference());
    } else if (report.status() instanceof ClaimStatus.Refuted refuted) {
      map.put("counterexample", refuted.counterexample());
    }
    map.put("steps", report.steps().stream().map(s -> step(s, evidence)).toList());
    return map;
  }

  private static Map<String, Object> step(ProofReport.StepOutcome outcome, boolean evidence) {
    Map<String, Object> map = new LinkedHashMap<>(step(outcome.step()));
    map.put("discharged", outcome.discharged());
    map.put("reason", outcome.reason());
    if (evidence) {
      map.put("evidence", outcome.evidence().stream().map(ResultJson::evidence).toList());
    }
    return map;
  }

  private static Map<String, Object> evidence(ProofReport.Evidence evidence) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("tool", evidence.tool());
    map.put("about", evidence.about());
    map.put("input", evidence.input());
    map.put("output", evidence.output());
    return map;
  }

  /** A step as it stands in the claim. */
  static Map<String, Object> step(Claim.Step step) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("id", step.id());
    map.put("rule", step.rule());
    map.put("from", List.copyOf(step.from()));
    map.put("shows", Optional.ofNullable(step.shows()).map(TextPrinter::print).orElse(null));
    map.put("parameters", new TreeMap<>(step.parameters()));
    return map;
  }
}
