package org.flowproof.enclose.plan;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Optional;
import org.flowproof.enclose.certify.Refusal;
import org.flowproof.enclose.certify.StepCertifier;
import org.flowproof.enclose.path.FlowModel;
import org.flowproof.enclose.path.Side;

/**
 * Neurons that slide into {@code w_j = 0}, where all kinks meet, which takes {@code |a_j| > |w_j|}.
 * When all kinks are convex the flow goes on in one way, and a path may jump over 0 by less than
 * its error. Otherwise several directions may lead away.
 */
final class Origin {
  /** Part of the error of a neuron that a jump over the origin may add to it. */
  private static final double SMALL = 0.01;

  /** Hidden weights, relative to the output weight, below which a neuron comes to the origin. */
  private static final double NEAR = 1e-4;

  private final FlowModel model;
  private final StepCertifier certifier;
  private final Walker walker;
  private final Footing footing;
  private final Weighing weighing;

  Origin(
      FlowModel model, StepCertifier certifier, Walker walker, Footing footing, Weighing weighing) {
    this.model = model;
    this.certifier = certifier;
    this.walker = walker;
    this.footing = footing;
    this.weighing = weighing;
  }

  /** Takes neurons across that have come to the origin, where there is one way on. */
  void pass(BigDecimal time, TubeLog log) {
    for (int j = 0; j < model.m(); j++) {
      if (walker.norm(j) < SMALL * certifier.bounds().of(j) && comes(j)) {
        Optional<WayOut> way = beyond(j);
        if (way.isPresent()) {
          jump(j, way.get(), time, log);
        }
      }
    }
  }

  private boolean comes(int neuron) {
    return walker.norm(neuron) < NEAR * Math.abs(walker.outer()[neuron])
        && model.kinks().slides(walker.sides()[neuron]).length > 0
        && growth(neuron) < 0;
  }

  /** Half the rate at which {@code |w|^2} grows, for a neuron on a slide. */
  private double growth(int neuron) {
    double[] residuals = walker.residuals();
    double work = 0;
    // w lies on the slide, so that projecting the pull changes nothing
    for (int k = 0; k < model.n(); k++) {
      double gate = model.gate(walker.sides()[neuron][k]);
      work += gate * residuals[k] * walker.preactivation(neuron, k);
    }
    return walker.outer()[neuron] * work;
  }

  /** The way on, empty when kinks are not all convex or the neuron would stay. */
  private Optional<WayOut> beyond(int neuron) {
    double[] residuals = walker.residuals();
    double outer = walker.outer()[neuron];
    for (int k : model.kinks().samples()) {
      if (outer * model.kinks().of(k).residual(residuals) > 0) {
        return Optional.empty();
      }
    }
    return WayOut.of(model, outer, residuals)
        .filter(
            way ->
                weighing
                    .decide(way.direction(), outer, residuals, way.sides(), way.slides(), -1)
                    .filter(chosen -> Arrays.equals(chosen, way.sides()))
                    .isPresent());
  }

  private void jump(int neuron, WayOut way, BigDecimal time, TubeLog log) {
    double[] w = way.direction();
    double size = walker.norm(neuron);
    for (int i = 0; i < w.length; i++) {
      w[i] *= size;
    }
    Side[] sides = walker.sides()[neuron];
    for (int k : model.kinks().samples()) {
      Side[] before = sides.clone();
      model.kinks().put(sides, k, way.sides()[k]);
      if (before[k] != sides[k]) {
        log.kink(time, neuron, k, before, sides, walker.bend(neuron, k));
      }
    }
    walker.place(neuron, w);
    footing.project(neuron);
    footing.keepSides();
  }

  /** The refusal at which a tube ends, told as what it is when it is due to the origin. */
  Refusal named(Refusal refusal) {
    int j = refusal.neuron();
    if (j < 0 || !comes(j)) {
      return refusal;
    }
    return new Refusal(
        Refusal.Kind.ORIGIN,
        j,
        -1,
        "slides into w = 0 with output weight "
            + walker.outer()[j]
            + ", and not all kinks that meet there are convex: several directions may lead away");
  }
}
