package org.flowproof.enclose.ode;

import java.util.List;
import org.flowproof.formula.Rational;

/**
 * An autonomous system of differential equations as a program of sums and products.
 *
 * @param variables names of the unknowns
 * @param nodes intermediate results; each refers to earlier ones by their 0-based place
 * @param rates the place of the derivative of each unknown
 */
public record PolynomialSystem(List<String> variables, List<Node> nodes, List<Integer> rates) {
  public PolynomialSystem {
    variables = List.copyOf(variables);
    nodes = List.copyOf(nodes);
    rates = List.copyOf(rates);
  }

  /** Number of unknowns. */
  public int size() {
    return variables.size();
  }

  /** One operation. */
  public sealed interface Node {}

  /** An exact number. */
  public record Constant(Rational value) implements Node {}

  /** An unknown, counted from 0. */
  public record Variable(int index) implements Node {}

  /** A sum of two earlier results. */
  public record Sum(int left, int right) implements Node {}

  /** A difference of two earlier results. */
  public record Difference(int left, int right) implements Node {}

  /** A product of two earlier results, possibly of one with itself. */
  public record Product(int left, int right) implements Node {}

  /** An exact multiple of an earlier result. */
  public record Scaled(Rational factor, int operand) implements Node {}
}
