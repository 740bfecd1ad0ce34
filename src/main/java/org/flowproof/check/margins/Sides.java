package org.flowproof.check.margins;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import org.flowproof.flow.State;

/**
 * On which side of each sample's hyperplane each neuron is: active, inactive, or held on the kink.
 * Immutable.
 *
 * <p>A neuron is held when both sides push it towards the kink and it is within two steps of it:
 * gradient descent then crosses the kink again and again, in ever smaller steps, and gradient flow
 * slides along it. Only samples of the other class hold a neuron. Its mean velocity is the pull of
 * the other samples, projected onto the hyperplanes it is held on.
 */
final class Sides {
  private final Classifier classifier;
  private final double[] gates;
  private final BitSet held;
  private final Projections projections;

  private Sides(Classifier classifier, double[] gates, BitSet held) {
    this.classifier = classifier;
    this.gates = gates;
    this.held = held;
    projections = new Projections(classifier, held);
  }

  /** Of a state with hidden weights {@code w}, {@code m x d}. */
  static Sides of(Classifier classifier, State state, double[] w) {
    int n = classifier.n();
    double[] gates = new double[classifier.m() * n];
    BitSet held = new BitSet(gates.length);
    double[] pulls = classifier.pulls(classifier.margins(w));
    for (int j = 0; j < classifier.m(); j++) {
      double[] row = new double[n];
      BitSet near = new BitSet(n);
      for (int k = 0; k < n; k++) {
        row[k] = state.gate(j, k);
        // a run that knows that it holds the neuron says so, when steps are below rounding too
        boolean known = row[k] > classifier.slope() && row[k] < 1;
        near.set(k, attracts(classifier, j, k) && (known || reaches(classifier, w, j, k, pulls)));
      }
      BitSet between = KinkGates.settle(classifier, row, near, pulls);
      for (int k = 0; k < n; k++) {
        gates[j * n + k] = row[k];
        held.set(j * n + k, between.get(k));
      }
    }
    return new Sides(classifier, gates, held);
  }

  /**
   * The sides to which neurons move from here when they follow the limit of the direction: those
   * that drift towards a kink cross it, or are held there.
   *
   * @param alpha the multipliers of the limit, one for each sample
   */
  Sides next(double[] alpha) {
    int n = classifier.n();
    double[] pulls = new double[n];
    for (int k = 0; k < n; k++) {
      pulls[k] = classifier.y(k) * alpha[k];
    }
    double[] coefficients = coefficients(alpha);
    double[] moved = gates.clone();
    BitSet between = new BitSet(gates.length);
    for (int j = 0; j < classifier.m(); j++) {
      double[] row = Arrays.copyOfRange(gates, j * n, (j + 1) * n);
      BitSet near = held.get(j * n, (j + 1) * n);
      for (int k = 0; k < n; k++) {
        if (!near.get(k) && LimitSides.turns(classifier, this, coefficients, j, k)) {
          near.set(k, attracts(classifier, j, k));
          row[k] = row[k] == 1 ? classifier.slope() : 1;
        }
      }
      BitSet now = KinkGates.settle(classifier, row, near, pulls);
      System.arraycopy(row, 0, moved, j * n, n);
      for (int k = now.nextSetBit(0); k >= 0; k = now.nextSetBit(k + 1)) {
        between.set(j * n + k);
      }
    }
    return new Sides(classifier, moved, between);
  }

  /** Whether the sample's own pull is towards its kink from both sides. */
  private static boolean attracts(Classifier classifier, int neuron, int sample) {
    return classifier.a(neuron) * classifier.y(sample) < 0;
  }

  /** Whether two steps, with whatever gates, can bring the neuron to the kink. */
  private static boolean reaches(
      Classifier classifier, double[] w, int neuron, int sample, double[] pulls) {
    double reach = 0;
    for (int i = 0; i < pulls.length; i++) {
      reach += Math.abs(pulls[i] * classifier.gram(i, sample));
    }
    return Math.abs(classifier.preactivation(w, neuron, sample))
        <= 2 * reach * Math.abs(classifier.a(neuron));
  }

  /** Whether all neurons are on the same sides. */
  boolean same(Sides other) {
    if (!held.equals(other.held)) {
      return false;
    }
    for (int i = 0; i < gates.length; i++) {
      if (!held.get(i) && gates[i] != other.gates[i]) {
        return false;
      }
    }
    return true;
  }

  boolean held(int neuron, int sample) {
    return held.get(neuron * classifier.n() + sample);
  }

  /** How many pairs of a neuron and a sample are held. */
  int heldPairs() {
    return held.cardinality();
  }

  boolean active(int neuron, int sample) {
    return gates[neuron * classifier.n() + sample] == 1 && !held(neuron, sample);
  }

  /**
   * Inner products of the gradients of the margins along motions that leave the held neurons on
   * their kinks: {@code Q_ik = y_i y_k sum_j a_j^2 s_ji s_jk <P_j x_i, P_j x_k>}, {@code n x n}.
   */
  double[][] tangents() {
    int n = classifier.n();
    double[][] q = new double[n][n];
    for (int j = 0; j < classifier.m(); j++) {
      double[][] gram = projections.gram(j);
      double a2 = classifier.a(j) * classifier.a(j);
      for (int i = 0; i < n; i++) {
        for (int k = 0; k < n; k++) {
          q[i][k] += a2 * gates[j * n + i] * gates[j * n + k] * gram[i][k];
        }
      }
    }
    for (int i = 0; i < n; i++) {
      for (int k = 0; k < n; k++) {
        q[i][k] *= classifier.y(i) * classifier.y(k);
      }
    }
    return q;
  }

  /**
   * The coefficients of the samples in {@code sum_k c_k dz_k/dw_j}, gradients as above, {@code m x
   * n}.
   */
  double[] coefficients(double[] c) {
    int n = classifier.n();
    double[] all = new double[classifier.m() * n];
    for (int j = 0; j < classifier.m(); j++) {
      double[] row = new double[n];
      for (int k = 0; k < n; k++) {
        row[k] = held(j, k) ? 0 : classifier.a(j) * classifier.y(k) * gates[j * n + k] * c[k];
      }
      System.arraycopy(projections.project(j, row), 0, all, j * n, n);
    }
    return all;
  }

  /** {@code sum_k c_k dz_k/dW}, gradients as above, {@code m x d}. */
  double[] combination(double[] c) {
    return classifier.weightsOf(coefficients(c));
  }

  /** The projections of the neurons, shared between those that are held alike. */
  private static final class Projections {
    private final Map<BitSet, Projection> known = new HashMap<>();
    private final Projection[] of;

    Projections(Classifier classifier, BitSet held) {
      int n = classifier.n();
      of = new Projection[classifier.m()];
      Arrays.setAll(
          of,
          j ->
              known.computeIfAbsent(
                  held.get(j * n, (j + 1) * n), set -> new Projection(classifier, set)));
    }

    double[][] gram(int neuron) {
      return of[neuron].gram();
    }

    double[] project(int neuron, double[] row) {
      return of[neuron].project(row);
    }
  }
}
