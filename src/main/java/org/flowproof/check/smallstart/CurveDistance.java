package org.flowproof.check.smallstart;

import java.util.List;
import java.util.Locale;
import org.flowproof.check.Verdict;
import org.flowproof.flow.origin.LimitFlow;

/**
 * How far two limit flows keep from each other as curves, whatever their times: the largest, over
 * some points of the one, of the distance from the other.
 */
final class CurveDistance {
  private static final int PIECES = 4000;

  /** Part of the size of the weights by which different curves differ. */
  private static final double APART = 1e-3;

  private static final double CLEAR = 10;

  private CurveDistance() {}

  /**
   * Whether two limit flows differ as curves.
   *
   * @param differ the verdict when they do; otherwise UNKNOWN, since points may lie closer than the
   *     error
   */
  static StartStatement judge(
      StartStatement.Kind kind,
      LimitFlow one,
      LimitFlow other,
      List<Double> times,
      Verdict differ) {
    if (!one.failures().isEmpty() || !other.failures().isEmpty()) {
      return new StartStatement(kind, Verdict.UNKNOWN, "a run broke off");
    }
    double best = 0;
    double size = 0;
    double error = Double.POSITIVE_INFINITY;
    for (double time : times) {
      double[] point = one.at(time);
      double apart = distance(point, other);
      double norm = Approach.between(point, new double[point.length]);
      if (apart / norm > (size == 0 ? 0 : best / size)) {
        best = apart;
        size = norm;
        error = one.error(time) + other.error(other.end());
      }
    }
    boolean clear = best > APART * size && best > CLEAR * error;
    return new StartStatement(
        kind,
        clear ? differ : Verdict.UNKNOWN,
        String.format(
            Locale.ROOT,
            "the curves are %.2e apart where the weights have norm %.2e, numerical error %.1e",
            best,
            size,
            error));
  }

  /** Of a point from the curve, taken as a polygon of many pieces. */
  private static double distance(double[] point, LimitFlow curve) {
    double[] from = curve.at(curve.begin());
    double least = Double.POSITIVE_INFINITY;
    for (int i = 1; i <= PIECES; i++) {
      double part = (double) i / PIECES;
      double time =
          i == PIECES ? curve.end() : curve.begin() + part * (curve.end() - curve.begin());
      double[] to = curve.at(time);
      least = Math.min(least, fromSegment(point, from, to));
      from = to;
    }
    return least;
  }

  private static double fromSegment(double[] point, double[] from, double[] to) {
    double along = 0;
    double length2 = 0;
    for (int i = 0; i < point.length; i++) {
      along += (point[i] - from[i]) * (to[i] - from[i]);
      length2 += (to[i] - from[i]) * (to[i] - from[i]);
    }
    double part = length2 == 0 ? 0 : Math.min(1, Math.max(0, along / length2));
    double sum = 0;
    for (int i = 0; i < point.length; i++) {
      double off = point[i] - from[i] - part * (to[i] - from[i]);
      sum += off * off;
    }
    return Math.sqrt(sum);
  }
}
