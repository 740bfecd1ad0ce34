package org.flowproof.enclose.limit;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.flowproof.enclose.interval.Interval;
import org.flowproof.enclose.path.FlowModel;
import org.flowproof.enclose.path.KinkLine;
import org.flowproof.enclose.path.Side;

/** Whether no neuron reaches or leaves a kink on the path that is left. */
final class SidesStay {
  private SidesStay() {}

  /**
   * What may change.
   *
   * @param left at least the length of the path that is left
   * @param integral at least the integral over time of the factor times the distance of the outputs
   *     from their limit
   * @param distance at least that distance now; it only falls
   */
  static Optional<LimitObstacle> obstacle(
      FlowEnd end, double left, double integral, double distance) {
    FlowModel model = end.model();
    for (int j = 0; j < model.m(); j++) {
      Side[] sides = end.sides().get(j).toArray(Side[]::new);
      int[] slides = model.kinks().slides(sides);
      double moved = moved(end, j, sides, left, integral);
      for (int k : model.kinks().samples()) {
        if (sides[k] != Side.SLIDE) {
          Interval g = end.preactivation(j, k);
          double reach = Math.nextUp(model.sampleNorm(k) * moved);
          double room = sides[k].sign() > 0 ? g.lower() : -g.upper();
          if (!(room > reach)) {
            return Optional.of(
                new LimitObstacle(
                    LimitObstacle.Kind.ANGLE,
                    String.format(
                        Locale.ROOT,
                        "neuron %d may move by %.2g and is only %.2g from the kink of sample %d",
                        j + 1,
                        reach,
                        Math.max(0, room),
                        k + 1)));
          }
        }
      }
      if (slides.length > 0) {
        Optional<LimitObstacle> slide = slide(end, j, slides, moved, distance);
        if (slide.isPresent()) {
          return slide;
        }
      }
    }
    return Optional.empty();
  }

  /**
   * How far a neuron may move: {@code |z_j| (exp(integral of its pull) - 1)}, or all that is left.
   */
  private static double moved(FlowEnd end, int j, Side[] sides, double left, double integral) {
    double norm = Features.of(end.model(), sides).norm();
    double exponent = Math.nextUp(norm * integral);
    Interval growth = Interval.of(exponent).exp().minus(1);
    return Math.min(left, Math.nextUp(end.size(j) * Math.max(0, growth.upper())));
  }

  private static Optional<LimitObstacle> slide(
      FlowEnd end, int j, int[] slides, double moved, double distance) {
    if (!end.captured().get(j)) {
      return Optional.of(
          new LimitObstacle(
              LimitObstacle.Kind.SLIDE,
              "neuron " + (j + 1) + " is not proven to lie on the kink it slides on"));
    }
    FlowModel model = end.model();
    Interval spread = Interval.of(-2 * distance, 2 * distance);
    int s = slides.length;
    Interval[][] gram = new Interval[s][s];
    Interval[] right = new Interval[s];
    for (int p = 0; p < s; p++) {
      for (int q = 0; q < s; q++) {
        gram[p][q] = model.inner(slides[p], slides[q]);
      }
      Interval sum = Interval.ZERO;
      for (int k = 0; k < model.n(); k++) {
        Side side = end.sides().get(j).get(k);
        if (side != Side.SLIDE) {
          Interval r = end.residual(k).plus(spread);
          sum = sum.minus(r.times(model.gate(side)).times(model.inner(k, slides[p])));
        }
      }
      right[p] = sum;
    }
    Optional<List<Interval>> forces = IntervalSystem.solve(gram, right);
    Interval outer = end.outer().get(j);
    Interval outerLater = outer.plus(Interval.of(-moved, moved));
    for (int p = 0; p < s; p++) {
      KinkLine kink = model.kinks().of(slides[p]);
      Interval r = kink.residual(k -> end.residual(k).plus(spread));
      Interval offset = kink.offset(k -> end.residual(k).plus(spread));
      boolean holds = false;
      if (forces.isPresent() && !r.contains(0.0) && outerLater.times(r).isNegative()) {
        Interval gate = forces.get().get(p).minus(offset).divide(r);
        holds = gate.lower() > model.alpha() && gate.upper() < 1;
      }
      if (!holds) {
        return Optional.of(
            new LimitObstacle(
                LimitObstacle.Kind.SLIDE,
                String.format(
                    Locale.ROOT,
                    "neuron %d may leave the kink of sample %d that it slides on",
                    j + 1,
                    slides[p] + 1)));
      }
    }
    return Optional.empty();
  }
}
