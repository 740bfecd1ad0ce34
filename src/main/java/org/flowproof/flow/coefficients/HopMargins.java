package org.flowproof.flow.coefficients;

import java.util.Arrays;

/**
 * Margins in gradient descent whose gates change all the time, with the errors of the pulls added
 * up to them: brought up to date by what changes alone. Changes as a walk goes on.
 */
final class HopMargins {
  /** Iterations over which errors are moved in one go, and the change of a margin meanwhile. */
  private static final int LUMP = 16;

  private static final double LUMP_REACH = 0.02;

  private final CoefficientModel model;
  private final int n;
  private final double[] kernel;

  /** Pulls added up since the stretch began, in two parts. */
  final double[] alpha;

  final double[] low;

  /** Their errors, by pattern. */
  final double[][] off;

  /** Margins in two parts, their errors by pattern, and their rounding. */
  private final double[] z;

  private final double[] zLow;
  private final double[][] zOff;
  private final double[] noise;

  private final double[] lump;
  private int lumped;
  private double[] g;
  private double reach;

  /** Those of a position. */
  HopMargins(CoefficientModel model, Position from) {
    this.model = model;
    n = model.n;
    Frozen frozen = from.frozen();
    kernel = frozen.kernel.clone();
    alpha = from.alpha().clone();
    low = from.low().clone();
    off = new double[from.errors().length][];
    zOff = new double[off.length][];
    for (int p = 0; p < off.length; p++) {
      off[p] = from.errors()[p].clone();
      zOff[p] = frozen.times(off[p]);
      for (int i = 0; i < n; i++) {
        zOff[p][i] += frozen.shifts[p][i];
      }
    }
    z = from.margins();
    zLow = new double[n];
    noise = frozen.noise(alpha);
    lump = new double[n];
    g = model.pulls(z);
  }

  /** The pulls of the next iteration. */
  double[] pulls() {
    return g;
  }

  /** The largest change of a margin in the last iteration, cancelling nothing. */
  double reach() {
    return reach;
  }

  /** Adds one iteration's pulls, with the gates as they are. */
  void advance() {
    Position.add(alpha, low, g);
    reach = 0;
    double[] moved = new double[n];
    for (int i = 0; i < n; i++) {
      lump[i] += g[i];
      double size = 0;
      for (int k = 0; k < n; k++) {
        double part = kernel[i * n + k] * g[k];
        moved[i] += part;
        size += Math.abs(part);
      }
      reach = Math.max(reach, size);
    }
    Position.add(z, zLow, moved);
    lumped++;
  }

  /** Goes on to the pulls of the margins reached, after all changes of gates. */
  void settle() {
    if (lumped >= LUMP || lumped * reach >= LUMP_REACH) {
      moveErrors();
    }
    g = model.pulls(z);
  }

  /**
   * Changes one gate.
   *
   * @param gates of all pairs, this one still as it was
   * @param u the preactivation
   * @param offU what its error is, by pattern, per unit of {@code pace a y}
   */
  void change(int j, int i, double[] gates, double gate, double u, double[] offU) {
    double by = gate - gates[j * n + i];
    double square = model.pace * model.a[j] * model.a[j] * by;
    for (int p = 0; p < off.length; p++) {
      zOff[p][i] += square * offU[p];
    }
    for (int k = 0; k < n; k++) {
      double part = square * model.signed[i * n + k] * gates[j * n + k];
      if (k == i) {
        kernel[i * n + i] += part + square * model.signed[i * n + i] * gate;
      } else {
        kernel[i * n + k] += part;
        kernel[k * n + i] += part;
      }
    }
    double[] moved = new double[n];
    moved[i] = model.a[j] * model.y[i] * by * u;
    Position.add(z, zLow, moved);
  }

  /** Charges an error of the gated pulls of one pair. */
  void kick(int j, int i, double[] gates, double kick) {
    double square = model.pace * model.a[j] * model.a[j] * kick;
    for (double[] pattern : zOff) {
      for (int k = 0; k < n; k++) {
        pattern[k] += square * gates[j * n + k] * model.signed[k * n + i];
      }
    }
  }

  /** Moves the errors along what was added since they were moved last. */
  void moveErrors() {
    double unit = CoefficientModel.UNIT * (4 + Math.sqrt(model.d));
    double[] by = new double[n];
    for (int p = 0; p < off.length && lumped > 0; p++) {
      for (int k = 0; k < n; k++) {
        double steep = model.loss.steepness(z[k]);
        double own = steep * noise[k] + 4 * CoefficientModel.UNIT;
        by[k] = lump[k] * (Tangents.sign(p, k) * own - steep * zOff[p][k]);
        off[p][k] += by[k];
      }
      for (int i = 0; i < n; i++) {
        for (int k = 0; k < n; k++) {
          zOff[p][i] += kernel[i * n + k] * by[k];
        }
      }
    }
    for (int i = 0; i < n; i++) {
      for (int k = 0; k < n; k++) {
        noise[i] += unit * Math.abs(kernel[i * n + k]) * lump[k];
      }
    }
    Arrays.fill(lump, 0);
    lumped = 0;
  }
}
