package org.flowproof.sweep.threshold;

import java.util.List;
import org.hipparchus.distribution.continuous.NormalDistribution;

/** How a threshold grows with the dimension. */
public sealed interface Growth {
  /** Fewest dimensions for a fit that can be wrong: two points fit every line. */
  int FEWEST = 3;

  /**
   * A threshold at one dimension.
   *
   * @param d dimension, at least 1
   * @param n threshold, positive
   * @param errorOfLog standard error of log n, positive
   */
  record Point(int d, double n, double errorOfLog) {
    /**
     * Checks the ranges.
     *
     * @throws IllegalArgumentException outside them
     */
    public Point {
      if (d < 1 || !(n > 0) || !(errorOfLog > 0)) {
        throw new IllegalArgumentException(d + ", " + n + ", " + errorOfLog);
      }
    }
  }

  /**
   * The line log n = log factor + slope log d of weighted least squares.
   *
   * @param slope the power of d
   * @param factor the threshold at d = 1
   * @param error standard error of the slope, from the errors of the points, multiplied by {@code
   *     max(1, sqrt(misfit / degrees))}
   * @param interval slope -+ normal quantile times error, approximate
   * @param misfit weighted sum of squared residuals (chi squared)
   * @param degrees degrees of freedom, number of points less two
   * @param points what was fitted
   */
  record Line(
      double slope,
      double factor,
      double error,
      Interval interval,
      double misfit,
      int degrees,
      List<Point> points)
      implements Growth {
    /** Copies the list. */
    public Line {
      points = List.copyOf(points);
    }

    /** The fitted threshold at a dimension. */
    public double at(double d) {
      return factor * Math.pow(d, slope);
    }
  }

  /**
   * No line.
   *
   * @param reason why, in words
   */
  record NotFitted(String reason) implements Growth {}

  /**
   * Fits the line.
   *
   * @param points thresholds that lie between sizes, at distinct dimensions
   * @param confidence of the interval, in (0, 1)
   */
  static Growth of(List<Point> points, double confidence) {
    long dimensions = points.stream().mapToInt(Point::d).distinct().count();
    if (dimensions < points.size()) {
      throw new IllegalArgumentException("a dimension stands twice");
    }
    if (points.size() < FEWEST) {
      return new NotFitted(
          "it takes a threshold that lies between the sizes in at least "
              + FEWEST
              + " dimensions; number of dimensions with one: "
              + points.size());
    }
    double weight = 0;
    double meanX = 0;
    double meanY = 0;
    for (Point p : points) {
      double w = 1 / (p.errorOfLog() * p.errorOfLog());
      weight += w;
      meanX += w * Math.log(p.d());
      meanY += w * Math.log(p.n());
    }
    meanX /= weight;
    meanY /= weight;
    double xx = 0;
    double xy = 0;
    for (Point p : points) {
      double w = 1 / (p.errorOfLog() * p.errorOfLog());
      double x = Math.log(p.d()) - meanX;
      xx += w * x * x;
      xy += w * x * (Math.log(p.n()) - meanY);
    }
    double slope = xy / xx;
    double misfit = 0;
    for (Point p : points) {
      double residual = Math.log(p.n()) - meanY - slope * (Math.log(p.d()) - meanX);
      misfit += residual * residual / (p.errorOfLog() * p.errorOfLog());
    }
    int degrees = points.size() - 2;
    double error = Math.sqrt(Math.max(1, misfit / degrees) / xx);
    double reach =
        new NormalDistribution().inverseCumulativeProbability((1 + confidence) / 2) * error;
    return new Line(
        slope,
        Math.exp(meanY - slope * meanX),
        error,
        new Interval(slope - reach, slope + reach),
        misfit,
        degrees,
        points);
  }
}
