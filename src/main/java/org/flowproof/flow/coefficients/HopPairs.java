package org.flowproof.flow.coefficients;

/**
 * Gates, and the pulls gated by them, of all pairs of a neuron and a sample, in gradient descent
 * whose gates change all the time. A pair is brought up to date when it is looked at. Changes as a
 * walk goes on.
 */
final class HopPairs {
  private final CoefficientModel model;
  private final Frozen from;
  private final HopMargins margins;
  private final int n;

  /** Gates, m x n. */
  final double[] gates;

  /** As in {@link Frozen}. */
  final byte[] sides;

  /** Gated pulls up to the mark of each pair. */
  final double[] c;

  private final double[][] errors;

  /** Alpha when a pair was last brought up to date, and its errors by pattern. */
  private final double[] mark;

  private final double[][] offMark;

  HopPairs(CoefficientModel model, Position from, HopMargins margins) {
    this.model = model;
    this.from = from.frozen();
    this.margins = margins;
    n = model.n;
    gates = this.from.gates.clone();
    sides = this.from.sides.clone();
    c = this.from.c.clone();
    errors = new double[this.from.errors.length][];
    for (int p = 0; p < errors.length; p++) {
      errors[p] = this.from.errors[p].clone();
    }
    mark = new double[c.length];
    offMark = new double[errors.length][c.length];
  }

  /** Brings the pairs of a neuron up to date. */
  void bring(int j) {
    for (int k = 0; k < n; k++) {
      int at = j * n + k;
      double now = margins.alpha[k] + margins.low[k];
      c[at] += gates[at] * (now - mark[at]);
      mark[at] = now;
      for (int p = 0; p < errors.length; p++) {
        errors[p][at] += gates[at] * (margins.off[p][k] - offMark[p][at]);
        offMark[p][at] = margins.off[p][k];
      }
    }
  }

  /** The stretch that begins where the walk has come to. */
  Frozen frozen() {
    for (int j = 0; j < model.m; j++) {
      bring(j);
    }
    for (int at = 0; at < c.length; at++) {
      for (double[] pattern : errors) {
        // all that was added is rounded once more
        pattern[at] += CoefficientModel.UNIT * c[at];
      }
    }
    return new Frozen(model, gates, sides, c, errors, from.mean, from);
  }

  /** Changes the gate of a pair to that of a preactivation. */
  void change(int j, int i, byte side, double u) {
    int at = j * n + i;
    double gate = model.gate(u);
    sides[at] = side;
    if (gate == gates[at]) {
      return;
    }
    bring(j);
    double[] off = new double[errors.length];
    for (int p = 0; p < errors.length; p++) {
      for (int k = 0; k < n; k++) {
        off[p] += model.signed[i * n + k] * errors[p][j * n + k];
      }
    }
    margins.change(j, i, gates, gate, u, off);
    gates[at] = gate;
  }

  /** Charges a switch whose iteration is within the error. */
  void charge(int j, int i, double uncertain, double sums) {
    int at = j * n + i;
    double pull = margins.pulls()[i];
    double kick = uncertain * (1 - model.slope) * pull;
    if (KinkBalance.attracts(model, j, i)) {
      // a neuron that crosses one iteration late comes back one sooner: only what pulls changed by
      // meanwhile is left, if the next step does bring it back whatever the error
      double error = error(j, i, sums);
      double scale = model.pace * model.a[j] * model.y[i];
      double low = scale * pull(j, i, model.slope);
      double high = scale * pull(j, i, 1);
      kick =
          low > 2 * error && -high > 2 * error
              ? Math.min(kick, margins.reach() * pull)
              : Math.max(0, Math.min(kick, step(j, i) / model.signed[i * n + i]) - worst(at));
    }
    for (double[] pattern : errors) {
      pattern[at] += kick;
    }
    margins.kick(j, i, gates, kick);
  }

  /** The velocity of a preactivation, per unit, with one gate taken differently. */
  private double pull(int j, int i, double gate) {
    double sum = 0;
    for (int k = 0; k < n; k++) {
      sum += model.signed[i * n + k] * (k == i ? gate : gates[j * n + k]) * margins.pulls()[k];
    }
    return sum;
  }

  private double worst(int at) {
    double most = 0;
    for (double[] pattern : errors) {
      most = Math.max(most, Math.abs(pattern[at]));
    }
    return most;
  }

  /** How far an iteration may move a preactivation, per unit of pace and output weight. */
  private double step(int j, int i) {
    double sum = 0;
    for (int k = 0; k < n; k++) {
      double gate = k == i ? 1 : gates[j * n + k];
      sum += Math.abs(model.signed[i * n + k]) * gate * margins.pulls()[k];
    }
    return sum;
  }

  /**
   * The numerical error of a preactivation.
   *
   * @param sums rounding of what was added up to it
   */
  double error(int j, int i, double sums) {
    double worst = 0;
    for (double[] pattern : errors) {
      double sum = 0;
      for (int k = 0; k < n; k++) {
        sum += model.signed[i * n + k] * pattern[j * n + k];
      }
      worst = Math.max(worst, Math.abs(sum));
    }
    double size = 0;
    for (int k = 0; k < n; k++) {
      size += Math.abs(model.signed[i * n + k]) * c[j * n + k];
    }
    double rounding = CoefficientModel.UNIT * (6 + Math.sqrt(model.d));
    double reached = Math.abs(model.pace * model.a[j]);
    double moving = reached * (Tangents.SAFETY * worst + rounding * size);
    return model.errorOfStart(j, i) + moving + (moving > 0 ? sums : 0);
  }

  /** By how many iterations a switch may be off. */
  double uncertainty(int j, int i, double u, double sums) {
    int at = j * n + i;
    double error = error(j, i, sums);
    double speed = Math.abs(model.pace * model.a[j] * pull(j, i, gates[at]));
    double earlier = sides[at] == 0 ? Double.POSITIVE_INFINITY : Math.abs(u) - speed;
    boolean sure = Math.min(Math.abs(u), Math.abs(earlier)) > error;
    return sure || error == 0 || speed == 0 ? 0 : Math.ceil(1 + error / speed);
  }
}
