package org.flowproof.check.stationary;

import org.flowproof.flow.KinkLines;
import org.flowproof.flow.State;
import org.flowproof.flow.limit.LimitEstimate;
import org.flowproof.problem.Network;
import org.flowproof.problem.Problem;
import org.flowproof.problem.Vectors;

/** One neuron at a limit: its weights, its error, and where it lies between the kinks. */
final class NeuronPlace {
  private static final double ROUNDING = 4 * Math.ulp(1.0);

  private final int neuron;
  private final double a;
  private final double[] w;
  private final double error;
  private final double[] gates;
  private final double[] heights;
  private final boolean both;
  private final LimitResiduals residuals;

  NeuronPlace(Problem problem, LimitEstimate.Found limit, LimitResiduals residuals, int neuron) {
    this.neuron = neuron;
    this.residuals = residuals;
    State state = limit.state();
    KinkLines lines = residuals.lines();
    both = problem.network().trained() == Network.Trained.BOTH;
    a = state.a(neuron);
    w = new double[problem.data().d()];
    for (int i = 0; i < w.length; i++) {
      w[i] = state.w(neuron, i);
    }
    error = Math.hypot(state.errorOfA(neuron), Math.sqrt(w.length) * state.errorOfW(neuron));
    gates = new double[lines.count()];
    heights = new double[lines.count()];
    for (int l = 0; l < gates.length; l++) {
      gates[l] = state.gate(neuron, lines.members(l)[0]);
      heights[l] = Vectors.dot(w, lines.direction(l));
    }
  }

  int neuron() {
    return neuron;
  }

  double a() {
    return a;
  }

  /** Not to be changed. */
  double[] w() {
    return w;
  }

  double error() {
    return error;
  }

  double size() {
    return Math.sqrt(Vectors.dot(w, w) + (both ? a * a : 0));
  }

  /** Whether output weights move, too. */
  boolean both() {
    return both;
  }

  int lines() {
    return gates.length;
  }

  /** Distance from a line, positive on the side of its direction. */
  double height(int line) {
    return heights[line];
  }

  /** How far from its computed height it may be. */
  double reach() {
    return error + ROUNDING * w.length * Math.sqrt(Vectors.dot(w, w));
  }

  /** Whether it contributes nothing for ever: all weights 0, or a fixed output weight of 0. */
  boolean absent() {
    return a == 0 && (!both || error == 0 && Vectors.dot(w, w) == 0);
  }

  /** Whether all its gates are closed. */
  boolean idle() {
    if (residuals.slope() != 0) {
      return false;
    }
    for (int l = 0; l < gates.length; l++) {
      if (gates[l] != 0 || !residuals.lines().oneSided(l)) {
        return false;
      }
    }
    return true;
  }

  /**
   * Whether it may slide along a line. Gates may tend to a bound; where all that pulls a neuron off
   * a line vanishes at the limit, they say nothing.
   */
  boolean held(int line) {
    boolean beside = gates[line] == residuals.slope() || gates[line] == 1;
    return !beside || !(Math.abs(heights[line]) > reach());
  }

  /** The side of a line that its gate tells: 1 or -1; not for lines it is held on. */
  int side(int line) {
    return gates[line] == 1 ? 1 : -1;
  }

  /** How far its output weight surely is from 0; infinite when it is fixed. */
  double signRoom() {
    return both ? Math.abs(a) - error : a == 0 ? 0 : Double.POSITIVE_INFINITY;
  }
}
