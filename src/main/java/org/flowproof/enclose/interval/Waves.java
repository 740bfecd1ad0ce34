package org.flowproof.enclose.interval;

/** Sine and cosine of intervals. */
final class Waves {
  /** Encloses pi / 2: the nearest double lies 6.1e-17 below it. */
  private static final Interval QUARTER = new Interval(Math.PI / 2, Math.nextUp(Math.PI / 2));

  private static final Interval ALL = new Interval(-1, 1);

  /** Beyond this the place within a turn is not looked for. */
  private static final double FAR = 0x1p30;

  private static final int ULPS = 2;

  private Waves() {}

  static Interval sin(Interval x) {
    // maxima at quarter turn 1 of 4, minima at 3
    return wave(x, StrictMath.sin(x.lower()), StrictMath.sin(x.upper()), 1);
  }

  static Interval cos(Interval x) {
    return wave(x, StrictMath.cos(x.lower()), StrictMath.cos(x.upper()), 0);
  }

  /** Between its extrema the function is monotone; each that may lie inside is included. */
  private static Interval wave(Interval x, double first, double last, int maximum) {
    if (x.isPoint()) {
      return clip(first, first);
    }
    if (x.magnitude() > FAR || x.width() > 7) {
      return ALL;
    }
    Interval turns = x.divide(QUARTER);
    double from = Math.ceil(turns.lower());
    double to = Math.floor(turns.upper());
    boolean top = false;
    boolean bottom = false;
    for (double quarter = from; quarter <= to; quarter++) {
      long place = Math.floorMod((long) quarter - maximum, 4L);
      top |= place == 0;
      bottom |= place == 2;
    }
    Interval ends = clip(Math.min(first, last), Math.max(first, last));
    return new Interval(bottom ? -1 : ends.lower(), top ? 1 : ends.upper());
  }

  private static Interval clip(double least, double most) {
    return new Interval(
        Math.max(-1, least == 0 ? 0 : Elementary.down(least, ULPS)),
        Math.min(1, most == 0 ? 0 : Elementary.up(most, ULPS)));
  }
}
