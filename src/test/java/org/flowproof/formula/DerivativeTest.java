package org.flowproof.formula;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DerivativeTest {
  private static Term term(String text) {
    return FormulaParser.term(text, TestVocabulary.INSTANCE);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "t^3; 3*t^2",
        "t^2; 2*t",
        "t^1; 1",
        "t^-2; -2*t^(-3)",
        "kappa*t + m; kappa",
        "t/kappa; 1/kappa",
        "kappa/t; -kappa/t^2",
        "Sin[2*t]; Cos[2*t]*2",
        "Cos[t]; -Sin[t]",
        "Exp[-t]; Exp[-t]*(-1)",
        "Tanh[t]; 1 - Tanh[t]^2",
        "Log[kappa]; 0",
      })
  void rulesByHand(String text, String derivative) {
    assertEquals(
        TextPrinter.print(term(derivative)),
        TextPrinter.print(term(TextPrinter.print(Derivative.of(term(text), "t")))));
  }

  /** Central differences; their truncation is of the order of 1e-10, rounding of 1e-11. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "t^3*Sin[t]/(1 + t^2)",
        "Sqrt[2 + Cos[t]]*ArcTanh[t/3]",
        "Exp[-t^2]*Sinh[t] - Cosh[t/2]^3",
        "Log[1 + t^2]/(3 - Tanh[t])",
        "(2 + t)^(t/2)",
        "(2 + t)^(-3/2)",
        "-t^4*(1 - t)^5",
      })
  void differencesConverge(String text) {
    Term term = term(text);
    DoubleUnaryOperator value = ScalarFunction.of(term, "t");
    DoubleUnaryOperator slope = ScalarFunction.of(Derivative.of(term, "t"), "t");
    for (double t : new double[] {-1.3, -0.4, 0.2, 1.7}) {
      double h = 1e-5;
      double quotient = (value.applyAsDouble(t + h) - value.applyAsDouble(t - h)) / (2 * h);
      double size = 1 + Math.abs(quotient);
      assertEquals(quotient, slope.applyAsDouble(t), 3e-9 * size, "at " + t);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"Abs[t]", "Max[t, 1]", "Min[t, t]", "N[t]", "Sum[t, {l, n}]"})
  void whatHasNoDerivativeIsRefused(String text) {
    assertThrows(IllegalArgumentException.class, () -> Derivative.of(term(text), "t"));
  }

  /** The quick translation against the compiled one. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "t^3 - t^2/7 + t^5 - t^-1",
        "Sqrt[t] + Log[t] + Log[1 + t] + Exp[-t]",
        "Sinh[t]*Cosh[t]/Tanh[t] + ArcTanh[t/9]",
        "Sin[t] - Cos[3*t]",
        "Max[t, 1] + Min[t, 1] + Abs[-t]",
        "t^(1/2) + t^t",
      })
  void bothTranslationsAgree(String text) {
    Term term = term(text);
    for (double t : new double[] {0.3, 1.0, 2.5}) {
      double compiled =
          new Compiler<>(new DoubleArithmetic())
              .compile(term)
              .evaluate(null, java.util.Map.of(), t);
      assertEquals(
          compiled,
          ScalarFunction.of(term, "t").applyAsDouble(t),
          1e-14 * (1 + Math.abs(compiled)));
    }
  }

  @Test
  void aScalarFunctionHasOneArgument() {
    for (String text : List.of("t + kappa", "N[t]", "Sum[t, {l, n}]")) {
      assertThrows(IllegalArgumentException.class, () -> ScalarFunction.of(term(text), "t"));
    }
  }
}
