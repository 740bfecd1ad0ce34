package org.flowproof.proof.derive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.flowproof.formula.FormulaParser;
import org.flowproof.formula.Term;
import org.flowproof.problem.SmoothFunction;
import org.flowproof.proof.symja.SymjaProcess;
import org.junit.jupiter.api.Test;

class ActivationSlopeTest {
  /** All in one process. */
  @Test
  void theAlgebraSystemFindsTheSameDerivative() {
    try (SymjaProcess symja = new SymjaProcess()) {
      for (String text :
          List.of(
              "Tanh[z]",
              "z/(1+z^2)",
              "z*Sin[z]^2 - Cos[2*z]*Sinh[z]/Cosh[z/3]",
              "z*Exp[-z^2] + Log[1+z^2]^2",
              "z^5/(2+Sin[z])^3")) {
        SmoothFunction function = SmoothFunction.of(text);
        ActivationSlope slope =
            ActivationSlope.of(function.formula(), function.derivative(), symja);
        assertTrue(slope.confirmed(), text + ": " + slope.answer());
        assertTrue(slope.tool().startsWith("Symja"), slope.tool());
      }
      // and not another one
      assertFalse(ActivationSlope.of(term("Sin[z]"), term("Sin[z]"), symja).confirmed());
      assertFalse(
          ActivationSlope.of(term("z/(1+z^2)"), term("(1+z^2)/(1+z^2)^2"), symja).confirmed());
    }
  }

  @Test
  void whatIsNotAskedIsSaid() {
    ActivationSlope slope = ActivationSlope.of(SmoothFunction.of("z/Sqrt[1+z^2]"));
    assertFalse(slope.confirmed());
    assertEquals("", slope.tool());
    assertTrue(slope.answer().startsWith("cannot differentiate"), slope.answer());
  }

  private static Term term(String text) {
    return FormulaParser.term(text, SmoothFunction.vocabulary());
  }
}
