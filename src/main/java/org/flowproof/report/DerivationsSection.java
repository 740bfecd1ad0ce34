package org.flowproof.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.flowproof.exposition.FormulaNames;
import org.flowproof.formula.IndexKind;
import org.flowproof.formula.Proposition;
import org.flowproof.proof.Claim;
import org.flowproof.proof.derive.FlowDerivation;
import org.flowproof.proof.kernel.ClaimStatus;
import org.flowproof.proof.kernel.ProofReport;

/** The section with the dynamics derived from the loss and with the proofs of the claims. */
final class DerivationsSection {
  private DerivationsSection() {}

  static Map<String, Object> model(Document document) {
    Map<String, Object> map = document.model();
    Optional<FlowDerivation> dynamics = document.input().dynamics();
    map.put("derived", dynamics.isPresent());
    dynamics.ifPresent(d -> dynamics(document, d, map));
    List<Map<String, Object>> proofs = new ArrayList<>();
    for (Claim claim : document.claims()) {
      document.proof(claim.id()).ifPresent(p -> proofs.add(proof(document, p)));
    }
    map.put("proofs", proofs);
    map.put("grounds", TrustWords.of(document.input().proofs()));
    return map;
  }

  private static void dynamics(
      Document document, FlowDerivation dynamics, Map<String, Object> map) {
    List<Map<String, Object>> statements = new ArrayList<>();
    for (FlowDerivation.Statement statement : dynamics.statements()) {
      Map<String, Object> entry = new LinkedHashMap<>();
      entry.put("words", LatexText.prose(statement.words().strip()));
      entry.put("display", DisplayMath.raw(statement.latex(), ""));
      entry.put("label", document.label("dynamics", statement.id()));
      entry.put("confirmed", statement.confirmed());
      statements.add(entry);
    }
    map.put("statements", statements);
    map.put(
        "allConfirmed",
        dynamics.statements().stream().allMatch(FlowDerivation.Statement::confirmed));
    FlowDerivation.Comparison comparison = dynamics.comparison();
    map.put("states", document.numbers().count("compared-states", comparison.states()));
    map.put("seed", document.numbers().count("compared-seed", comparison.seed()));
    map.put(
        "difference",
        document.numbers().real("compared-difference", comparison.maxRelativeDifference(), 2));
    map.put("citeAlgebra", document.cite("symja"));
  }

  private static Map<String, Object> proof(Document document, ProofReport report) {
    Claim claim = report.claim();
    RuleWords words = new RuleWords(document);
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("reference", document.claimReference(claim.id()));
    map.put("title", LatexText.prose(claim.title()));
    map.put("proved", report.status() instanceof ClaimStatus.Proved);
    map.put("cited", report.steps().isEmpty());
    List<Map<String, Object>> steps = new ArrayList<>();
    int number = 0;
    for (ProofReport.StepOutcome outcome : report.steps()) {
      Claim.Step step = outcome.step();
      Proposition shown = shown(document, claim, step);
      number++;
      Map<String, Object> entry = new LinkedHashMap<>();
      entry.put(
          "words", clause(words.before(claim, step), shown == null ? "" : validFor(claim, step)));
      entry.put("display", shown == null ? "" : document.display().of(shown, "."));
      entry.put("number", Integer.toString(number));
      entry.put("label", document.label("step", claim.id() + "/" + step.id()));
      entry.put("open", !outcome.discharged());
      entry.put("reason", LatexText.prose(outcome.reason()));
      steps.add(entry);
    }
    map.put("claimLabel", document.label("claim", claim.id()));
    map.put("steps", steps);
    return map;
  }

  /** What a step establishes: its own text, the conclusion of a lemma, or the claim itself. */
  private static Proposition shown(Document document, Claim claim, Claim.Step step) {
    if (step.shows() != null) {
      return step.shows();
    }
    if (step.rule().equals("lemma")) {
      String id = step.parameters().get("claim");
      return document.claims().stream()
          .filter(c -> c.id().equals(id))
          .findFirst()
          .map(c -> FormulaNames.rename(c.conclusion(), renaming(step)))
          .orElse(null);
    }
    return step.rule().equals("conjunction") ? claim.conclusion() : null;
  }

  private static Map<String, String> renaming(Claim.Step step) {
    Map<String, String> names = new LinkedHashMap<>();
    String with = step.parameters().getOrDefault("with", "");
    for (String pair : with.split("\\s*,\\s*")) {
      String[] sides = pair.split("\\s*->\\s*");
      if (sides.length == 2) {
        names.put(sides[0].strip(), sides[1].strip());
      }
    }
    return names;
  }

  /** The words before a formula with the range of its indices. */
  private static String clause(String words, String range) {
    if (range.isEmpty()) {
      return words;
    }
    return words.endsWith(",") ? words + " " + range + "," : words + ", " + range + ",";
  }

  /** "for every neuron p", when the step speaks of an index that the claim does not fix. */
  private static String validFor(Claim claim, Claim.Step step) {
    String index = step.parameters().getOrDefault("for", "");
    if (index.isEmpty()) {
      return "";
    }
    List<String> words = new ArrayList<>();
    for (String name : index.split("\\s*,\\s*")) {
      if (!claim.generic().containsKey(name)) {
        words.add("every " + word(name) + " $" + LatexText.prose(name) + "$");
      }
    }
    return words.isEmpty() ? "" : "for " + RuleWords.list(words);
  }

  private static String word(String name) {
    return switch (name) {
      case "k", "l" -> ClaimsSection.kindWord(IndexKind.SAMPLE);
      case "i" -> ClaimsSection.kindWord(IndexKind.COORDINATE);
      default -> ClaimsSection.kindWord(IndexKind.NEURON);
    };
  }
}
