package org.flowproof.formula;

import java.util.function.DoubleUnaryOperator;

/**
 * A term in one name as a function of doubles, translated once, for inner loops: no checks, no
 * boxes. Where the term has no value the result is infinite or not a number. Functions are those of
 * {@link StrictMath}, so that results are the same on every machine.
 */
public final class ScalarFunction {
  private static final int LARGEST_PRODUCT = 3;

  private final String name;

  private ScalarFunction(String name) {
    this.name = name;
  }

  /**
   * The function.
   *
   * @param term of literals, the name, arithmetic and elementary functions
   * @param name the argument
   * @throws IllegalArgumentException when the term holds another name or anything else
   */
  public static DoubleUnaryOperator of(Term term, String name) {
    return new ScalarFunction(name).translate(term);
  }

  private DoubleUnaryOperator translate(Term term) {
    if (term instanceof Term.Literal literal) {
      double value = literal.value().toDouble();
      return z -> value;
    }
    if (term instanceof Term.Name variable && variable.name().equals(name)) {
      return z -> z;
    }
    if (term instanceof Term.Negation negation) {
      DoubleUnaryOperator operand = translate(negation.operand());
      return z -> -operand.applyAsDouble(z);
    }
    if (term instanceof Term.Operation operation) {
      return operation(operation);
    }
    if (term instanceof Term.Call call) {
      return call(call);
    }
    throw new IllegalArgumentException(
        TextPrinter.print(term) + " is not a function of " + name + " alone");
  }

  private DoubleUnaryOperator operation(Term.Operation operation) {
    DoubleUnaryOperator left = translate(operation.left());
    if (operation.operator() == Term.Operator.POWER
        && operation.right() instanceof Term.Literal literal
        && literal.value().isInteger()) {
      return power(left, (int) literal.value().toDouble());
    }
    DoubleUnaryOperator right = translate(operation.right());
    return switch (operation.operator()) {
      case PLUS -> z -> left.applyAsDouble(z) + right.applyAsDouble(z);
      case MINUS -> z -> left.applyAsDouble(z) - right.applyAsDouble(z);
      case TIMES -> z -> left.applyAsDouble(z) * right.applyAsDouble(z);
      case DIVIDE -> z -> left.applyAsDouble(z) / right.applyAsDouble(z);
      case POWER -> z -> StrictMath.pow(left.applyAsDouble(z), right.applyAsDouble(z));
    };
  }

  private static DoubleUnaryOperator power(DoubleUnaryOperator base, int exponent) {
    if (exponent < 1 || exponent > LARGEST_PRODUCT) {
      return z -> StrictMath.pow(base.applyAsDouble(z), exponent);
    }
    return z -> {
      double value = base.applyAsDouble(z);
      double result = value;
      for (int i = 1; i < exponent; i++) {
        result *= value;
      }
      return result;
    };
  }

  private DoubleUnaryOperator call(Term.Call call) {
    if (Terms.logOnePlus(call).isPresent()) {
      DoubleUnaryOperator rest = translate(Terms.logOnePlus(call).get());
      return z -> StrictMath.log1p(rest.applyAsDouble(z));
    }
    DoubleUnaryOperator x = translate(call.arguments().get(0));
    return switch (call.function()) {
      case ABS -> z -> Math.abs(x.applyAsDouble(z));
      case SQRT -> z -> Math.sqrt(x.applyAsDouble(z));
      case EXP -> z -> StrictMath.exp(x.applyAsDouble(z));
      case LOG -> z -> StrictMath.log(x.applyAsDouble(z));
      case SINH -> z -> StrictMath.sinh(x.applyAsDouble(z));
      case COSH -> z -> StrictMath.cosh(x.applyAsDouble(z));
      case TANH -> z -> StrictMath.tanh(x.applyAsDouble(z));
      case ARTANH -> z -> DoubleArithmetic.artanh(x.applyAsDouble(z));
      case SIN -> z -> StrictMath.sin(x.applyAsDouble(z));
      case COS -> z -> StrictMath.cos(x.applyAsDouble(z));
      case MAX -> {
        DoubleUnaryOperator other = translate(call.arguments().get(1));
        yield z -> Math.max(x.applyAsDouble(z), other.applyAsDouble(z));
      }
      case MIN -> {
        DoubleUnaryOperator other = translate(call.arguments().get(1));
        yield z -> Math.min(x.applyAsDouble(z), other.applyAsDouble(z));
      }
    };
  }
}
