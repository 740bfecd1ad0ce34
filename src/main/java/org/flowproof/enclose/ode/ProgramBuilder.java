package org.flowproof.enclose.ode;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.flowproof.enclose.ode.PolynomialSystem.Node;
import org.flowproof.formula.Rational;
import org.flowproof.formula.Term;
import org.flowproof.formula.TextPrinter;
import org.flowproof.problem.Located;

/** Turns formulas into a program; equal parts of them are computed once. */
final class ProgramBuilder {
  private static final String EXPECTED =
      "a polynomial: numbers, names, + - * ^ with whole exponents from 0, / by numbers";

  /** Of the numerator or denominator of a constant. */
  private static final int MOST_BITS = 4096;

  private final List<String> variables;
  private final Map<String, Rational> parameters;
  private final Map<Node, Integer> places = new LinkedHashMap<>();
  private final List<Node> nodes = new ArrayList<>();
  private Located source;

  ProgramBuilder(List<String> variables, Map<String, Rational> parameters) {
    this.variables = List.copyOf(variables);
    this.parameters = Map.copyOf(parameters);
  }

  List<Node> nodes() {
    return List.copyOf(nodes);
  }

  /**
   * Adds a formula.
   *
   * @param where it was written
   * @return the place of its result
   * @throws org.flowproof.problem.InputException when it is no polynomial
   */
  int add(Term term, Located where) {
    source = where;
    return add(term);
  }

  private int add(Term term) {
    if (term instanceof Term.Literal literal) {
      return constant(literal.value());
    }
    if (term instanceof Term.Name name) {
      Rational value = parameters.get(name.name());
      int index = variables.indexOf(name.name());
      if (value == null && index < 0) {
        throw source.refuse(
            "'" + name.name() + "' is neither unknown nor parameter",
            "one of " + variables + "; time is an unknown that grows at rate 1");
      }
      return value == null ? place(new PolynomialSystem.Variable(index)) : constant(value);
    }
    if (term instanceof Term.Negation negation) {
      return scaled(Rational.of(-1), add(negation.operand()));
    }
    if (term instanceof Term.Operation operation) {
      return operation(operation);
    }
    throw source.refuse("'" + TextPrinter.print(term) + "' is no polynomial", EXPECTED);
  }

  private int operation(Term.Operation operation) {
    int left = add(operation.left());
    int right = add(operation.right());
    return switch (operation.operator()) {
      case PLUS -> sum(left, right);
      case MINUS -> difference(left, right);
      case TIMES -> product(left, right);
      case DIVIDE -> {
        if (!(nodes.get(right) instanceof PolynomialSystem.Constant divisor)
            || divisor.value().signum() == 0) {
          throw source.refuse("'" + TextPrinter.print(operation) + "' is no polynomial", EXPECTED);
        }
        yield scaled(Rational.ONE.dividedBy(divisor.value()), left);
      }
      case POWER -> {
        if (!(nodes.get(right) instanceof PolynomialSystem.Constant exponent)
            || !exponent.value().isInteger()
            || exponent.value().signum() < 0) {
          throw source.refuse("'" + TextPrinter.print(operation) + "' is no polynomial", EXPECTED);
        }
        // the parser bounds constant exponents
        yield power(left, exponent.value().numerator().intValueExact());
      }
    };
  }

  private int power(int base, int exponent) {
    if (exponent == 0) {
      return constant(Rational.ONE);
    }
    if (exponent == 1) {
      return base;
    }
    int half = power(base, exponent / 2);
    int even = product(half, half);
    return exponent % 2 == 0 ? even : product(even, base);
  }

  private int sum(int left, int right) {
    if (nodes.get(left) instanceof PolynomialSystem.Constant a
        && nodes.get(right) instanceof PolynomialSystem.Constant b) {
      return constant(a.value().plus(b.value()));
    }
    return place(new PolynomialSystem.Sum(left, right));
  }

  private int difference(int left, int right) {
    if (nodes.get(left) instanceof PolynomialSystem.Constant a
        && nodes.get(right) instanceof PolynomialSystem.Constant b) {
      return constant(a.value().minus(b.value()));
    }
    return place(new PolynomialSystem.Difference(left, right));
  }

  private int product(int left, int right) {
    if (nodes.get(left) instanceof PolynomialSystem.Constant a) {
      return scaled(a.value(), right);
    }
    if (nodes.get(right) instanceof PolynomialSystem.Constant b) {
      return scaled(b.value(), left);
    }
    return place(new PolynomialSystem.Product(left, right));
  }

  private int scaled(Rational factor, int operand) {
    if (factor.equals(Rational.ONE)) {
      return operand;
    }
    if (nodes.get(operand) instanceof PolynomialSystem.Constant constant) {
      return constant(factor.times(constant.value()));
    }
    if (nodes.get(operand) instanceof PolynomialSystem.Scaled inner) {
      return scaled(factor.times(inner.factor()), inner.operand());
    }
    return place(new PolynomialSystem.Scaled(factor, operand));
  }

  private int constant(Rational value) {
    if (value.numerator().bitLength() > MOST_BITS || value.denominator().bitLength() > MOST_BITS) {
      throw source.refuse("a constant of more than " + MOST_BITS + " bits", "a smaller one");
    }
    return place(new PolynomialSystem.Constant(value));
  }

  private int place(Node node) {
    Integer known = places.get(node);
    if (known != null) {
      return known;
    }
    nodes.add(node);
    places.put(node, nodes.size() - 1);
    return nodes.size() - 1;
  }
}
