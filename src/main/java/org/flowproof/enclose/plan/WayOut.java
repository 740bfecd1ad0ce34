package org.flowproof.enclose.plan;

import java.util.Arrays;
import java.util.Optional;
import org.flowproof.enclose.path.FlowModel;
import org.flowproof.enclose.path.KinkLine;
import org.flowproof.enclose.path.Side;
import org.flowproof.problem.Vectors;

/**
 * Where a neuron goes from {@code w_j = 0} when all kinks are convex: along the shortest pull
 * {@code sum_k theta_k r_k x_k} with gates between the slopes, the one element of the field there
 * that solutions can follow. Plain doubles; a wrong answer is refused later.
 */
final class WayOut {
  private static final int SWEEPS = 20_000;
  private static final double SETTLED = 1e-15;

  /** Cosines below this are those of a kink that the neuron slides on. */
  private static final double ON_KINK = 1e-7;

  private final double[] direction;
  private final Side[] sides;
  private final int[] slides;

  private WayOut(double[] direction, Side[] sides, int[] slides) {
    this.direction = direction;
    this.sides = sides;
    this.slides = slides;
  }

  /** Empty when the shortest pull is 0. */
  static Optional<WayOut> of(FlowModel model, double outer, double[] residuals) {
    double[] gates = new double[model.n()];
    Arrays.fill(gates, 1);
    double[] residual = new double[model.n()];
    double[] pull = new double[model.d()];
    double most = 0;
    for (int k : model.kinks().samples()) {
      KinkLine kink = model.kinks().of(k);
      residual[k] = kink.residual(residuals);
      Vectors.add(residual[k] + kink.offset(residuals), model.x(k), pull);
      most = Math.max(most, Math.abs(residual[k]) * model.sampleNorm(k));
    }
    double change = Double.POSITIVE_INFINITY;
    for (int sweep = 0; sweep < SWEEPS && change > SETTLED; sweep++) {
      change = 0;
      for (int k : model.kinks().samples()) {
        double square = residual[k] * Vectors.dot(model.x(k), model.x(k));
        double gate =
            Math.min(1, Math.max(model.alpha(), gates[k] - Vectors.dot(pull, model.x(k)) / square));
        if (!Double.isNaN(gate)) {
          Vectors.add((gate - gates[k]) * residual[k], model.x(k), pull);
          change = Math.max(change, Math.abs(gate - gates[k]));
          gates[k] = gate;
        }
      }
    }
    double length = Vectors.norm(pull);
    if (!(length > ON_KINK * most)) {
      return Optional.empty();
    }
    double[] direction = new double[pull.length];
    Vectors.add(Math.signum(outer) / length, pull, direction);
    Side[] sides = new Side[gates.length];
    for (int k : model.kinks().samples()) {
      double cosine = Vectors.dot(direction, model.x(k)) / model.sampleNorm(k);
      Side side = cosine > 0 ? Side.PLUS : Side.MINUS;
      model.kinks().put(sides, k, Math.abs(cosine) < ON_KINK ? Side.SLIDE : side);
    }
    return Optional.of(new WayOut(direction, sides, model.kinks().slides(sides)));
  }

  /** A unit vector. */
  double[] direction() {
    return direction.clone();
  }

  /** The sides of all samples on the way. */
  Side[] sides() {
    return sides.clone();
  }

  /** The samples that stand for the kinks that the neuron slides on. */
  int[] slides() {
    return slides.clone();
  }
}
