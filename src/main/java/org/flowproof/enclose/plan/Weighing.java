package org.flowproof.enclose.plan;

import java.util.Optional;
import org.flowproof.enclose.path.FlowModel;
import org.flowproof.enclose.path.KinkLine;
import org.flowproof.enclose.path.Side;
import org.flowproof.enclose.path.Sliding;
import org.flowproof.enclose.path.Slidings;
import org.flowproof.problem.Vectors;

/**
 * Where a neuron goes from kinks that it is on: to a side of each, or along it. Plain doubles; a
 * wrong answer is refused later.
 */
final class Weighing {
  private static final int MOST = 6;

  private final FlowModel model;
  private final Slidings slidings;

  Weighing(FlowModel model, Slidings slidings) {
    this.model = model;
    this.slidings = slidings;
  }

  /**
   * The sides to go on with.
   *
   * @param sides of the neuron so far
   * @param kinks samples that stand for the kinks that it is on
   * @param fixed a sample of them whose side is settled, its speed being 0 still, or -1
   */
  Optional<Side[]> decide(
      double[] w, double a, double[] residuals, Side[] sides, int[] kinks, int fixed) {
    if (kinks.length > MOST) {
      return Optional.empty();
    }
    double[] rest = new double[model.d()];
    for (int k = 0; k < model.n(); k++) {
      if (!Sliding.contains(kinks, model.kinks().of(k).sample())) {
        Vectors.add(model.gate(sides[k]) * residuals[k], model.x(k), rest);
      }
    }
    int options = 1;
    for (int i = 0; i < kinks.length; i++) {
      options *= 3;
    }
    Side[] best = null;
    double most = Double.NEGATIVE_INFINITY;
    for (int option = 0; option < options; option++) {
      Side[] trial = sides.clone();
      int code = option;
      for (int k : kinks) {
        model.kinks().put(trial, k, Side.values()[code % 3]);
        code /= 3;
      }
      if (fixed >= 0 && trial[fixed] != sides[fixed]) {
        continue;
      }
      double worst = fits(a, residuals, trial, kinks, rest, fixed);
      if (worst > most) {
        most = worst;
        best = trial;
      }
    }
    // 0 where a neuron comes to rest on the kink: nothing pulls it beyond
    return most >= 0 ? Optional.of(best) : Optional.empty();
  }

  /** How clearly a choice is consistent, by its least part; negative when it is not. */
  private double fits(double a, double[] r, Side[] trial, int[] kinks, double[] rest, int fixed) {
    double[] pull = rest.clone();
    int slides = 0;
    for (int k : kinks) {
      if (trial[k] == Side.SLIDE) {
        slides++;
        if (a * model.kinks().of(k).residual(r) >= 0) {
          return -1;
        }
      } else {
        for (int l : model.kinks().of(k).members()) {
          Vectors.add(model.gate(trial[l]) * r[l], model.x(l), pull);
        }
      }
    }
    double least = Double.POSITIVE_INFINITY;
    if (slides > 0) {
      int[] set = new int[slides];
      int p = 0;
      for (int k : kinks) {
        if (trial[k] == Side.SLIDE) {
          set[p++] = k;
        }
      }
      Optional<Sliding> sliding = slidings.on(set);
      if (sliding.isEmpty()) {
        return -1;
      }
      double[] forces = new double[slides];
      for (int row = 0; row < slides; row++) {
        for (int q = 0; q < slides; q++) {
          forces[row] -= sliding.get().gramInverse(row)[q] * Vectors.dot(model.x(set[q]), pull);
        }
      }
      for (int row = 0; row < slides; row++) {
        KinkLine kink = model.kinks().of(set[row]);
        double gate = (forces[row] - kink.offset(r)) / kink.residual(r);
        least = Math.min(least, Math.min(1 - gate, gate - model.alpha()));
        Vectors.add(forces[row], model.x(set[row]), pull);
      }
    }
    double size = Vectors.norm(pull) + 1e-300;
    for (int k : kinks) {
      if (trial[k] != Side.SLIDE && k != fixed) {
        double away = trial[k].sign() * Math.signum(a) * Vectors.dot(pull, model.x(k));
        least = Math.min(least, away / (size * model.sampleNorm(k)));
      }
    }
    return least;
  }
}
