package org.flowproof.flow;

import static org.flowproof.flow.Observable.defined;
import static org.flowproof.flow.Observable.primitive;

import java.util.List;
import java.util.Optional;
import org.flowproof.formula.Ball;
import org.flowproof.formula.IndexKind;
import org.flowproof.formula.NoValueException;

/**
 * Observables of classification. Margins and the logarithm of the loss have definitions, but a
 * state that knows them better is asked first: {@code logLoss} has a value also where the loss
 * underflows.
 */
final class MarginObservables {
  static final List<Observable> ALL =
      List.of(
          defined("z", List.of(IndexKind.SAMPLE), true, "z_{#1}", "y[k]*h[k]", "y^2", "margin"),
          defined(
              "logLoss",
              List.of(),
              true,
              "\\log L",
              "Log[loss]",
              "1",
              "natural logarithm of the loss"),
          primitive(
              "rho",
              List.of(IndexKind.NEURON, IndexKind.SAMPLE),
              true,
              "\\rho_{#1#2}",
              "(xy)^(1/2)",
              "coefficient of x[k]/normX[k]^2 in what a neuron has moved by; known to runs in"
                  + " coefficients"),
          primitive(
              "separator",
              List.of(IndexKind.COORDINATE),
              false,
              "\\hat w_{#1}",
              "x^-1",
              "the doubles found for the shortest weight with all y[k] <separator, x[k]> at least"
                  + " 1, one coordinate"));

  private MarginObservables() {}

  /** A value that a state knows; empty when its definition has to do. */
  static Optional<Ball> known(State state, String name, List<Integer> indices) {
    if (!(state instanceof CoefficientState known)) {
      if (name.equals("rho")) {
        throw new NoValueException("only runs in coefficients know rho");
      }
      return Optional.empty();
    }
    return switch (name) {
      case "z" -> {
        int k = indices.get(0) - 1;
        yield Optional.of(new Ball(known.margin(k), known.errorOfMargin(k)));
      }
      case "logLoss" -> Optional.of(new Ball(known.logLoss(), known.errorOfLogLoss()));
      case "rho" -> {
        int j = indices.get(0) - 1;
        int k = indices.get(1) - 1;
        yield Optional.of(new Ball(known.coefficient(j, k), known.errorOfCoefficient(j, k)));
      }
      default -> Optional.empty();
    };
  }
}
