package org.flowproof.formula;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Values worked out by hand. */
class CompilerTest {
  private static final Rational TIME = Rational.of(2);
  private static final Valuation<Rational> POINT =
      new Point<>(
          Map.ofEntries(
              Map.entry("kappa", Rational.of(3)),
              Map.entry("a[1]@2", Rational.of(5)),
              Map.entry("a[2]@2", Rational.of(-7)),
              Map.entry("a[1]@0", Rational.of(1)),
              Map.entry("a[2]@0", Rational.of(0)),
              Map.entry("a'[1]@2", Rational.of(11)),
              Map.entry("N[]@2", Rational.of(74)),
              Map.entry("N[]@0", Rational.of(1)),
              Map.entry("y[1]", Rational.of(1)),
              Map.entry("y[2]", Rational.of(2)),
              Map.entry("y[3]", Rational.of(-4))));

  private static Rational value(String text) {
    return new Compiler<>(new RationalArithmetic())
        .compile(FormulaParser.term(text, TestVocabulary.INSTANCE))
        .evaluate(POINT, Map.of("j", 1, "k", 3), TIME);
  }

  private static Truth truth(String text) {
    return new Compiler<>(new RationalArithmetic())
        .compile(FormulaParser.proposition(text, TestVocabulary.INSTANCE))
        .evaluate(POINT, Map.of("j", 1, "k", 3), TIME);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "0.1 + 0.2; 3/10",
        "-t^2; -4",
        "(-t)^2; 4",
        "t^-2; 1/4",
        "2^3^2; 512",
        "1 - 2 - 3; -4",
        "8/4/2; 1",
        "kappa*t; 6",
        "m + 10*n + 100*d; 32",
        "a[j]; 5",
        "a[2]; -7",
        "a[j,0]; 1",
        "a'[j]; 11",
        "y[k]; -4",
        "j + k; 4",
        "N - N[0]; 73",
        "Sum[a[p], {p, m}]; -2",
        "Sum[p*a[p], {p, m}]; -9",
        "Sum[Sum[a[p]*y[l], {l, n}], {p, m}]; 2",
        "Sum[1, {i, d}]; 0",
        "Max[a[p], {p, m}]; 5",
        "Min[y[l], {l, n}]; -4",
        "Max[t, kappa]; 3",
        "Min[t, kappa]; 2",
        "Abs[a[2]]; 7",
        "Sqrt[9/4]; 3/2",
        "(9/4)^(1/2); 3/2",
        "4^(-1/2); 1/2",
        "Exp[0] + Cosh[0] + Log[1] + Sinh[0] + Tanh[0] + ArcTanh[0] + Sin[0] + Cos[0]; 3",
        "Integral[s*N[s], {s, 0, t}]; 148",
        "Sup[Sum[s*a[p,s], {p, m}], {s, 0, t}]; -4"
      })
  void evaluates(String text, String expected) {
    assertEquals(expected, value(text).toString());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "0.1 + 0.2 == 0.3; TRUE",
        "1/3 == 0.3333333333333333; FALSE",
        "t >= 2 && t > 2; FALSE",
        "t >= 2 || t > 2; TRUE",
        "t != 2; FALSE",
        "Not[t < 2]; TRUE",
        "Implies[t < 2, 1/0 == 1]; TRUE",
        "Implies[t == 2, t < 2]; FALSE",
        "ForAll[{p, m}, a[p] < 6]; TRUE",
        "ForAll[{p, m}, a[p] > 0]; FALSE",
        "Exists[{p, m}, a[p] > 0]; TRUE",
        "Exists[{p, m}, a[p] > 5]; FALSE",
        "ForAll[{i, d}, 1 < 0]; TRUE",
        "Exists[{i, d}, 0 < 1]; FALSE",
        "ForAll[{l, n}, Exists[{p, m}, a[p]*y[l] < 0]]; TRUE",
        "ForAll[{p, m}, ForAll[{l, n}, a[p]*y[l] < 0]]; FALSE"
      })
  void decides(String text, Truth expected) {
    assertEquals(expected, truth(text));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "1/(t-2)",
        "0^-1",
        "Sqrt[2]",
        "Sqrt[-1]",
        "Exp[1]",
        "Log[0]",
        "Cosh[1]",
        "ArcTanh[1]",
        "Sin[1]",
        "Max[t, {i, d}]",
        "Min[t, {i, d}]",
        "((((10^64)^64)^64)^64)^64",
        "(-8)^(1/3)",
        "8^(1/3)",
        "0^(-1/2)",
        "2^(t^60)",
        "y[k]^(1/2)"
      })
  void hasNoValue(String text) {
    assertThrows(NoValueException.class, () -> value(text));
  }

  @Test
  void missingIndicesAndTimesAreToldAtOnce() {
    CompiledTerm<Rational> output =
        new Compiler<>(new RationalArithmetic())
            .compile(FormulaParser.term("a[j]*t", TestVocabulary.INSTANCE));
    assertThrows(
        IllegalArgumentException.class, () -> output.evaluate(POINT, Map.of("k", 1), TIME));
    CompiledTerm<Rational> time =
        new Compiler<>(new RationalArithmetic())
            .compile(FormulaParser.term("t", TestVocabulary.INSTANCE));
    assertThrows(IllegalArgumentException.class, () -> time.evaluate(POINT, Map.of(), null));
  }

  @Test
  void singleComparisonsHandOutTheirSides() {
    Compiler<Rational> compiler = new Compiler<>(new RationalArithmetic());
    CompiledProposition.Sides<Rational> sides =
        compiler
            .compile(FormulaParser.proposition("N <= 2*N[0]", TestVocabulary.INSTANCE))
            .sides()
            .orElseThrow();
    assertEquals(Proposition.Relation.LESS_OR_EQUAL, sides.relation());
    assertEquals(Rational.of(74), sides.left().evaluate(POINT, Map.of(), TIME));
    assertEquals(Rational.of(2), sides.right().evaluate(POINT, Map.of(), TIME));
    assertTrue(
        compiler
            .compile(FormulaParser.proposition("N < 1 && N > 0", TestVocabulary.INSTANCE))
            .sides()
            .isEmpty());
  }
}
