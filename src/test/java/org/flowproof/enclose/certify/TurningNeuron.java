package org.flowproof.enclose.certify;

import java.util.List;
import java.util.Optional;
import org.flowproof.enclose.Flows;
import org.flowproof.enclose.bound.Kick;
import org.flowproof.enclose.path.FlowModel;
import org.flowproof.enclose.path.PathPoint;
import org.flowproof.enclose.path.PathStep;
import org.flowproof.enclose.path.Side;
import org.flowproof.enclose.path.Slidings;
import org.flowproof.enclose.path.TaylorCoefficients;
import org.flowproof.enclose.taylor.Series;
import org.flowproof.problem.Loss;
import org.flowproof.problem.Network;

/** One neuron that turns towards the kink of its second sample, reached at {@link #ARRIVAL}. */
final class TurningNeuron {
  static final double[][] X = {{1, 0}, {0.6, 0.8}};
  static final double RADIUS = 1e-6;

  /** Second coordinates of the start: far from the kink, and nearer than the radius. */
  static final double FAR = -0.3755;

  static final double NEAR = -0.375001;

  /** {@code 4e-4} away, at a speed of about 0.1485. */
  static final double ARRIVAL = 0.0026949;

  static final Kick FITS = kick(1.01e-6, 0.14, 0.23, 1e-8);

  private TurningNeuron() {}

  static Kick kick(double before, double speed, double push, double drift) {
    return new Kick(0, 1, before, speed, push, 1.001 * push / speed, drift);
  }

  static FlowModel model(double second, double label, double slope) {
    return model(second, 0.9, label, slope, Loss.Kind.SQUARED);
  }

  static FlowModel model(double second, double outer, double label, double slope, Loss.Kind loss) {
    return Flows.model(
        Flows.of(
            X,
            new double[] {1, label},
            new double[][] {{0.5, second}},
            new double[] {outer},
            slope,
            loss,
            Network.Trained.BOTH,
            1));
  }

  /** The path of a model from its start, or from the end of another step, with the second side. */
  static PathStep path(FlowModel model, PathStep before, double length, Side second) {
    double[][] w = {model.problem().initial().w().row(0)};
    double[] a = {model.problem().initial().a().get(0)};
    if (before != null) {
      for (int i = 0; i < 2; i++) {
        w[0][i] = end(before.hidden(0)[i]);
      }
      a[0] = end(before.outer(0));
    }
    TaylorCoefficients taylor =
        new TaylorCoefficients(
            model, new Slidings(model), new Side[][] {{Side.PLUS, second}}, 12, 0);
    taylor.compute(PathPoint.of(w, a), length);
    return taylor.step(1);
  }

  static double end(Series series) {
    double sum = 0;
    for (int l = series.degree(); l >= 0; l--) {
      sum += series.coefficient(l);
    }
    return sum;
  }

  static StepCertifier certifier(FlowModel model, double radius) {
    return new StepCertifier(model, new Slidings(model), 0, new double[] {radius});
  }

  /** What becomes of one step with kicks, from a ball around the start. */
  static Optional<Refusal> judge(FlowModel model, double radius, PathStep step, Kick... kicks) {
    return certifier(model, radius).advance(step, List.of(kicks));
  }
}
