package org.flowproof.enclose.ode;

import java.util.List;
import org.flowproof.enclose.interval.Interval;
import org.flowproof.formula.Truth;

/**
 * A polynomial that is to stay below zero.
 *
 * @param text as written
 * @param polynomial its program; the first rate is the polynomial
 * @param strict whether zero is too much
 */
public record Bound(String text, PolynomialSystem polynomial, boolean strict) {

  /** Whether it holds for all unknowns in a box, or for none. */
  Truth over(TaylorProgram<Interval> program, List<Interval> box) {
    Interval value = program.value(polynomial.rates().get(0), box);
    if (strict ? value.upper() < 0 : value.upper() <= 0) {
      return Truth.TRUE;
    }
    return (strict ? value.lower() >= 0 : value.lower() > 0) ? Truth.FALSE : Truth.UNDECIDED;
  }
}
