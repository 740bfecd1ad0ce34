package org.flowproof.formula;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class FormulaLinesTest {

  @Test
  void shortFormulasStayOnOneLine() {
    assertEquals(List.of("a = b + c"), FormulaLines.of("a = b + c", 9));
  }

  @Test
  void breaksBeforeRelationsFirstThenSigns() {
    assertEquals(
        List.of("aaaa bbbb cccc", "    ≤ dddd + eeee", "    + ffff"),
        FormulaLines.of("aaaa bbbb cccc ≤ dddd + eeee + ffff", 17));
  }

  @Test
  void bracketsAreOpenedLast() {
    assertEquals(
        List.of("q − (aaaa + bbbb)", "    − (cc + dd)"),
        FormulaLines.of("q − (aaaa + bbbb) − (cc + dd)", 20));
  }

  @Test
  void aShortLeftSideStaysWithItsRelation() {
    assertEquals(
        List.of("N ≤ aaaaaaaa + bbbbbbbb", "    + cccccccc"),
        FormulaLines.of("N ≤ aaaaaaaa + bbbbbbbb + cccccccc", 26));
  }

  /** Joined again, the lines are the formula. */
  @Property(tries = 500)
  void nothingIsLost(
      @ForAll long seed,
      @ForAll @IntRange(min = 1, max = 5) int depth,
      @ForAll @IntRange(min = 20, max = 90) int width) {
    String text =
        new UnicodePrinter(TestVocabulary.INSTANCE, Times.SHOWN)
            .print(RandomTrees.language(seed).proposition(depth));
    List<String> lines = FormulaLines.of(text, width);
    assertEquals(text, String.join(" ", lines.stream().map(String::strip).toList()));
    for (String line : lines) {
      boolean breakable = line.strip().indexOf(' ') >= 0;
      assertTrue(Width.of(line) <= width || !breakable, line);
    }
  }
}
