package org.flowproof.flow.stiff;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * The length of the next step from the errors of the last ones: the smaller of what the last error
 * asks for and what both together predict (Gustafsson; Hairer and Wanner II, section IV.8).
 */
final class StepControl {
  private static final double SAFETY = 0.9;
  private static final double SHORTEST = 0.1;
  private static final double LONGEST = 6;

  /** Errors below this part of the tolerance are taken for it. */
  private static final double SMALL = 1e-2;

  private final double exponent;
  private double lastLength = Double.NaN;
  private double lastError;

  /**
   * A control.
   *
   * @param order the power of the step in its error
   */
  StepControl(int order) {
    exponent = 1.0 / order;
  }

  /** After a step whose error was above the tolerance, both in units of it. */
  double afterRejection(double h, double error) {
    return h * Math.max(SHORTEST, SAFETY * Math.pow(error, -exponent));
  }

  /**
   * After an accepted step.
   *
   * @param error in units of the tolerance, at most 1
   * @param effort iterations over the most allowed; many make the next step shorter
   */
  double afterStep(double h, double error, double effort) {
    double here = Math.max(SMALL, error);
    double factor = SAFETY * 3 / (1 + 2 * (1 + effort)) * Math.pow(error, -exponent);
    if (!Double.isNaN(lastLength)) {
      double predicted = SAFETY * h / lastLength * Math.pow(lastError / here / here, exponent);
      factor = Math.min(factor, predicted);
    }
    lastLength = h;
    lastError = here;
    return h * Math.max(SHORTEST, Math.min(LONGEST, factor));
  }

  void save(DataOutput out) throws IOException {
    out.writeDouble(lastLength);
    out.writeDouble(lastError);
  }

  void restore(DataInput in) throws IOException {
    lastLength = in.readDouble();
    lastError = in.readDouble();
  }
}
