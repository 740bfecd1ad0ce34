package org.flowproof.enclose.claim;

import org.flowproof.enclose.interval.Interval;

/**
 * A span of time over which a statement is read as a whole: the point 0, or all times after the
 * lower end up to the upper one. Spans that follow each other leave no time out.
 *
 * @param time the times, and for all but the point 0 also the lower end
 */
record Span(Interval time) {
  static final Span START = new Span(Interval.ZERO);

  /** All times after one up to another. */
  static Span of(double after, double until) {
    if (!(after < until)) {
      throw new IllegalArgumentException("no times after " + after + " up to " + until);
    }
    return new Span(Interval.of(after, until));
  }

  boolean isStart() {
    return time.upper() == 0;
  }

  double after() {
    return time.lower();
  }

  double until() {
    return time.upper();
  }
}
