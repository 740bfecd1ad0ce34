package org.flowproof.check.recovery;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.flowproof.problem.SingleNeuron;
import org.flowproof.problem.Weights;

/**
 * What initial weights keep for all times: neurons at zero stay there, and neurons that are equal,
 * or opposite where the activation is odd, stay so (claims {@code
 * single-neuron/zero-neuron-stays-zero} and {@code equal-neurons-stay-equal}).
 */
final class Symmetry {
  private final int width;
  private final int inputs;
  private final int[] leader;
  private final int[] sign;

  /**
   * @param odd whether the activation is odd
   */
  Symmetry(Weights start, boolean odd) {
    width = start.a().length();
    inputs = start.w().columns();
    leader = new int[width];
    sign = new int[width];
    for (int j = 0; j < width; j++) {
      leader[j] = j;
      sign[j] = 1;
      double[] own = neuron(start, j, 1);
      if (Arrays.stream(own).allMatch(v -> v == 0)) {
        leader[j] = -1;
        continue;
      }
      for (int i = 0; i < j && leader[j] == j; i++) {
        if (leader[i] != i) {
          continue;
        }
        if (same(own, neuron(start, i, 1))) {
          leader[j] = i;
        } else if (odd && same(own, neuron(start, i, -1))) {
          leader[j] = i;
          sign[j] = -1;
        }
      }
    }
  }

  private static double[] neuron(Weights weights, int j, int sign) {
    double[] row = weights.w().row(j);
    double[] all = Arrays.copyOf(row, row.length + 1);
    all[row.length] = weights.a().get(j);
    for (int i = 0; i < all.length; i++) {
      // without the sign of a zero
      all[i] = sign * all[i] + 0.0;
    }
    return all;
  }

  private static boolean same(double[] one, double[] other) {
    for (int i = 0; i < one.length; i++) {
      if (one[i] != other[i]) {
        return false;
      }
    }
    return true;
  }

  /** Neurons that move on their own; those at zero do not move. */
  private int[] leaders() {
    List<Integer> found = new ArrayList<>();
    for (int j = 0; j < width; j++) {
      if (leader[j] == j) {
        found.add(j);
      }
    }
    return found.stream().mapToInt(i -> i).toArray();
  }

  /** An orthonormal basis of the subspace that the run stays in. */
  double[][] directions() {
    int[] leaders = leaders();
    double[][] basis = new double[leaders.length * (inputs + 1)][width * (inputs + 1)];
    for (int l = 0; l < leaders.length; l++) {
      int count = (int) count(leaders[l]);
      for (int j = 0; j < width; j++) {
        double part = leader[j] == leaders[l] ? sign[j] / Math.sqrt(count) : 0;
        basis[l * (inputs + 1)][j] = part;
        for (int i = 0; i < inputs; i++) {
          basis[l * (inputs + 1) + 1 + i][width + j * inputs + i] = part;
        }
      }
    }
    return basis;
  }

  private long count(int of) {
    return Arrays.stream(leader).filter(l -> l == of).count();
  }

  /** Whether a single neuron is left, that all those which move are copies of. */
  boolean isSingle() {
    return leaders().length == 1 && (width > 1);
  }

  /** The number of distinct input weights of a network of this kind that computes the target. */
  int distinct() {
    return Arrays.stream(leader).anyMatch(l -> l < 0) ? 2 : 1;
  }

  /**
   * The network of this kind that computes the target, for {@link #isSingle}: the copies share its
   * output.
   *
   * @param flipped with both signs changed
   */
  double[] solution(SingleNeuron target, boolean flipped) {
    int of = leaders()[0];
    double[] theta = new double[width * (inputs + 1)];
    for (int j = 0; j < width; j++) {
      if (leader[j] == of) {
        int s = flipped ? -sign[j] : sign[j];
        theta[j] = s * target.output() / count(of);
        for (int i = 0; i < inputs; i++) {
          theta[width + j * inputs + i] = s * target.weight().get(i);
        }
      }
    }
    return theta;
  }
}
