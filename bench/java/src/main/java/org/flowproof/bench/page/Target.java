package org.flowproof.bench.page;

/**
 * A target and what was measured.
 *
 * @param text what was asked for
 * @param goal the number asked for
 * @param atLeast whether the number is to be reached, or not to be exceeded
 * @param value measured; NaN when it was not measured, infinite when the run did not end
 * @param note what the number refers to
 */
record Target(String text, double goal, boolean atLeast, double value, String note) {

  boolean measured() {
    return !Double.isNaN(value);
  }

  boolean met() {
    return atLeast ? value >= goal : value <= goal;
  }

  /** Met, or missed by how much. */
  String verdict() {
    if (!measured()) {
      return "not measured";
    }
    if (met()) {
      return "met";
    }
    if (Double.isInfinite(value)) {
      return "missed: the run did not end";
    }
    double factor = atLeast ? goal / value : value / goal;
    return "missed by a factor of " + Numbers.shown(factor);
  }
}
