package org.flowproof.enclose.claim;

import org.flowproof.enclose.interval.Interval;

/**
 * A quantity over an interval of times: its values, and its derivatives in time.
 *
 * @param value holds the value at each of the times
 * @param slope holds the derivative at almost each of the times, where the quantity is the integral
 *     of it; {@link Interval#ENTIRE} where it may jump or nothing is known
 */
record Jet(Interval value, Interval slope) {

  /** A quantity that does not depend on time. */
  static Jet constant(Interval value) {
    return new Jet(value, Interval.ZERO);
  }

  /** A quantity that may jump. */
  static Jet jumping(Interval value) {
    return new Jet(value, Interval.ENTIRE);
  }

  /** Whether the quantity surely does not move. */
  boolean rests() {
    return isZero(slope);
  }

  static boolean isZero(Interval x) {
    return x.lower() == 0 && x.upper() == 0;
  }

  static boolean bounded(Interval x) {
    return Double.isFinite(x.lower()) && Double.isFinite(x.upper());
  }
}
