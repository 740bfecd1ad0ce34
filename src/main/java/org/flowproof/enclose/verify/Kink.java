package org.flowproof.enclose.verify;

import java.util.zip.DataFormatException;
import org.flowproof.enclose.interval.Interval;

/**
 * A concave kink that flow and path of a neuron are passing, in either order. Let u be the error,
 * {@code u1} at the first crossing. What is behind then has {@code u1 |x|} to go at most, and until
 * it has gone there, u grows faster than elsewhere: by {@code factor / |x|} times its speed at
 * most, so by {@code P <= f u1} in all, with {@code f = factor}.
 *
 * <p>Let {@code b} be at least u as it is without the kink: what it is at first and {@code added}.
 * Then all of {@code D^2 = u^2 + 2b(fb - P) + (fb)^2 - P^2} grows as u would without the kink, as
 * {@code u <= b + P}. So every norm bounds D in place of u. Growth by a factor, which D has as
 * well, need not be counted in b.
 *
 * <p>If u begins below its bound, b may be less by as much: at the beginning, {@code D^2 <= (1 +
 * f)^2 u^2 + drift}, with the drift that goes with the bound.
 */
final class Kink {
  final int sample;
  final Interval factor;
  char from; // the side that the path begins on
  private final Interval growth;
  private Interval first;
  private Interval drift;
  private Interval added; // what is left of it

  Kink(CertificateText text, Given given) throws DataFormatException {
    sample = text.count(0, given.n - 1);
    added = text.number();
    factor = text.number();
    growth = factor.plus(1).square();
    text.next("path"); // what the line of the neuron begins with anyhow
  }

  /** Begins with the path on a side and an error that is at most this, and bounds D. */
  Interval begin(char side, double error) {
    from = side;
    first = Interval.of(error);
    Given.require(factor.lower() >= 0, "a kink with a factor below 0");
    Interval before = first.plus(added);
    drift = before.square().minus(first.square()).times(growth.minus(1)).max(Interval.ZERO);
    return growth.times(first.square()).plus(drift).sqrt();
  }

  /** The error of the neuron changes by an amount that is not the kink's. */
  void move(Interval amount) {
    added = added.minus(amount);
    Given.require(added.lower() >= 0, "more is added to the error at the kink of sample " + sample);
  }

  /** {@code D^2 / w^2 - u^2 / v^2} at the beginning is at most this. */
  Interval dues(Interval w, Interval v) {
    Interval lighter = growth.divide(w.square()).minus(Interval.ONE.divide(v.square()));
    return lighter.max(Interval.ZERO).times(first.square()).plus(drift.divide(w.square()));
  }
}
