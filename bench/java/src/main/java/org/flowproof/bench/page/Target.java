package org.flowproof.bench.page;

/**
 * A target and what was measured.
 *
 * @param key by which a reason is given
 * @param text what was asked for
 * @param unit what the number is, such as "ratio"; may be empty
 * @param goal the number asked for
 * @param atLeast whether the number is to be reached, or not to be exceeded
 * @param value measured; NaN when it was not measured, infinite when the run did not end
 * @param note what the number refers to
 */
record Target(
    String key, String text, String unit, double goal, boolean atLeast, double value, String note) {

  boolean measured() {
    return !Double.isNaN(value);
  }

  boolean met() {
    return atLeast ? value >= goal : value <= goal;
  }

  /** Measured, and not met. */
  boolean missed() {
    return measured() && !met();
  }

  /** Met, or missed by how much. */
  String verdict() {
    if (!measured()) {
      return "not measured";
    }
    if (Double.isInfinite(value)) {
      return "missed: the run did not end";
    }
    String number = (unit + " " + Numbers.shown(value)).strip();
    if (met()) {
      return "met: " + number;
    }
    double factor = atLeast ? goal / value : value / goal;
    return "missed by a factor of " + Numbers.shown(factor) + ": " + number;
  }
}
