package org.flowproof.flow;

/** First falls of a function on a step, from its Bernstein coefficients. */
final class SignChanges {
  private SignChanges() {}

  /** The first change from positive to negative, NaN when there is none. */
  static double firstDrop(double[] c, boolean strict) {
    if (strict && c[0] <= 0) {
      return 0;
    }
    double[] slope = Bernstein.derivative(c);
    for (double root : Bernstein.roots(c)) {
      if (Bernstein.value(slope, root) <= 0) {
        return root;
      }
    }
    return Double.NaN;
  }

  /** The first zero, when the values then fall below minus a level within the step. */
  static double firstFall(double[] c, double level) {
    if (Bernstein.allAbove(c, -level)) {
      return Double.NaN;
    }
    double[] shifted = c.clone();
    for (int b = 0; b < c.length; b++) {
      shifted[b] += level;
    }
    double sure = firstDrop(shifted, true);
    if (Double.isNaN(sure)) {
      return Double.NaN;
    }
    if (c[0] <= 0) {
      return 0;
    }
    double last = sure;
    double[] slope = Bernstein.derivative(c);
    for (double root : Bernstein.roots(c)) {
      if (root <= sure && Bernstein.value(slope, root) <= 0) {
        last = root;
      }
    }
    return last;
  }
}
