package org.flowproof.check;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalInt;
import org.flowproof.formula.Rational;

/**
 * A number that is a rational constant plus rational multiples of pulls. Of a pull it is known that
 * it is positive; nothing else, so that the sign of a form with parts of both signs is open.
 *
 * @param constant the constant
 * @param pulls factors other than 0
 */
record PullForm(Rational constant, Map<Pull, Rational> pulls) {
  static final PullForm ZERO = constant(Rational.ZERO);

  PullForm {
    pulls = Collections.unmodifiableMap(pulls);
  }

  /**
   * The pull of a sample, {@code -l'(z_k)}, added up over some iterates.
   *
   * @param sample 1-based
   * @param from the first iterate
   * @param to after the last one
   */
  record Pull(int sample, long from, long to) {}

  static PullForm constant(Rational value) {
    return new PullForm(value, Map.of());
  }

  static PullForm of(Pull pull) {
    return new PullForm(Rational.ZERO, Map.of(pull, Rational.ONE));
  }

  boolean isConstant() {
    return pulls.isEmpty();
  }

  PullForm plus(PullForm other) {
    if (other.pulls.isEmpty()) {
      return new PullForm(constant.plus(other.constant), pulls);
    }
    Map<Pull, Rational> sum = new LinkedHashMap<>(pulls);
    other.pulls.forEach((pull, factor) -> sum.merge(pull, factor, Rational::plus));
    sum.values().removeIf(factor -> factor.signum() == 0);
    return new PullForm(constant.plus(other.constant), sum);
  }

  PullForm times(Rational factor) {
    if (factor.signum() == 0) {
      return ZERO;
    }
    Map<Pull, Rational> scaled = new LinkedHashMap<>();
    pulls.forEach((pull, own) -> scaled.put(pull, own.times(factor)));
    return new PullForm(constant.times(factor), scaled);
  }

  /** Its sign, where that does not depend on the sizes of the pulls. */
  OptionalInt sign() {
    int sign = constant.signum();
    for (Rational factor : pulls.values()) {
      if (sign * factor.signum() < 0) {
        return OptionalInt.empty();
      }
      sign = factor.signum();
    }
    return OptionalInt.of(sign);
  }
}
