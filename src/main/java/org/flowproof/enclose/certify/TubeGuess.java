package org.flowproof.enclose.certify;

/** Errors that are assumed for a step, by neuron, until bounds confirm them. */
final class TubeGuess {
  private TubeGuess() {}

  /** A little more than some errors. */
  static double[] around(double[] errors) {
    double[] tube = new double[errors.length];
    for (int j = 0; j < tube.length; j++) {
      tube[j] = errors[j] * 1.001 + 1e-300;
    }
    return tube;
  }

  /** More than what was assumed, and than what was reached. */
  static double[] wider(double[] tube, double[] reached) {
    double[] wider = around(reached);
    for (int j = 0; j < tube.length; j++) {
      wider[j] = Math.max(tube[j] * 1.0001, wider[j]);
    }
    return wider;
  }

  /** Whether errors stay strictly inside, so that there is no first time at which they leave. */
  static boolean holds(double[] reached, double[] tube) {
    for (int j = 0; j < tube.length; j++) {
      if (!(reached[j] < tube[j]) || !(tube[j] < 1)) {
        return false;
      }
    }
    return true;
  }
}
