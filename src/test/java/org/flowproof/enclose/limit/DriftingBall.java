package org.flowproof.enclose.limit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.flowproof.enclose.interval.Interval;
import org.flowproof.enclose.path.FlowModel;

/** How far weights get from their drift, written out in weights. */
final class DriftingBall {
  /** Error of a run, with much to spare; balls get smaller than that. */
  private static final double RUN = 1e-6;

  private final Drift drift;
  private final double[][] direction;
  private final double[][] middle;
  private double farthest;

  private DriftingBall(FlowEnd end, Drift drift) {
    this.drift = drift;
    FlowModel model = end.model();
    direction = sum(end, drift, drift.parts());
    double[][] apart = sum(end, drift, drift.apart());
    middle = new double[model.m()][model.d()];
    for (int j = 0; j < model.m(); j++) {
      for (int i = 0; i < model.d(); i++) {
        middle[j][i] = end.hidden().get(j).get(i).midpoint() - apart[j][i];
      }
    }
  }

  private static double[][] sum(FlowEnd end, Drift drift, List<Interval> coefficients) {
    FlowModel model = end.model();
    double[][] sum = new double[model.m()][model.d()];
    for (int j = 0; j < model.m(); j++) {
      for (int p = 0; p < coefficients.size(); p++) {
        int k = drift.support().get(p);
        double gate = model.gate(end.sides().get(j).get(k));
        double part = coefficients.get(p).midpoint() * gate * end.outer().get(j).midpoint();
        for (int i = 0; i < model.d(); i++) {
          sum[j][i] += part * model.y(k) * model.x(k)[i];
        }
      }
    }
    return sum;
  }

  /** That of an end; empty where there is none. */
  static Optional<DriftingBall> of(FlowEnd end) {
    SignedFeatures features = SignedFeatures.of(end);
    FlowModel model = end.model();
    List<Interval> margins = new ArrayList<>();
    for (int k = 0; k < model.n(); k++) {
      margins.add(end.output(k).times(model.y(k)));
    }
    Interval factor = Interval.of(model.multiplier()).divide(Interval.of(model.divisor()));
    return DriftSearch.of(features, Separation.of(features), margins, factor)
        .map(drift -> new DriftingBall(end, drift));
  }

  /** Takes note of weights at a time after the end. */
  void see(double time, double[][] weights) {
    double passed = Math.log1p(time / drift.start());
    double square = 0;
    for (int j = 0; j < weights.length; j++) {
      for (int i = 0; i < weights[j].length; i++) {
        double off = weights[j][i] - middle[j][i] - direction[j][i] * passed;
        square += off * off;
      }
    }
    farthest = Math.max(farthest, Math.sqrt(square) / (drift.radius() + RUN));
  }

  /** The largest distance so far over the radius. */
  double farthest() {
    return farthest;
  }

  @Override
  public String toString() {
    return farthest + " of " + drift;
  }
}
