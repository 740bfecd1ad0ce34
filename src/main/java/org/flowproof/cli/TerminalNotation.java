package org.flowproof.cli;

import java.util.Map;
import org.flowproof.exposition.ClaimSymbols;
import org.flowproof.exposition.Notation;
import org.flowproof.formula.Proposition;
import org.flowproof.formula.Term;
import org.flowproof.formula.TextPrinter;
import org.flowproof.formula.Times;
import org.flowproof.formula.UnicodePrinter;
import org.flowproof.formula.Vocabulary;
import org.flowproof.proof.Claim;

/** Formulas and references for a terminal, as mathematics or in input notation. */
final class TerminalNotation implements Notation {
  /** Keeps the parts of a formula in a sentence together; a {@link Page} prints it as a blank. */
  static final char TIED = '\u00a0';

  private final TextStyle style;
  private final Map<String, Integer> numbers;
  private final Vocabulary vocabulary;

  /**
   * @param numbers of the displayed formulas, by step
   */
  TerminalNotation(Claim claim, TextStyle style, Map<String, Integer> numbers) {
    this.style = style;
    this.numbers = Map.copyOf(numbers);
    this.vocabulary = ClaimSymbols.of(claim);
  }

  /** One line of mathematics. */
  String display(Proposition proposition, Times times) {
    return style.source()
        ? TextPrinter.print(proposition)
        : new UnicodePrinter(vocabulary, times).print(proposition);
  }

  /** One line of mathematics. */
  String display(Term term) {
    return style.source()
        ? TextPrinter.print(term)
        : new UnicodePrinter(vocabulary, Times.WHERE_NEEDED).print(term);
  }

  @Override
  public String prose(String text) {
    return text;
  }

  @Override
  public String symbols(String latex) {
    return style.source() ? latex.replace("\\", "") : UnicodePrinter.symbols(latex);
  }

  @Override
  public String inline(Proposition proposition) {
    return display(proposition, Times.WHERE_NEEDED).replace(' ', TIED);
  }

  @Override
  public String inline(Term term) {
    return display(term).replace(' ', TIED);
  }

  @Override
  public String equation(String step) {
    return "(" + numbers.getOrDefault(step, 0) + ")";
  }

  @Override
  public String tag(String name) {
    return "(" + name + ")";
  }

  @Override
  public String claim(String id) {
    return "Lemma" + TIED + id;
  }
}
