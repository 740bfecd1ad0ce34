package org.flowproof.problem;

import java.util.List;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import org.flowproof.formula.Ball;
import org.flowproof.formula.Derivative;
import org.flowproof.formula.FormulaException;
import org.flowproof.formula.FormulaParser;
import org.flowproof.formula.Instance;
import org.flowproof.formula.ScalarFunction;
import org.flowproof.formula.Term;
import org.flowproof.formula.TextPrinter;
import org.flowproof.formula.Vocabulary;

/**
 * An analytic function of one number that is 0 at 0, given by a formula in {@code z}. The
 * derivative is that of the formula, rule by rule. Immutable; equal when the formulas are.
 */
public final class SmoothFunction {
  /** The argument in formulas. */
  public static final String ARGUMENT = "z";

  private static final Term.Function TANH = Term.Function.TANH;

  private final Term formula;
  private final Term derivative;
  private final boolean tanh;
  private final DoubleUnaryOperator value;
  private final DoubleUnaryOperator slope;
  private final double steepest;

  private SmoothFunction(Term formula) {
    this.formula = formula;
    derivative = Derivative.of(formula, ARGUMENT);
    tanh = formula.equals(tanhOf());
    value = ScalarFunction.of(formula, ARGUMENT);
    slope = ScalarFunction.of(derivative, ARGUMENT);
    steepest = SmoothnessTest.steepest(formula, derivative);
  }

  private static Term tanhOf() {
    return new Term.Call(TANH, List.of(new Term.Name(ARGUMENT)));
  }

  /** The names of formulas of such functions: {@code z}. */
  public static Vocabulary vocabulary() {
    return SmoothnessTest.VOCABULARY;
  }

  /** The hyperbolic tangent. */
  public static SmoothFunction tanh() {
    return new SmoothFunction(tanhOf());
  }

  /**
   * Reads a function.
   *
   * @param text a formula in {@code z}, such as {@code z/(1+z^2)}
   * @throws FormulaException when it is not a term of the language in {@code z}
   * @throws IllegalArgumentException when it is not 0 at 0, has kinks, has no value somewhere for
   *     {@code |z| <= 16}, or cannot be evaluated accurately near 0; the message is for readers
   */
  public static SmoothFunction of(String text) {
    Term formula = FormulaParser.term(text, SmoothnessTest.VOCABULARY);
    SmoothnessTest.requireOneName(formula);
    return new SmoothFunction(formula);
  }

  /** The value at a point; not a number or infinite where the formula has none. */
  public double value(double z) {
    return tanh ? Math.tanh(z) : value.applyAsDouble(z);
  }

  /** The derivative at a point. */
  public double slope(double z) {
    return slope.applyAsDouble(z);
  }

  /** The derivative at a point where the value is known already. */
  public double slope(double z, double valueThere) {
    return tanh ? 1 - valueThere * valueThere : slope.applyAsDouble(z);
  }

  /** The second derivative as a function, made anew: that of {@link #derivative}, rule by rule. */
  public DoubleUnaryOperator curvature() {
    return tanh
        ? z -> -2 * Math.tanh(z) * slope(z, Math.tanh(z))
        : ScalarFunction.of(Derivative.of(derivative, ARGUMENT), ARGUMENT);
  }

  /**
   * An enclosure of the value.
   *
   * @throws org.flowproof.formula.NoValueException where none is found
   */
  public Ball value(Ball z) {
    return SmoothnessTest.at(formula, z);
  }

  /**
   * An enclosure of the derivative.
   *
   * @throws org.flowproof.formula.NoValueException where none is found
   */
  public Ball slope(Ball z) {
    return SmoothnessTest.at(derivative, z);
  }

  /** A bound on the derivative's absolute value for {@code |z| <= 16}. */
  public double steepest() {
    return steepest;
  }

  /** The formula in {@code z}. */
  public Term formula() {
    return formula;
  }

  /** The formula of the derivative in {@code z}. */
  public Term derivative() {
    return derivative;
  }

  /** Formula text of the value at an argument. */
  public String valueAt(Term argument) {
    return TextPrinter.print(Instance.of(formula, Map.of(ARGUMENT, argument)));
  }

  /** Formula text of the derivative at an argument. */
  public String slopeAt(Term argument) {
    return TextPrinter.print(Instance.of(derivative, Map.of(ARGUMENT, argument)));
  }

  /** The formula as text. */
  public String text() {
    return TextPrinter.print(formula);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof SmoothFunction function && function.formula.equals(formula);
  }

  @Override
  public int hashCode() {
    return formula.hashCode();
  }

  @Override
  public String toString() {
    return text();
  }
}
