package org.flowproof.enclose.verify;

import org.flowproof.enclose.interval.Interval;
import org.flowproof.enclose.interval.Rounding;

/**
 * A concave kink that flow and path are passing, in either order. Let u be the error of the neuron,
 * {@code u1} at the first crossing. The second is at most {@code u1 |x| / speed} later; between
 * them, u grows by at most {@code push} more than elsewhere, so by {@code P <= f u1}, where {@code
 * f = factor >= push |x| / speed}.
 *
 * <p>Let {@code b = before} be at least u as it is without the kink. Then all of {@code D^2 = u^2 +
 * 2b(fb - P) + (fb)^2 - P^2} grows as u would without the kink, as {@code u <= b + P}. So every
 * norm bounds D in place of u. Growth by a factor, which D has as well, need not be counted in b.
 */
final class Kink {
  final int neuron;
  final int sample;
  final double speed;
  final double factor;
  char from; // the side that the path begins on
  private final double before;
  private double first;
  private double clean;

  Kink(CertificateText text, Given given) throws MalformedCertificateException {
    neuron = text.count(0, given.m - 1);
    sample = text.count(0, given.n - 1);
    before = text.number();
    speed = text.number();
    factor = text.number();
  }

  /** Begins with the path on a side and an error that is at most this, and bounds D. */
  double begin(char side, double error) {
    Given.require(speed > 0 && factor >= 0, Given.at(neuron, sample) + "the kink has no speed");
    from = side;
    first = error;
    move(error);
    Interval growth = Interval.of(factor).plus(1).square();
    Interval later = Interval.of(before).square().times(growth.minus(1));
    return Interval.of(first).square().plus(later).sqrt().upper();
  }

  /** The error of the neuron changes by an amount that is not the kink's. */
  void move(double amount) {
    clean = Rounding.addUp(clean, amount);
    Given.require(clean <= before, Given.at(neuron, sample) + "a larger error before the kink");
  }

  /** {@code D^2 / w^2 - u^2 / v^2} at the beginning is at most this. */
  Interval dues(double w, double v) {
    Interval growth = Interval.of(factor).plus(1).square();
    Interval squares = Interval.of(w).square();
    Interval lighter = growth.divide(squares).minus(Interval.ONE.divide(Interval.of(v).square()));
    Interval start = Interval.of(first).square();
    Interval drift = Interval.of(before).square().minus(start).times(growth.minus(1));
    return lighter.max(Interval.ZERO).times(start).plus(drift.divide(squares));
  }
}
