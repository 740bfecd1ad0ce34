package org.flowproof.formula;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A logarithm of 1 plus something small keeps its digits. */
class LogOnePlusTest {

  /** Values computed with 40 digits. */
  @ParameterizedTest
  @CsvSource({
    "Log[1 + Exp[-28]], 6.914400106937813e-13",
    "Log[Exp[-28] + 1], 6.914400106937813e-13",
    "Log[1 + Exp[-100]], 3.720075976020836e-44",
    "Log[1 + 1/10], 0.09531017980432486",
    "Log[1 + 0], 0"
  })
  void smallSummandsCount(String text, double expected) {
    Term term = FormulaParser.term(text, TestVocabulary.INSTANCE);
    Ball value = new Compiler<>(new BallArithmetic()).evaluateConstant(term);
    assertEquals(expected, value.value(), 1e-14 * expected);
    assertTrue(value.radius() <= 1e-14 * expected, "radius " + value.radius());
    assertEquals(
        expected, new Compiler<>(new DoubleArithmetic()).evaluateConstant(term), 1e-14 * expected);
  }
}
