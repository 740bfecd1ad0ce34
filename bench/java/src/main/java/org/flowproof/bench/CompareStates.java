package org.flowproof.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.flowproof.problem.Matrix;
import org.flowproof.problem.Problem;

/**
 * Holds the state that a solver left against that of a tight run at the same time: {@code FOLDER
 * TIGHT_FILE STATE_FILE}. Prints one line "compared loss lossError stateError": the loss of the
 * state, its difference from that of the tight state relative to the latter, and the largest
 * difference of a weight relative to the largest weight.
 */
public final class CompareStates {
  private CompareStates() {}

  /** See the class. */
  public static void main(String[] words) throws IOException {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    // neither the tolerance nor the end time matters for a loss
    Problem problem = new DataFolder(Path.of(words[0])).problem(1e-6, 1);
    double[] right = DataFolder.readState(Path.of(words[1]));
    double[] state = DataFolder.readState(Path.of(words[2]));
    double loss = loss(problem, state);
    double rightLoss = loss(problem, right);
    out.println(
        "compared "
            + loss
            + " "
            + Math.abs(loss - rightLoss) / rightLoss
            + " "
            + distance(state, right));
  }

  /** The largest difference relative to the largest entry of the second. */
  static double distance(double[] state, double[] right) {
    double difference = 0;
    double size = 0;
    for (int i = 0; i < right.length; i++) {
      // the maximum of a number and NaN is NaN: nothing passes for a small difference
      difference = Math.max(difference, Math.abs(state[i] - right[i]));
      size = Math.max(size, Math.abs(right[i]));
    }
    return difference / size;
  }

  /** The loss {@code 1/(2n) sum (y - h)^2} of output weights followed by hidden weights. */
  static double loss(Problem problem, double[] state) {
    Matrix x = problem.data().x();
    int m = problem.network().width();
    int d = x.columns();
    double sum = 0;
    for (int k = 0; k < x.rows(); k++) {
      double[] sample = x.row(k);
      double h = 0;
      for (int j = 0; j < m; j++) {
        double u = 0;
        for (int i = 0; i < d; i++) {
          u += state[m + j * d + i] * sample[i];
        }
        h += state[j] * Math.max(u, 0);
      }
      double r = problem.data().y().get(k) - h;
      sum += r * r;
    }
    return problem.loss().factor().value(x.rows()) * sum;
  }
}
