package org.flowproof.formula;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A short formula cannot ask for more than a machine computes. */
class EffortTest {

  /** A wide network with a value for every name. */
  private record Wide(int width) implements Valuation<Double> {
    @Override
    public int size(IndexKind kind) {
      return width;
    }

    @Override
    public Double constant(String name) {
      return 1.0;
    }

    @Override
    public Double observable(String name, List<Integer> indices, int primes, Double time) {
      return 1.0;
    }

    @Override
    public Double overTime(
        Term.TimeFold fold, Double from, Double to, Function<Double, Double> body) {
      return body.apply(to);
    }
  }

  private static double value(String text, int width) {
    return new Compiler<>(new DoubleArithmetic())
        .compile(FormulaParser.term(text, TestVocabulary.INSTANCE))
        .evaluate(new Wide(width), Map.of(), 0.0);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Sum[Sum[Sum[Sum[1, {p, m}], {q, m}], {l, n}], {o, n}]",
        "Max[Min[Sum[Sum[a[p]*y[q], {p, m}], {q, n}], {l, n}], {o, d}]",
        "1 + Sqrt[Sum[1 + Sum[1 + Sum[1 + Sum[1, {p, m}], {q, m}], {l, n}], {o, n}]]",
        "Sup[Sum[Sum[Sum[Sum[a[p,s], {p, m}], {q, m}], {l, n}], {o, n}], {s, 0, t}]"
      })
  void rangesInsideEachOtherHaveNoValueWhereTheyAreLong(String text) {
    Assertions.assertTimeoutPreemptively(
        Duration.ofSeconds(20),
        () -> {
          NoValueException refusal =
              assertThrows(NoValueException.class, () -> value(text, 10_000));
          assertTrue(refusal.getMessage().startsWith("too much to evaluate"));
        });
    assertTrue(value(text, 3) > 0);
  }

  @Test
  void statementsToo() {
    String text = "ForAll[{p, m}, ForAll[{q, m}, ForAll[{l, n}, ForAll[{o, n}, y[o] <= y[l]]]]]";
    CompiledProposition<Double> all =
        new Compiler<>(new DoubleArithmetic())
            .compile(FormulaParser.proposition(text, TestVocabulary.INSTANCE));
    assertEquals(Truth.TRUE, all.evaluate(new Wide(3), Map.of(), 0.0));
    assertThrows(NoValueException.class, () -> all.evaluate(new Wide(10_000), Map.of(), 0.0));
  }

  @Test
  void usualFormulasHaveValuesInWideNetworks() {
    assertEquals(1e6, value("Sum[Sum[u[p,q], {p, m}], {q, n}]", 1000));
  }

  /** Took 15 s when exact numbers could have 200,000 bits; found by fuzzing. */
  @Test
  void rangesOfHugeFractionsEndInTime() {
    String text =
        "Sum[Sum[Sum[Sum[Sum[(1e-400/y[1] + normW2[1]*x[3,1])^64 / -Abs[u[2,3] + -y[1] -"
            + " a'[j,t]*normW2[j]]^3 + normW2[1]*kappa*-Integral[x[3,1] - normW2[1] - 0.1,"
            + " {s1, t, t}], {x0x, m}], {x1x, m}], {x2x, m}], {x3x, m}], {x4x, m}]";
    assertEquals("term", FormulaTrial.of(text, -109553188).end());
  }
}
