package org.flowproof.check.margins;

import java.util.Locale;

/**
 * A hypothesis of the theorem with a constant C that its paper leaves open, on one problem.
 *
 * @param id short name
 * @param says the hypothesis, a formula in plain text
 * @param constant the largest C for which the problem meets it; infinite when it does for all, NaN
 *     when it cannot be told
 * @param detail the numbers it comes from, a phrase
 */
public record HypothesisConstant(String id, String says, double constant, String detail) {

  /** Whether C can be told and no constant of 1 or more will do. */
  public boolean failsForAll() {
    return constant < 1;
  }

  /** The constant in words. Whether it is large enough is not said, for the paper does not. */
  public String words() {
    if (Double.isNaN(constant)) {
      return "not known";
    }
    if (Double.isInfinite(constant)) {
      return "met for every C";
    }
    String number = String.format(Locale.ROOT, "%.4g", constant);
    return failsForAll() ? "not met for any C >= 1: largest C " + number : "largest C " + number;
  }
}
