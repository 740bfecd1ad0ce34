package org.flowproof.enclose.claim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.flowproof.enclose.interval.Interval;
import org.flowproof.flow.ObservableCatalogue;
import org.flowproof.formula.CompiledTerm;
import org.flowproof.formula.Compiler;
import org.flowproof.formula.DoubleArithmetic;
import org.flowproof.formula.FormulaParser;
import org.flowproof.formula.Term;
import org.junit.jupiter.api.Test;

/** Derivatives against finite differences, and values against those of doubles. */
class JetArithmeticTest {
  private static final List<String> TERMS =
      List.of(
          "t^3 - 2*t",
          "t^-2",
          "(1 + t^2)^(3/2)",
          "(1 + t)^t",
          "Exp[-t]*Sin[3*t]",
          "Cos[t]/(2 + t)",
          "Log[1 + t]",
          "Log[t]*Sqrt[t]",
          "Tanh[t] + ArcTanh[t/5]",
          "Sinh[t]*Cosh[t]",
          "Abs[t - 7/10]*t",
          "Max[t, 1 - t]",
          "Min[t^2, 1 - t]",
          "-(t + 1)/(t - 3)");

  private static Term term(String text) {
    return FormulaParser.term(text, ObservableCatalogue.standard());
  }

  @Test
  void slopesHoldAllFiniteDifferences() {
    for (String text : TERMS) {
      CompiledTerm<Jet> jets = new Compiler<>(new JetArithmetic()).compile(term(text));
      CompiledTerm<Double> plain = new Compiler<>(new DoubleArithmetic()).compile(term(text));
      for (double from : new double[] {0.25, 0.45, 0.6, 1, 1.5}) {
        double to = from + 0.25;
        Jet jet = jets.evaluate(null, Map.of(), new Jet(Interval.of(from, to), Interval.ONE));
        for (int i = 0; i < 8; i++) {
          double s = from + (to - from) * i / 8;
          double t = from + (to - from) * (i + 1) / 8;
          double low = plain.evaluate(null, Map.of(), s);
          double high = plain.evaluate(null, Map.of(), t);
          double difference = (high - low) / (t - s);
          assertTrue(
              jet.slope().plus(Interval.of(-1e-9, 1e-9)).contains(difference),
              text + " at " + s + ": " + difference + " not in " + jet.slope());
          assertTrue(
              jet.value().plus(Interval.of(-1e-12, 1e-12)).contains(low),
              text + " at " + s + ": " + low + " not in " + jet.value());
        }
      }
    }
  }

  @Test
  void slopesAreSharpOnShortSpans() {
    for (String text : TERMS.subList(0, 10)) {
      CompiledTerm<Jet> jets = new Compiler<>(new JetArithmetic()).compile(term(text));
      Interval span = Interval.of(0.5, 0.5 + 1e-9);
      Interval slope = jets.evaluate(null, Map.of(), new Jet(span, Interval.ONE)).slope();
      assertTrue(slope.width() < 1e-6, text + ": " + slope);
    }
  }

  @Test
  void whatMayJumpStaysUnknown() {
    JetArithmetic arithmetic = new JetArithmetic();
    Jet jumping = Jet.jumping(Interval.of(0, 1));
    Jet two = Jet.constant(Interval.of(2));
    for (Jet jet :
        List.of(
            arithmetic.plus(jumping, two),
            arithmetic.times(jumping, two),
            arithmetic.divide(jumping, two),
            arithmetic.power(jumping, 2),
            arithmetic.apply(Term.Function.EXP, List.of(jumping)),
            arithmetic.apply(Term.Function.ABS, List.of(jumping)),
            arithmetic.apply(
                Term.Function.MAX, List.of(jumping, Jet.constant(Interval.of(0.5)))))) {
      assertFalse(Jet.bounded(jet.slope()), jet.toString());
    }
    Jet nothing = Jet.constant(Interval.ZERO);
    assertEquals(Interval.ZERO, arithmetic.times(jumping, nothing).slope());
  }
}
