package org.flowproof.flow.limit;

import java.util.Arrays;
import org.flowproof.flow.KinkLines;
import org.flowproof.flow.State;
import org.flowproof.flow.limit.Obstruction.Cause;
import org.flowproof.problem.Activation;
import org.flowproof.problem.Network;
import org.flowproof.problem.Problem;
import org.flowproof.problem.Vectors;

/** On which side of every kink line every neuron is, read from the gates and weights of a state. */
final class FrozenPattern {
  private static final double ROUNDING = 4 * Math.ulp(1.0);

  /** What a neuron does while the pattern lasts. */
  enum Motion {
    /** It moves with the flow, along the lines it is held on. */
    MOVES,
    /** No sample reaches it: it neither moves nor contributes. */
    RESTS,
    /** Its output weight is exactly zero and stays so, and it contributes nothing. */
    ABSENT
  }

  private final KinkLines lines;
  private final double slope;
  private final byte[][] rows;
  private final Motion[] motions;

  private FrozenPattern(KinkLines lines, double slope, byte[][] rows, Motion[] motions) {
    this.lines = lines;
    this.slope = slope;
    this.rows = rows;
    this.motions = motions;
  }

  /**
   * Reads the pattern.
   *
   * @throws ObstructedException when a neuron may be on either side of a kink
   */
  static FrozenPattern of(Problem problem, KinkLines lines, State state, Snapshot weights)
      throws ObstructedException {
    double slope = ((Activation.Leaky) problem.network().activation()).slope();
    int m = weights.neurons();
    byte[][] rows = new byte[m][];
    Motion[] motions = new Motion[m];
    boolean both = problem.network().trained() == Network.Trained.BOTH;
    for (int j = 0; j < m; j++) {
      double[] theta = new double[lines.count()];
      for (int l = 0; l < theta.length; l++) {
        theta[l] = state.gate(j, lines.members(l)[0]);
      }
      if (weights.a(j) == 0 && weights.error(j) == 0 && (!both || weights.norm(j) == 0)) {
        motions[j] = Motion.ABSENT;
        rows[j] = new byte[theta.length];
      } else if (slope == 0 && silent(lines, theta)) {
        motions[j] = Motion.RESTS;
        rows[j] = resting(lines, weights, j);
      } else {
        motions[j] = Motion.MOVES;
        rows[j] = moving(lines, slope, weights, j, theta);
      }
    }
    return new FrozenPattern(lines, slope, rows, motions);
  }

  private static boolean silent(KinkLines lines, double[] theta) {
    for (int l = 0; l < theta.length; l++) {
      if (theta[l] != 0 || !lines.oneSided(l)) {
        return false;
      }
    }
    return true;
  }

  /** -1, or 0 where the neuron may be on the line itself. */
  private static byte[] resting(KinkLines lines, Snapshot weights, int j)
      throws ObstructedException {
    byte[] row = new byte[lines.count()];
    for (int l = 0; l < row.length; l++) {
      double u = Vectors.dot(weights.w(j), lines.direction(l));
      double reach = reach(weights, j);
      if (u > reach) {
        throw onKink(lines, j, l, u, reach);
      }
      row[l] = (byte) (u < -reach ? -1 : 0);
    }
    return row;
  }

  private static byte[] moving(
      KinkLines lines, double slope, Snapshot weights, int j, double[] theta)
      throws ObstructedException {
    byte[] row = new byte[lines.count()];
    for (int l = 0; l < row.length; l++) {
      if (theta[l] > slope && theta[l] < 1) {
        continue;
      }
      row[l] = (byte) (theta[l] == 1 ? 1 : -1);
      double u = Vectors.dot(weights.w(j), lines.direction(l));
      double reach = reach(weights, j);
      if (!(row[l] * u > reach)) {
        throw onKink(lines, j, l, u, reach);
      }
    }
    return row;
  }

  private static ObstructedException onKink(KinkLines lines, int j, int l, double u, double reach) {
    return new ObstructedException(
        Obstruction.at(
            Cause.ON_KINK,
            j,
            lines.members(l)[0],
            "its side of the kink is not known: it is "
                + Show.number(u)
                + " away, with error "
                + Show.number(reach)));
  }

  /** How far from a line a neuron may be on either side of it. */
  private static double reach(Snapshot weights, int j) {
    return weights.errorOfW(j) + ROUNDING * weights.w(j).length * weights.norm(j);
  }

  KinkLines lines() {
    return lines;
  }

  double slope() {
    return slope;
  }

  Motion motion(int neuron) {
    return motions[neuron];
  }

  /** Sides of all lines: 1, -1, or 0 where the neuron is held; not to be changed. */
  byte[] row(int neuron) {
    return rows[neuron];
  }

  /** How many neurons do not move. */
  int unmoved() {
    return (int) Arrays.stream(motions).filter(s -> s != Motion.MOVES).count();
  }

  /** The gate of a sample whose line is not held. */
  double gate(byte[] row, int sample) {
    int line = lines.lineOf(sample);
    if (line < 0) {
      return slope;
    }
    return (lines.coefficient(sample) > 0) == (row[line] > 0) ? 1 : slope;
  }
}
