package org.flowproof.formula;

import static org.junit.jupiter.api.Assertions.assertEquals;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Printing loses nothing: what is printed is read as the same tree. */
class TextPrinterProperties {

  @Property(tries = 3000)
  void termsSurvivePrintingAndReading(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 6) int depth) {
    Term term = RandomTrees.language(seed).term(depth);
    String text = TextPrinter.print(term);
    if (text.length() <= Lexer.MAX_LENGTH) {
      assertEquals(term, FormulaParser.term(text, TestVocabulary.INSTANCE), text);
    }
  }

  @Property(tries = 2000)
  void statementsSurvivePrintingAndReading(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 4) int depth) {
    Proposition proposition = RandomTrees.language(seed).proposition(depth);
    String text = TextPrinter.print(proposition);
    if (text.length() <= Lexer.MAX_LENGTH) {
      assertEquals(proposition, FormulaParser.proposition(text, TestVocabulary.INSTANCE), text);
    }
  }

  @Property(tries = 1000)
  void latexBalancesItsBraces(@ForAll long seed, @ForAll @IntRange(min = 1, max = 4) int depth) {
    String latex =
        new LatexPrinter(TestVocabulary.INSTANCE)
            .print(RandomTrees.language(seed).proposition(depth));
    int open = 0;
    for (int i = 0; i < latex.length(); i++) {
      boolean escaped = i > 0 && latex.charAt(i - 1) == '\\';
      open += escaped ? 0 : latex.charAt(i) == '{' ? 1 : latex.charAt(i) == '}' ? -1 : 0;
      assertEquals(true, open >= 0, latex);
    }
    assertEquals(0, open, latex);
    assertEquals(occurrences(latex, "\\left"), occurrences(latex, "\\right"), latex);
  }

  private static int occurrences(String text, String part) {
    // \left and \right are followed by a delimiter, unlike \leftarrow
    return text.split(java.util.regex.Pattern.quote(part) + "(?![a-z])", -1).length - 1;
  }
}
