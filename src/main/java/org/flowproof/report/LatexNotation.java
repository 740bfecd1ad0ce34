package org.flowproof.report;

import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;
import org.flowproof.exposition.ClaimSymbols;
import org.flowproof.exposition.Notation;
import org.flowproof.formula.LatexPrinter;
import org.flowproof.formula.Proposition;
import org.flowproof.formula.Term;
import org.flowproof.formula.Times;
import org.flowproof.proof.Claim;

/** Formulas and references of one claim in LaTeX. */
final class LatexNotation implements Notation {
  private final Claim claim;
  private final BinaryOperator<String> label;
  private final UnaryOperator<String> claimReference;
  private final LatexPrinter printer;

  /**
   * @param label from a kind and a key, such as {@code step} and {@code envelopes/norm-growth/e1}
   * @param claimReference from the id of a claim
   */
  LatexNotation(Claim claim, BinaryOperator<String> label, UnaryOperator<String> claimReference) {
    this.claim = claim;
    this.label = label;
    this.claimReference = claimReference;
    this.printer = new LatexPrinter(ClaimSymbols.of(claim));
  }

  /** The inside of an equation. */
  String display(Proposition p, Times times, String end) {
    return new DisplayMath(printer.with(times, p)).of(p, end);
  }

  /** The inside of an equation that sets a name to a term. */
  String definition(String name, Term term, String end) {
    LatexPrinter where = printer.with(Times.WHERE_NEEDED, term);
    return new DisplayMath(where).definition(where.print(new Term.Name(name)), term, end);
  }

  String label(String kind, String key) {
    return label.apply(kind, key);
  }

  @Override
  public String prose(String text) {
    return LatexText.prose(text);
  }

  @Override
  public String symbols(String latex) {
    return "$" + latex + "$";
  }

  @Override
  public String inline(Proposition proposition) {
    return "$" + printer.with(Times.WHERE_NEEDED, proposition).print(proposition) + "$";
  }

  @Override
  public String inline(Term term) {
    return "$" + printer.with(Times.WHERE_NEEDED, term).print(term) + "$";
  }

  @Override
  public String equation(String step) {
    return "\\eqref{" + label("step", claim.id() + "/" + step) + "}";
  }

  @Override
  public String tag(String name) {
    return "(\\textit{" + LatexText.prose(name) + "})";
  }

  @Override
  public String claim(String id) {
    return claimReference.apply(id);
  }
}
