package org.flowproof.flow.coefficients;

import java.util.concurrent.atomic.AtomicReferenceArray;
import org.flowproof.flow.CoefficientState;

/** The weights at a position. Hidden weights are put together when they are asked for. */
final class CoefficientPoint implements CoefficientState {
  private final CoefficientModel model;
  private final Position position;
  private final double time;
  private final double[] margins;
  private final double[] pulls;

  /** The pulls added up, without compensation. */
  private final double[] alpha;

  private final double[] errorsOfMargins;
  private final AtomicReferenceArray<double[]> rows;

  /**
   * The weights at a position.
   *
   * @param time asked for; an iterate stays until the next one
   */
  CoefficientPoint(CoefficientModel model, Position position, double time) {
    this.model = model;
    this.position = position;
    this.time = time;
    margins = position.margins();
    pulls = model.pulls(margins);
    alpha = position.alpha().clone();
    for (int k = 0; k < model.n; k++) {
      alpha[k] += position.low()[k];
    }
    rows = new AtomicReferenceArray<>(model.m);
    Frozen frozen = position.frozen();
    errorsOfMargins = frozen.noise(position.alpha());
    double[] worst = new double[model.n];
    for (int p = 0; p < Tangents.PATTERNS; p++) {
      double[] off = frozen.times(position.errors()[p]);
      for (int k = 0; k < model.n; k++) {
        worst[k] = Math.max(worst[k], Math.abs(frozen.shifts[p][k] + off[k]));
      }
    }
    for (int k = 0; k < model.n; k++) {
      errorsOfMargins[k] += Tangents.SAFETY * worst[k];
    }
  }

  @Override
  public double time() {
    return time;
  }

  @Override
  public double a(int neuron) {
    return model.a[neuron];
  }

  @Override
  public double w(int neuron, int coordinate) {
    double[] row = rows.get(neuron);
    if (row == null) {
      row = row(neuron);
      rows.set(neuron, row);
    }
    return row[coordinate];
  }

  private double[] row(int j) {
    double[] row = new double[model.d];
    for (int k = 0; k < model.n; k++) {
      double part = model.pace * model.a[j] * model.y[k] * pulled(j, k);
      if (part != 0) {
        for (int i = 0; i < model.d; i++) {
          row[i] += part * model.x[k * model.d + i];
        }
      }
    }
    for (int i = 0; i < model.d; i++) {
      row[i] += model.w0[j * model.d + i];
    }
    return row;
  }

  /** The gated pulls added up since the start. */
  private double pulled(int j, int k) {
    Frozen frozen = position.frozen();
    return frozen.c[j * model.n + k] + frozen.holdings.gated(j, k, alpha);
  }

  private double errorOfPulled(int j, int k) {
    double worst = 0;
    for (int p = 0; p < Tangents.PATTERNS; p++) {
      worst = Math.max(worst, Math.abs(pattern(p, j, k)));
    }
    return Tangents.SAFETY * worst
        + 4 * CoefficientModel.UNIT * Math.abs(pulled(j, k))
        + hops(j, k);
  }

  /** Of a held neuron, the mean over its hops. */
  @Override
  public double gate(int neuron, int sample) {
    Frozen frozen = position.frozen();
    return frozen.sides[neuron * model.n + sample] == Frozen.HELD
        ? frozen.holdings.gated(neuron, sample, pulls) / pulls[sample]
        : frozen.gates[neuron * model.n + sample];
  }

  @Override
  public boolean followsMeans() {
    return position.frozen().mean;
  }

  @Override
  public double errorOfGate(int neuron, int sample) {
    Frozen frozen = position.frozen();
    boolean held = frozen.sides[neuron * model.n + sample] == Frozen.HELD;
    double u = Math.abs(frozen.preactivation(neuron, sample, position.alpha()));
    double error = new GateWatch(model).error(position, neuron, sample);
    // a flow that stands on a kink has taken a side by its event; an iterate within its error has
    // not
    if (held || model.descent && error > 0 && u <= error) {
      double gate = gate(neuron, sample);
      return Math.max(gate - model.slope, 1 - gate);
    }
    return 0;
  }

  @Override
  public double errorOfA(int neuron) {
    return 0;
  }

  @Override
  public double errorOfW(int neuron) {
    double start = 0;
    for (int i = 0; i < model.d; i++) {
      start = Math.max(start, Math.abs(model.w0[neuron * model.d + i]));
    }
    double error = 0;
    double rounding = CoefficientModel.UNIT * (4 + Math.sqrt(model.n));
    boolean moved = false;
    for (int k = 0; k < model.n; k++) {
      double longest = 0;
      for (int i = 0; i < model.d; i++) {
        longest = Math.max(longest, Math.abs(model.x[k * model.d + i]));
      }
      double pulled = pulled(neuron, k);
      moved |= pulled != 0;
      double reach = Math.abs(model.pace * model.a[neuron]) * longest;
      error += reach * (errorOfPulled(neuron, k) + rounding * Math.abs(pulled));
    }
    return moved ? error + 2 * CoefficientModel.UNIT * start : 0;
  }

  @Override
  public double normOfErrorOfW(int neuron) {
    double start = 0;
    for (int i = 0; i < model.d; i++) {
      start += Math.abs(model.w0[neuron * model.d + i]);
    }
    double error = 0;
    boolean moved = false;
    for (int k = 0; k < model.n; k++) {
      moved |= pulled(neuron, k) != 0;
      error += length(neuron, k) * (errorOfPulled(neuron, k) + roundingOfPulled(neuron, k));
    }
    return moved ? error + 2 * CoefficientModel.UNIT * start : 0;
  }

  @Override
  public double normOfErrorOfChange(int neuron, CoefficientState earlier) {
    if (!(earlier instanceof CoefficientPoint other) || other.model != model) {
      return normOfErrorOfW(neuron) + earlier.normOfErrorOfW(neuron);
    }
    double error = 0;
    for (int k = 0; k < model.n; k++) {
      double worst = 0;
      for (int p = 0; p < Tangents.PATTERNS; p++) {
        double apart = pattern(p, neuron, k) - other.pattern(p, neuron, k);
        worst = Math.max(worst, Math.abs(apart));
      }
      double own =
          Tangents.SAFETY * worst
              + hops(neuron, k)
              + other.hops(neuron, k)
              + roundingOfPulled(neuron, k)
              + other.roundingOfPulled(neuron, k);
      error += length(neuron, k) * own;
    }
    double start = 0;
    for (int i = 0; i < model.d; i++) {
      start += Math.abs(model.w0[neuron * model.d + i]);
    }
    return error + 4 * CoefficientModel.UNIT * start;
  }

  /** How far one gated pull moves a neuron. */
  private double length(int j, int k) {
    return Math.abs(model.pace * model.a[j]) * Math.sqrt(model.signed[k * model.n + k]);
  }

  /** The rounding of a gated pull, and of the weights that are put together from it. */
  private double roundingOfPulled(int j, int k) {
    return CoefficientModel.UNIT * (8 + Math.sqrt(model.n)) * Math.abs(pulled(j, k));
  }

  private double pattern(int p, int j, int k) {
    Frozen frozen = position.frozen();
    return frozen.errors[p][j * model.n + k] + frozen.holdings.gated(j, k, position.errors()[p]);
  }

  private double hops(int j, int k) {
    Holdings holdings = position.frozen().holdings;
    return holdings.of(j).isEmpty() ? 0 : holdings.hopsOfPulled(j, k, pulls);
  }

  private double perPull(int j, int k) {
    return model.pace * model.a[j] * model.y[k] * model.signed[k * model.n + k];
  }

  @Override
  public double coefficient(int neuron, int sample) {
    return perPull(neuron, sample) * pulled(neuron, sample);
  }

  @Override
  public double errorOfCoefficient(int neuron, int sample) {
    double rounding =
        CoefficientModel.UNIT * (4 + Math.sqrt(model.d)) * Math.abs(pulled(neuron, sample));
    return Math.abs(perPull(neuron, sample)) * (errorOfPulled(neuron, sample) + rounding);
  }

  @Override
  public double margin(int sample) {
    return margins[sample];
  }

  @Override
  public double errorOfMargin(int sample) {
    return errorsOfMargins[sample];
  }

  @Override
  public double logLoss() {
    double most = Double.NEGATIVE_INFINITY;
    for (double z : margins) {
      most = Math.max(most, model.loss.logTerm(z));
    }
    double sum = 0;
    for (double z : margins) {
      sum += Math.exp(model.loss.logTerm(z) - most);
    }
    return Math.log(model.factor) + most + Math.log(sum);
  }

  /** The logarithm of a term moves no faster than its margin. */
  @Override
  public double errorOfLogLoss() {
    double most = 0;
    for (double error : errorsOfMargins) {
      most = Math.max(most, error);
    }
    return most + 8 * CoefficientModel.UNIT * (4 + Math.abs(logLoss()) + Math.log(model.n));
  }
}
