package org.flowproof.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.flowproof.exposition.Glossary;
import org.flowproof.exposition.ProofText;
import org.flowproof.exposition.RemarkWords;
import org.flowproof.exposition.RuleWords;
import org.flowproof.exposition.SettingWords;
import org.flowproof.exposition.StatementWords;
import org.flowproof.formula.Term;
import org.flowproof.formula.Times;
import org.flowproof.proof.Claim;
import org.flowproof.proof.kernel.ProofReport;

/** The models of the templates that state and prove one claim. */
final class ClaimLatex {
  private final Claim claim;
  private final LatexNotation notation;
  private final StatementWords words;

  ClaimLatex(Claim claim, LatexNotation notation) {
    this.claim = claim;
    this.notation = notation;
    this.words = new StatementWords(claim, notation);
  }

  /** For {@code statement.ftl}. */
  Map<String, Object> statement() {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("title", LatexText.prose(claim.title()));
    map.put("label", notation.label("claim", claim.id()));
    map.put("setting", words.setting());
    List<Map<String, Object>> hypotheses = new ArrayList<>();
    claim
        .hypotheses()
        .forEach(
            (name, p) ->
                hypotheses.add(
                    Map.of(
                        "name", LatexText.prose(name),
                        "display", notation.display(p, Times.SHOWN, ""))));
    map.put("hypotheses", hypotheses);
    map.put("quantifiers", words.quantifiers());
    map.put("always", words.always());
    map.put("range", notation.display(claim.range(), Times.SHOWN, ""));
    boolean definitions = !claim.definitions().isEmpty();
    map.put(
        "conclusion", notation.display(claim.conclusion(), Times.SHOWN, definitions ? "," : "."));
    map.put("where", where(claim.definitions()));
    return map;
  }

  private List<String> where(Map<String, Term> definitions) {
    List<String> lines = new ArrayList<>();
    definitions.forEach((name, term) -> lines.add(notation.definition(name, term, ",")));
    return DisplayMath.pack(lines);
  }

  /** The symbols with their meaning, one phrase each. */
  List<String> symbols() {
    List<String> phrases = new ArrayList<>();
    for (Glossary.Entry entry : Glossary.of(claim)) {
      String symbol = notation.inline(entry.symbol());
      String definition = entry.definition().map(notation::inline).orElse(symbol);
      String equation =
          definition.equals(symbol)
              ? symbol
              : symbol.substring(0, symbol.length() - 1) + " = " + definition.substring(1);
      phrases.add(equation + " (" + LatexText.prose(entry.about()) + ")");
    }
    return phrases;
  }

  /** What is known of the symbols of a setting, and how its state moves. */
  List<Map<String, Object>> motion() {
    List<Map<String, Object>> parts = new ArrayList<>();
    for (SettingWords.Part part :
        claim.setting().map(s -> SettingWords.of(s, notation)).orElse(List.of())) {
      List<Map<String, String>> formulas = new ArrayList<>();
      part.formulas()
          .forEach(
              f ->
                  formulas.add(
                      Map.of(
                          "name",
                          LatexText.prose(f.getKey()),
                          "display",
                          notation.display(f.getValue(), Times.WHERE_NEEDED, "."))));
      parts.add(Map.of("lead", part.lead(), "formulas", formulas));
    }
    return parts;
  }

  /**
   * For {@code proof.ftl}.
   *
   * @param lemmas the claim of an id, where it is at hand
   * @param report what came of each step; empty when the derivation was not replayed
   */
  Map<String, Object> proof(
      Function<String, Optional<Claim>> lemmas, Optional<ProofReport> report) {
    ProofText proof = ProofText.of(claim, lemmas);
    List<String> leads = new RuleWords(claim, notation).before(proof.steps());
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("claimLabel", notation.label("claim", claim.id()));
    map.put("fixed", words.fixed());
    List<Map<String, Object>> steps = new ArrayList<>();
    for (ProofText.Move move : proof.moves()) {
      Map<String, Object> entry = new LinkedHashMap<>();
      boolean together = move.ending() == ProofText.Ending.TOGETHER;
      boolean end = move.ending() == ProofText.Ending.IS_THE_CLAIM;
      String lead = leads.get(move.number() - 1);
      entry.put("words", together ? lead.replaceFirst(" say that$", " are the claim.") : lead);
      String stop = end || !move.where().isEmpty() ? "," : ".";
      String display =
          move.shown()
              .map(p -> notation.display(p, end ? Times.SHOWN : Times.WHERE_NEEDED, stop))
              .orElse("\\text{the conclusion of that claim}.");
      entry.put("display", together ? "" : display);
      entry.put("where", where(move.where()));
      entry.put("claimed", end);
      entry.put("number", Integer.toString(move.number()));
      entry.put("label", notation.label("step", claim.id() + "/" + move.step().id()));
      Optional<ProofReport.StepOutcome> outcome =
          report.flatMap(
              r -> r.steps().stream().filter(s -> s.step().equals(move.step())).findFirst());
      entry.put("open", outcome.map(o -> !o.discharged()).orElse(false));
      entry.put("reason", LatexText.prose(outcome.map(o -> o.reason()).orElse("")));
      steps.add(entry);
    }
    map.put("steps", steps);
    return map;
  }

  /** For {@code remarks.ftl}. */
  Map<String, Object> remarks() {
    RemarkWords remarks = new RemarkWords(claim, notation);
    List<Map<String, Object>> entries = new ArrayList<>();
    for (Claim.Twin twin : claim.falsified()) {
      entries.add(
          Map.of(
              "words", remarks.before(twin),
              "display",
                  remarks.displayed(twin)
                      ? notation.display(twin.conclusion(), Times.SHOWN, ":")
                      : "",
              "because", remarks.because(twin)));
    }
    return Map.of("remarks", entries, "notes", LatexText.prose(claim.notes()));
  }
}
