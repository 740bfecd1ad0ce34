package org.flowproof.flow;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.flowproof.problem.Activation;
import org.flowproof.problem.Problem;
import org.flowproof.problem.Vectors;

/**
 * Finds the neurons whose numerical error reaches their own size, as happens on the way to the
 * origin: from then on their direction, and with it where they go next, is not known, however well
 * two runs agree. Their error is then a bound instead of an estimate: {@code |z'| <= |D| |z|} for
 * {@code z = (a, w)}, so that the true neuron is no larger than {@code R}, grown from size plus
 * error at the loss with {@code |D| <= (1/n) sum_k |r_k| ||x_k||}, whatever its gates. All others
 * feel it through the outputs, by less than {@code R^2 max ||x||}; when that is no longer small
 * against the error that the outputs have anyway, the run as a whole has lost its accuracy.
 *
 * <p>To be given all steps of a run in order. Used by one thread.
 */
public final class LostAccuracy {
  /** Preactivations for which the steepest slope of a smooth activation is known. */
  private static final double STEEP_WITHIN = 16;

  private final Problem problem;
  private final Residuals residuals;
  private final double tolerance;
  private final double[] norms;
  private final double largestNorm;
  private final Activation activation;
  private final double steepest;
  private final int m;
  private final int d;
  private final double[] reach;
  private final List<Failure> failures = new ArrayList<>();
  private boolean anyLost;
  private boolean allLost;

  /**
   * A watch over one run.
   *
   * @param tolerance relative error that the outputs have anyway
   */
  public LostAccuracy(Problem problem, double tolerance) {
    this.problem = problem;
    this.tolerance = tolerance;
    residuals = Residuals.of(problem);
    m = problem.network().width();
    d = problem.data().d();
    activation = problem.network().activation();
    steepest = activation instanceof Activation.Smooth smooth ? smooth.function().steepest() : 1;
    reach = new double[m];
    norms = new double[problem.data().n()];
    double largest = 0;
    for (int k = 0; k < norms.length; k++) {
      double[] x = problem.data().x().row(k);
      norms[k] = Math.sqrt(Vectors.dot(x, x));
      largest = Math.max(largest, norms[k]);
    }
    largestNorm = largest;
  }

  /**
   * Takes the next step.
   *
   * @param start of the step
   * @param end of the step
   * @param y the state at its start, output weights and then hidden weights; the {@code m + m * d}
   *     numbers are not kept
   * @param errorsOfA estimates for the step by neuron; raised to the bound for lost neurons
   * @param errorsOfW likewise, for each coordinate
   */
  public void step(double start, double end, double[] y, double[] errorsOfA, double[] errorsOfW) {
    for (int j = 0; j < m; j++) {
      if (reach[j] == 0) {
        double error = Math.hypot(errorsOfA[j], Math.sqrt(d) * errorsOfW[j]);
        double size = size(y, j);
        if (error > 0 && error >= size && error < Double.POSITIVE_INFINITY) {
          anyLost = true;
          reach[j] = size + error;
          failures.add(
              new Failure(
                  Failure.Kind.LOST_ACCURACY,
                  start,
                  j + 1,
                  String.format(
                      Locale.ROOT,
                      "its size is %.1e, its numerical error %.1e: where it goes is not known",
                      size,
                      error)));
        }
      }
    }
    if (anyLost) {
      grow(start, end, y);
      for (int j = 0; j < m; j++) {
        if (reach[j] > 0) {
          double bound = reach[j] + size(y, j);
          errorsOfA[j] = Math.max(errorsOfA[j], bound);
          errorsOfW[j] = Math.max(errorsOfW[j], bound);
        }
      }
    }
  }

  private void grow(double start, double end, double[] y) {
    double pull = 0;
    double labels = 0;
    double squares = 0;
    for (double part : y) {
      squares += part * part;
    }
    for (int k = 0; k < norms.length; k++) {
      pull += Math.abs(residuals.residual(k, output(y, k))) * steepest * norms[k] / norms.length;
      labels = Math.max(labels, Math.abs(problem.data().y().get(k)));
    }
    double factor = Math.exp(pull * (end - start));
    double effect = 0;
    double largest = 0;
    for (int j = 0; j < m; j++) {
      reach[j] *= factor;
      effect += steepest * reach[j] * reach[j];
    }
    // a loop of its own: the compiler of Java 17 can crash on a sum and a maximum in one
    for (double far : reach) {
      if (far > largest) {
        largest = far;
      }
    }
    if (activation instanceof Activation.Smooth && largest * largestNorm > STEEP_WITHIN) {
      effect = Double.POSITIVE_INFINITY;
    }
    if (!allLost && !(effect * largestNorm <= tolerance * (labels + squares * largestNorm))) {
      allLost = true;
      failures.add(
          new Failure(
              Failure.Kind.LOST_ACCURACY,
              start,
              0,
              "a neuron without relative accuracy may have grown enough to move the others"));
    }
  }

  private double output(double[] y, int k) {
    double[] x = problem.data().x().row(k);
    double h = 0;
    for (int j = 0; j < m; j++) {
      double u = 0;
      for (int i = 0; i < d; i++) {
        u += y[m + j * d + i] * x[i];
      }
      h += y[j] * activation.value(u);
    }
    return h;
  }

  private double size(double[] y, int j) {
    return NeuronNorm.of(y[j], y, m + j * d, d);
  }

  /** The losses so far, in order of time. */
  public List<Failure> failures() {
    return List.copyOf(failures);
  }

  /** Writes all that later results depend on. */
  public void save(DataOutput out) throws IOException {
    ExactNumbers.write(out, reach);
    out.writeInt(failures.size());
    for (Failure failure : failures) {
      out.writeDouble(failure.time());
      out.writeInt(failure.neuron());
      out.writeUTF(failure.cause());
    }
  }

  /**
   * Takes what was saved.
   *
   * @throws IOException when there is less, or it is of another width
   */
  public void restore(DataInput in) throws IOException {
    System.arraycopy(ExactNumbers.read(in, m), 0, reach, 0, m);
    failures.clear();
    for (int left = in.readInt(); left > 0; left--) {
      Failure failure =
          new Failure(Failure.Kind.LOST_ACCURACY, in.readDouble(), in.readInt(), in.readUTF());
      failures.add(failure);
    }
    anyLost = !failures.isEmpty();
    allLost = failures.stream().anyMatch(Failure::spoilsTheRest);
  }
}
