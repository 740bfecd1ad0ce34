package org.flowproof.flow;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import org.flowproof.problem.Problem;

/**
 * Running maximum of the difference of two runs, for each neuron, plus what both runs may share:
 * the error of one step, when both took the same one, and rounding.
 */
public final class ErrorEstimate {
  /** Rounding of one step relative to the neuron; steps add like a random walk. */
  private static final double ROUNDING = 4 * Math.ulp(1.0);

  /**
   * Of the difference. Where rounding governs, both errors are of one size and differ by less than
   * either as often as not.
   */
  public static final double SAFETY = 3;

  private final int m;
  private final int d;
  private final double[] ofA;
  private final double[] ofW;
  private final double[] size;
  private double shared;
  private long steps;

  /**
   * An estimate.
   *
   * @param shared error relative to a neuron that both runs may have in common from the start: of
   *     one step, when they choose their steps on their own
   */
  public ErrorEstimate(Problem problem, double shared) {
    this.shared = shared;
    m = problem.network().width();
    d = problem.data().d();
    ofA = new double[m];
    ofW = new double[m];
    size = new double[m];
  }

  /** Compares two states at one time; the second is null when the other run ended before. */
  public void compare(double[] y, double[] other) {
    for (int j = 0; j < m; j++) {
      double difference = 0;
      for (int i = 0; i < d; i++) {
        double w = y[m + j * d + i];
        if (other != null) {
          difference = Math.max(difference, Math.abs(w - other[m + j * d + i]));
        }
      }
      size[j] = Math.max(size[j], NeuronNorm.of(y[j], y, m + j * d, d));
      if (other == null) {
        ofA[j] = Double.POSITIVE_INFINITY;
        ofW[j] = Double.POSITIVE_INFINITY;
      } else {
        ofA[j] = Math.max(ofA[j], Math.abs(y[j] - other[j]));
        ofW[j] = Math.max(ofW[j], difference);
      }
    }
  }

  /** Counts a step of the run that counts. */
  public void step() {
    steps++;
  }

  /** Counts a step whose error, relative to a neuron, both runs may have in common. */
  public void step(double error) {
    steps++;
    shared += error;
  }

  public double[] ofA() {
    return withRounding(ofA);
  }

  public double[] ofW() {
    return withRounding(ofW);
  }

  private double[] withRounding(double[] errors) {
    double[] result = Arrays.copyOf(errors, m);
    for (int j = 0; j < m; j++) {
      result[j] = SAFETY * result[j] + (shared + ROUNDING * Math.sqrt((double) steps)) * size[j];
    }
    return result;
  }

  /** Writes all that later results depend on. */
  public void save(DataOutput out) throws IOException {
    ExactNumbers.write(out, ofA);
    ExactNumbers.write(out, ofW);
    ExactNumbers.write(out, size);
    out.writeDouble(shared);
    out.writeLong(steps);
  }

  /**
   * Takes what was saved.
   *
   * @throws IOException when there is less, or it is of another width
   */
  public void restore(DataInput in) throws IOException {
    System.arraycopy(ExactNumbers.read(in, m), 0, ofA, 0, m);
    System.arraycopy(ExactNumbers.read(in, m), 0, ofW, 0, m);
    System.arraycopy(ExactNumbers.read(in, m), 0, size, 0, m);
    shared = in.readDouble();
    steps = in.readLong();
  }
}
