package org.flowproof.check.recovery;

import java.util.Arrays;
import org.flowproof.flow.Orthonormal;
import org.flowproof.problem.SingleNeuron;

/**
 * An affine piece of the target set: which neurons carry the target, and how the others cancel.
 * Neurons of group 0 have the target's input weight, and their outputs add up to the target's;
 * those of another group share an input weight, and their outputs add up to 0; those of no group
 * have input weight 0, and any output. Where the activation is odd each neuron may have both signs
 * changed.
 */
final class Component {
  /** The group of neurons with input weight 0. */
  static final int NONE = -1;

  private final int[] groups;
  private final int[] signs;

  /**
   * @param groups of the neurons, {@link #NONE} for those without
   * @param signs 1 or -1 for each neuron
   */
  Component(int[] groups, int[] signs) {
    this.groups = groups.clone();
    this.signs = signs.clone();
  }

  /** The number of distinct input weights of almost all its points. */
  int distinct() {
    return (int) Arrays.stream(groups).distinct().count();
  }

  /**
   * The nearest point to given weights.
   *
   * @param theta outputs, then hidden weights neuron by neuron
   */
  double[] nearest(double[] theta, SingleNeuron target) {
    int m = groups.length;
    int d = target.weight().length();
    double[] point = theta.clone();
    for (int group = NONE; group < m; group++) {
      int size = size(group);
      if (size == 0) {
        continue;
      }
      if (group == NONE) {
        fill(point, group, new double[d]);
        continue;
      }
      double off = group == 0 ? target.output() : 0;
      double[] shared = new double[d];
      for (int j = 0; j < m; j++) {
        if (groups[j] == group) {
          off -= signs[j] * theta[j];
          for (int i = 0; i < d; i++) {
            shared[i] += signs[j] * theta[m + j * d + i] / size;
          }
        }
      }
      fill(point, group, group == 0 ? target.weight().toArray() : shared);
      for (int j = 0; j < m; j++) {
        if (groups[j] == group) {
          point[j] += signs[j] * off / size;
        }
      }
    }
    return point;
  }

  /** Orthonormal vectors along it. */
  double[][] tangents(int d) {
    int m = groups.length;
    int p = m * (d + 1);
    double[][] vectors = new double[p][];
    int count = 0;
    for (int group = NONE; group < m; group++) {
      if (size(group) == 0) {
        continue;
      }
      int first = -1;
      for (int j = 0; j < m; j++) {
        if (groups[j] != group) {
          continue;
        }
        if (group == NONE || first >= 0) {
          double[] along = new double[p];
          along[j] = signs[j];
          if (group != NONE) {
            along[first] = -signs[first];
          }
          vectors[count++] = along;
        }
        first = first < 0 ? j : first;
      }
      for (int i = 0; group > 0 && i < d; i++) {
        double[] along = new double[p];
        for (int j = 0; j < m; j++) {
          along[m + j * d + i] = groups[j] == group ? signs[j] : 0;
        }
        vectors[count++] = along;
      }
    }
    return Orthonormal.basis(Arrays.copyOf(vectors, count));
  }

  private int size(int group) {
    return (int) Arrays.stream(groups).filter(g -> g == group).count();
  }

  private void fill(double[] point, int group, double[] weight) {
    int m = groups.length;
    int d = weight.length;
    for (int j = 0; j < m; j++) {
      for (int i = 0; groups[j] == group && i < d; i++) {
        point[m + j * d + i] = signs[j] * weight[i];
      }
    }
  }
}
