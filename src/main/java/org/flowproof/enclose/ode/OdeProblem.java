package org.flowproof.enclose.ode;

import java.util.List;
import org.flowproof.formula.Rational;

/**
 * A system with initial values and an end.
 *
 * @param system the equations
 * @param start initial values, exact
 * @param end the time to reach from time 0, above 0
 * @param bounds what is to hold at all times
 */
public record OdeProblem(
    PolynomialSystem system, List<Rational> start, Rational end, List<Bound> bounds) {
  public OdeProblem {
    start = List.copyOf(start);
    bounds = List.copyOf(bounds);
  }
}
