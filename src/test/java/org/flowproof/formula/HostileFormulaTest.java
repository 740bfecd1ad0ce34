package org.flowproof.formula;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every text of the collection gets the refusal that is written beside it. */
class HostileFormulaTest {

  static Stream<HostileFormula> texts() throws IOException {
    return HostileFormula.all().stream();
  }

  @Test
  void thereAreManyOfEveryKind() throws IOException {
    List<HostileFormula> all = HostileFormula.all();
    assertTrue(all.size() >= 250, () -> "only " + all.size());
    assertEquals(all.size(), all.stream().map(HostileFormula::name).distinct().count());
    assertEquals(all.size(), all.stream().map(HostileFormula::text).distinct().count());
    assertEquals(
        List.of(),
        Stream.of(FormulaException.Reason.values())
            .filter(reason -> all.stream().noneMatch(hostile -> hostile.reason() == reason))
            .toList());
  }

  @ParameterizedTest
  @MethodSource("texts")
  void isRefusedAsWritten(HostileFormula hostile) {
    FormulaException refusal = refusal(hostile.text());
    assertEquals(hostile.reason(), refusal.reason(), refusal::getMessage);
    assertEquals(hostile.position(), refusal.position(), refusal::getMessage);
    assertTrue(refusal.expected().startsWith(hostile.expected()), refusal::getMessage);
    assertEquals(hostile.reason().name(), FormulaTrial.of(hostile.text(), 1).end());
  }

  private static FormulaException refusal(String text) {
    FormulaException asStatement =
        assertThrows(
            FormulaException.class, () -> FormulaParser.proposition(text, TestVocabulary.INSTANCE));
    return asStatement.reason() != FormulaException.Reason.NOT_A_PROPOSITION
        ? asStatement
        : assertThrows(
            FormulaException.class, () -> FormulaParser.term(text, TestVocabulary.INSTANCE));
  }
}
