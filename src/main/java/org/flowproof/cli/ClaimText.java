package org.flowproof.cli;

import java.util.ArrayList;
import java.util.List;
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
import org.flowproof.proof.Condition;
import org.flowproof.proof.Setting;

/** A claim as a lemma with its proof, in text. */
final class ClaimText {
  private static final String SILENT_TIMES =
      "What depends on time is taken at time t where no time is written.";

  private final Claim claim;
  private final ProofText proof;
  private final TerminalNotation notation;
  private final StatementWords words;
  private final Page page;

  /**
   * @param lemmas the claim of an id, where it is at hand
   */
  ClaimText(
      Claim claim, Function<String, Optional<Claim>> lemmas, TextStyle style, Console console) {
    this.claim = claim;
    this.proof = ProofText.of(claim, lemmas);
    this.notation = new TerminalNotation(claim, style, proof.numbers());
    this.words = new StatementWords(claim, notation);
    this.page = new Page(console, style);
  }

  /** Statement, symbols, proof, remarks. */
  void print() {
    statement();
    proof();
    remarks();
  }

  /** The statement with the meaning of its symbols. */
  void statement() {
    page.paragraph(
        (claim.source().kind() == Claim.Source.Kind.CONJECTURE ? "Conjecture (" : "Lemma (")
            + claim.title()
            + ").");
    page.paragraph(claim.id() + "; " + words.source(claim.source().reference()) + ".");
    page.blank();
    conditions();
    page.display(
        notation.display(claim.conclusion(), Times.SHOWN)
            + (claim.definitions().isEmpty() ? "." : ","),
        "");
    if (!claim.definitions().isEmpty()) {
      where("where", claim.definitions());
    }
    symbols();
  }

  private void conditions() {
    String lead = words.setting();
    if (!claim.hypotheses().isEmpty()) {
      page.paragraph(lead + ", suppose that");
      claim
          .hypotheses()
          .forEach((name, p) -> page.display(notation.display(p, Times.SHOWN), notation.tag(name)));
      lead = "Then";
    }
    String quantifiers = words.quantifiers();
    page.paragraph(
        lead + (quantifiers.isEmpty() ? "," : ", " + quantifiers + (words.always() ? "," : "")));
    if (!words.always()) {
      page.display(notation.display(claim.range(), Times.SHOWN), notation.tag("range"));
      page.paragraph("it holds that");
    }
  }

  private void where(String lead, java.util.Map<String, Term> definitions) {
    page.paragraph(lead);
    List<String> lines = new ArrayList<>();
    definitions.forEach(
        (name, term) ->
            lines.add(notation.display(new Term.Name(name)) + " = " + notation.display(term)));
    for (int i = 0; i < lines.size(); i++) {
      lines.set(i, lines.get(i) + (i == lines.size() - 1 ? "." : ","));
    }
    page.displays(lines);
  }

  private void symbols() {
    claim.setting().filter(s -> !s.about().isBlank()).ifPresent(s -> page.paragraph(s.about()));
    List<Glossary.Entry> entries = Glossary.of(claim);
    if (entries.isEmpty()) {
      return;
    }
    page.paragraph("Here");
    page.blank();
    for (int i = 0; i < entries.size(); i++) {
      Glossary.Entry entry = entries.get(i);
      String symbol = notation.display(entry.symbol());
      String definition = entry.definition().map(notation::display).orElse(symbol);
      String equation = definition.equals(symbol) ? symbol : symbol + " = " + definition;
      page.indented(
          equation.replace(' ', TerminalNotation.TIED)
              + ": "
              + entry.about()
              + (i == entries.size() - 1 ? "." : ";"));
    }
    page.blank();
    claim.setting().ifPresent(this::motion);
  }

  private void motion(Setting setting) {
    for (SettingWords.Part part : SettingWords.of(setting, notation)) {
      page.paragraph(part.lead() + ",");
      part.formulas()
          .forEach(
              f ->
                  page.display(
                      notation.display(f.getValue(), Times.WHERE_NEEDED) + ".",
                      f.getKey().isEmpty() ? "" : notation.tag(f.getKey())));
    }
  }

  private void proof() {
    if (proof.moves().isEmpty()) {
      page.paragraph(words.underived());
      page.blank();
      return;
    }
    List<String> leads = new RuleWords(claim, notation).before(proof.steps());
    String opening = "Proof. " + SILENT_TIMES + " " + words.fixed();
    for (ProofText.Move move : proof.moves()) {
      page.paragraph((opening + " " + lead(move, leads.get(move.number() - 1))).strip());
      opening = "";
      if (move.ending() != ProofText.Ending.TOGETHER) {
        formula(move);
      }
      if (move.ending() == ProofText.Ending.IS_THE_CLAIM) {
        page.paragraph("as claimed. ∎");
      }
    }
    page.blank();
  }

  private static String lead(ProofText.Move move, String words) {
    return move.ending() == ProofText.Ending.TOGETHER
        ? words.replaceFirst(" say that$", " are the claim. ∎")
        : words;
  }

  private void formula(ProofText.Move move) {
    boolean end = move.ending() == ProofText.Ending.IS_THE_CLAIM;
    String stop = end || !move.where().isEmpty() ? "," : ".";
    String formula =
        move.shown()
            .map(p -> notation.display(p, end ? Times.SHOWN : Times.WHERE_NEEDED) + stop)
            .orElse("the conclusion of the lemma.");
    page.display(formula, notation.equation(move.step().id()));
    if (!move.where().isEmpty()) {
      where("with", move.where());
    }
  }

  private void remarks() {
    page.paragraph("Remarks.");
    RemarkWords remarks = new RemarkWords(claim, notation);
    for (Claim.Twin twin : claim.falsified()) {
      if (remarks.displayed(twin)) {
        page.paragraph(remarks.before(twin));
        page.display(notation.display(twin.conclusion(), Times.SHOWN) + ":", "");
        page.paragraph(remarks.because(twin) + ".");
      } else {
        page.paragraph(remarks.before(twin) + ": " + remarks.because(twin) + ".");
      }
    }
    if (!claim.conditions().isEmpty()) {
      page.paragraph("Explicit conditions, which can be evaluated on a problem.");
    }
    for (Condition condition : claim.conditions()) {
      page.paragraph(condition.says() + (condition.says().endsWith(".") ? "" : ":"));
      page.display(
          notation.display(condition.holds(), Times.SHOWN) + ".", notation.tag(condition.id()));
    }
    if (!claim.notes().isBlank()) {
      page.paragraph("Note. " + claim.notes());
    }
    page.blank();
  }
}
