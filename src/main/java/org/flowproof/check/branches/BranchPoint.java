package org.flowproof.check.branches;

import org.flowproof.problem.Matrix;
import org.flowproof.problem.SeededStream;
import org.flowproof.problem.SingleNeuron;
import org.flowproof.problem.Vec;
import org.flowproof.problem.Weights;

/**
 * Points of the target set: networks that compute the target with a number of distinct input
 * weights. One of these is the target's, and the output weights of its neurons add up to the
 * target's; those of any other add up to 0. Neurons beyond the distinct ones share an input weight
 * with one neuron each as long as there are such, which gives the largest rank; what is left shares
 * the target's.
 */
final class BranchPoint {
  private BranchPoint() {}

  /** Input weights, other than the target's, that two neurons share. */
  static int doubled(int width, int distinct) {
    return Math.min(width - distinct, distinct - 1);
  }

  /**
   * The number of linearly independent tangent functions that the shape of a point allows: one for
   * each distinct input weight, and d for each whose output weights are not all 0.
   */
  static int mostTangents(int width, int distinct, int inputs) {
    return distinct + inputs * (1 + doubled(width, distinct));
  }

  /** A random point; equal streams give equal points. */
  static Weights draw(SeededStream stream, SingleNeuron target, int width, int distinct) {
    int d = target.weight().length();
    double[][] w = new double[width][];
    double[] a = new double[width];
    int doubled = doubled(width, distinct);
    int own = width - (distinct - 1) - doubled;
    double rest = target.output();
    for (int j = 0; j < own; j++) {
      w[j] = target.weight().toArray();
      a[j] = j == own - 1 ? rest : stream.nextGaussian();
      rest -= a[j];
    }
    for (int g = 0; g < distinct - 1; g++) {
      double[] drawn = new double[d];
      for (int i = 0; i < d; i++) {
        drawn[i] = stream.nextGaussian();
      }
      w[own + g] = drawn;
      if (g < doubled) {
        int partner = own + distinct - 1 + g;
        w[partner] = drawn.clone();
        a[partner] = 1 + stream.nextUniform();
        a[own + g] = -a[partner];
      }
    }
    return new Weights(Matrix.of(w), Vec.of(a));
  }

  /** Any network. */
  static Weights anywhere(SeededStream stream, int width, int inputs) {
    double[][] w = new double[width][inputs];
    double[] a = new double[width];
    for (int j = 0; j < width; j++) {
      for (int i = 0; i < inputs; i++) {
        w[j][i] = stream.nextGaussian();
      }
      a[j] = 1 + stream.nextUniform();
    }
    return new Weights(Matrix.of(w), Vec.of(a));
  }
}
