package org.flowproof.check.margins;

import org.flowproof.flow.Trajectory;
import org.flowproof.problem.Activation;
import org.flowproof.problem.DataSet;
import org.flowproof.problem.Dynamics;
import org.flowproof.problem.InitialLaw;
import org.flowproof.problem.Loss;
import org.flowproof.problem.Matrix;
import org.flowproof.problem.Network;
import org.flowproof.problem.Problem;
import org.flowproof.problem.SeededStream;
import org.flowproof.problem.Vec;

/** Problems with samples that are orthogonal, or as nearly so as asked. */
final class NearlyOrthogonal {
  private NearlyOrthogonal() {}

  /** Samples along the axes with these lengths, labels by turns 1 and -1. */
  static DataSet axes(double... lengths) {
    double[][] x = new double[lengths.length][lengths.length];
    double[] y = new double[lengths.length];
    for (int k = 0; k < lengths.length; k++) {
      x[k][k] = lengths[k];
      y[k] = k % 2 == 0 ? 1 : -1;
    }
    return new DataSet(Matrix.of(x), Vec.of(y), "inline");
  }

  /** Standard normal samples, labels by turns 1 and -1. */
  static DataSet gaussian(int n, int d, long seed) {
    SeededStream stream = new SeededStream(seed, SeededStream.Purpose.WEIGHTS);
    double[][] x = new double[n][d];
    double[] y = new double[n];
    for (int k = 0; k < n; k++) {
      for (int i = 0; i < d; i++) {
        x[k][i] = stream.nextGaussian();
      }
      y[k] = k % 2 == 0 ? 1 : -1;
    }
    return new DataSet(Matrix.of(x), Vec.of(y), "inline");
  }

  /** Gradient descent on the mean loss from small hidden weights. */
  static Problem descent(
      DataSet data, double slope, int width, Loss.Kind kind, double step, long iterations) {
    return new Problem(
        data,
        new Network(width, new Activation.Leaky(slope, slope), Network.Trained.FIRST),
        new Loss(kind, Loss.Factor.MEAN),
        InitialLaw.SIGNS.draw(width, data.d(), 1e-3, 7),
        "test",
        new Dynamics.Descent(
            step, new Dynamics.StopRule(step * iterations, 0, iterations + 1, false)));
  }

  /** The late part of a run of a classifier. */
  static LateReadings late(Trajectory run) {
    Classifier classifier = Classifier.of(run.problem()).orElseThrow();
    return LateReadings.of(classifier, run, WeightErrors.of(classifier, run));
  }
}
