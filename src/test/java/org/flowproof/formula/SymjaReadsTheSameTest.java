package org.flowproof.formula;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.matheclipse.core.eval.EvalEngine;
import org.matheclipse.core.expression.F;
import org.matheclipse.core.interfaces.IAST;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.IInteger;
import org.matheclipse.core.interfaces.IRational;
import org.matheclipse.parser.client.ParserConfig;

/**
 * Our parser against the one of the computer-algebra system, on the part of the language that both
 * have: the same text is the same tree, up to {@link Canonical}. Nothing is evaluated.
 */
class SymjaReadsTheSameTest {
  private static EvalEngine engine;

  @BeforeAll
  static void startCaseSensitive() throws InterruptedException {
    // both are needed, and this one before the first class of the system is loaded
    ParserConfig.PARSER_USE_LOWERCASE_SYMBOLS = false;
    F.await();
    engine = new EvalEngine(false);
    EvalEngine.set(engine);
  }

  @Test
  void hundredsOfRandomFormulas() {
    for (int seed = 1; seed <= 600; seed++) {
      assertSame(TextPrinter.print(RandomTrees.arithmetic(seed).term(2 + seed % 5)));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "-t^2",
        "t^2^3",
        "t-t-m",
        "t/m/n",
        "-t*m",
        "t*-m",
        "t^-2",
        "2*-t^2",
        "t+m*n^2",
        "-t/m",
        "t/m*n",
        "t^-2^3",
        "(-t)^2",
        "t-(m-1)",
        "-t+m",
        "t/(m/n)",
        "(t/m)^2",
        "2/3*t",
        "-2/3",
        "Sqrt[t]*Exp[-m*t]",
        "ArcTanh[t/m]",
        "Sin[t/m]-Cos[-t]",
        "Max[t, m] - Min[m, t]",
        "t^(1/2)",
        "Abs[-t]"
      })
  void precedence(String text) {
    assertSame(text);
  }

  @Test
  void theComparisonTellsTreesApart() {
    assertNotEquals(theirs("t-(m-n)"), ours("t-m-n"));
    assertNotEquals(theirs("(-t)^2"), ours("-t^2"));
    assertNotEquals(theirs("(t^2)^3"), ours("t^2^3"));
    assertNotEquals(theirs("t/(m*n)"), ours("t/m*n"));
  }

  private static void assertSame(String text) {
    assertEquals(theirs(text), ours(text), text);
  }

  private static String ours(String text) {
    return Canonical.of(FormulaParser.term(text, TestVocabulary.INSTANCE)).toString();
  }

  private static String theirs(String text) {
    return canonical(engine.parse(text)).toString();
  }

  private static Canonical canonical(IExpr expr) {
    if (expr instanceof IInteger integer) {
      return Canonical.number(new Rational(integer.toBigNumerator(), java.math.BigInteger.ONE));
    }
    if (expr instanceof IRational rational) {
      return Canonical.number(new Rational(rational.toBigNumerator(), rational.toBigDenominator()));
    }
    if (expr instanceof IAST ast) {
      List<Canonical> parts = new ArrayList<>();
      for (int i = 1; i < ast.size(); i++) {
        parts.add(canonical(ast.get(i)));
      }
      return Canonical.of(ast.head().toString(), parts);
    }
    return Canonical.name(expr.toString());
  }
}
