package org.flowproof.enclose.certify;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;
import org.flowproof.enclose.bound.Kick;
import org.flowproof.enclose.interval.Interval;
import org.flowproof.enclose.path.FieldSeries;
import org.flowproof.enclose.path.FlowModel;
import org.flowproof.enclose.path.PathStep;
import org.flowproof.enclose.path.Preactivation;
import org.flowproof.enclose.path.Side;
import org.flowproof.enclose.path.Slidings;
import org.flowproof.enclose.taylor.Bounds;
import org.flowproof.enclose.taylor.Series;
import org.flowproof.enclose.taylor.SeriesRange;

/**
 * What can be said of one neuron and one sample over a step and the tube around it. That a convex
 * kink lets errors pass is enclosures/convex-kink, what a concave one does to them
 * enclosures/concave-kink.
 */
final class KinkCheck {
  private final FlowModel model;
  private final Slidings slidings;
  private final PathStep step;
  private final TubeRates rates;
  private final double[] tube;
  private final double outputShift;
  private final double[] reach;

  /** Preactivations of a neuron at the start, rounded; null as long as nobody has asked. */
  private final double[][] start;

  KinkCheck(FlowModel model, Slidings slidings, PathStep step, TubeRates rates, double[] tube) {
    this.model = model;
    this.slidings = slidings;
    this.step = step;
    this.rates = rates;
    this.tube = tube;
    outputShift = rates.outputShift(tube);
    reach = new double[tube.length];
    start = new double[tube.length][];
    for (int j = 0; j < reach.length; j++) {
      reach[j] = reach(j);
    }
  }

  /** Whether the whole tube is on the side of the path. */
  boolean clear(int neuron, int sample) {
    Series[] w = step.hidden(neuron);
    double[] x = model.x(sample);
    if (start[neuron] == null) {
      start[neuron] = starts(w);
    }
    int sign = step.sides(neuron)[sample].sign();
    if (sign * start[neuron][sample] > Bounds.up(model.sampleNorm(sample) * reach[neuron])) {
      return true;
    }
    double error = Bounds.up(model.sampleNorm(sample) * tube[neuron]);
    return SeriesRange.above(Preactivation.of(x, w), sign, error);
  }

  /** Inner products of first coefficients with all samples, rounded as often as one has terms. */
  private double[] starts(Series[] w) {
    double[] products = new double[model.n()];
    for (int i = 0; i < w.length; i++) {
      double first = w[i].coefficient(0);
      double[] column = model.column(i);
      for (int k = 0; k < products.length; k++) {
        products[k] += first * column[k];
      }
    }
    return products;
  }

  /**
   * At least how far a neuron gets from the first coefficients of its path, its error and the
   * rounding of an inner product of them with a sample of norm 1.
   */
  private double reach(int neuron) {
    double moved = 0;
    double start = 0;
    for (Series one : step.hidden(neuron)) {
      double first = Math.abs(one.coefficient(0));
      double rest = one.normBesides(0);
      moved += rest * rest;
      start += first * first;
    }
    double rounding = (model.d() + 2) * Bounds.ROUNDOFF * Bounds.up(Math.sqrt(Bounds.up(start)));
    return Bounds.up(tube[neuron] + Bounds.up(Math.sqrt(Bounds.up(moved))) + rounding);
  }

  /** Whether the path, and its projection where it slides, is on its side or on the kink. */
  boolean onItsSide(int neuron, int sample) {
    Series g = Preactivation.of(model.x(sample), step.hidden(neuron));
    int sign = step.sides(neuron)[sample].sign();
    double off = Bounds.up(model.sampleNorm(sample) * rates.displacement(neuron));
    double least = rates.displacement(neuron) == 0 ? 0 : off;
    return (sign > 0 ? SeriesRange.lower(g) : -SeriesRange.upper(g)) >= least
        || SeriesRange.above(g, sign, least);
  }

  /** The output weight of a neuron over the tube. */
  Interval outer(int neuron) {
    Series a = step.outer(neuron);
    double error = model.bothLayers() ? tube[neuron] : 0;
    return Interval.of(
        Math.nextDown(SeriesRange.lower(a) - error), Math.nextUp(SeriesRange.upper(a) + error));
  }

  /** A residual over the tube. */
  Interval residual(int sample) {
    Series r = rates.field().residual(sample);
    double shift = Bounds.up(model.curvature() * model.sampleNorm(sample) * outputShift);
    return Interval.of(
        Math.nextDown(SeriesRange.lower(r) - shift), Math.nextUp(SeriesRange.upper(r) + shift));
  }

  /** What has the place of the residual at a kink over the tube: the residual of one sample. */
  Interval kinkResidual(int sample) {
    return model.kinks().of(sample).residual(this::residual);
  }

  /** {@code a_j r_k} over the tube: negative at a convex kink, positive at a concave one. */
  Interval bend(int neuron, int sample) {
    return outer(neuron).times(kinkResidual(sample));
  }

  /**
   * Whether the jump of the field at a convex kink outweighs what a gate on the other side adds to
   * the growth of errors.
   */
  boolean jumpOutweighs(int neuron, int sample) {
    if (!model.bothLayers()) {
      return true;
    }
    Interval r = kinkResidual(sample);
    double least = outer(neuron).mignitude();
    return Bounds.up(2 * tube[neuron] * r.magnitude()) <= Bounds.down(least * r.mignitude());
  }

  /** At least the growth rate of an error while flow and path are on different sides of a kink. */
  double push(int neuron, int sample) {
    double a = outer(neuron).magnitude() + (model.bothLayers() ? 2 * tube[neuron] : 0);
    return Bounds.up(
        model.factorUp()
            * (1 - model.alpha())
            * Bounds.up(a)
            * kinkResidual(sample).magnitude()
            * model.sampleNorm(sample));
  }

  /**
   * At most the speed of flow and path towards the far side of a concave kink.
   *
   * @param uncertain samples that stand for kinks of which the gate is not known, besides this one
   */
  double speed(Kick kick, Side from, int[] uncertain) {
    int j = kick.neuron();
    int k = kick.sample();
    FieldSeries field = rates.field();
    double[] x = model.x(k);
    Series along = Series.combination(x, field.pull(j), step.degree());
    double shift = Bounds.up(model.sampleNorm(k) * rates.pullShift(tube));
    Interval pull =
        Interval.of(
            Math.nextDown(SeriesRange.lower(along) - shift),
            Math.nextUp(SeriesRange.upper(along) + shift));
    Interval own = Interval.of(model.gate(from)).minus(model.gate(step.sides(j)[k]));
    Interval factor = Interval.of(model.multiplier()).divide(Interval.of(model.divisor()));
    Interval square = model.inner(k, k);
    pull = pull.plus(factor.times(own).times(kinkResidual(k)).times(square));
    for (int l : uncertain) {
      Interval gate = gateShift(step.sides(j)[l]);
      pull = pull.plus(factor.times(gate).times(kinkResidual(l)).times(along(kick, l)));
    }
    Interval speed = outer(j).times(pull).times(-from.sign());
    double defect = Bounds.up(model.sampleNorm(k) * rates.defect(j) / step.length());
    return Math.nextDown(speed.lower() - Math.nextUp(defect));
  }

  /**
   * What one more unit of a sample's pull adds along the kink. Where the neuron slides, the pull is
   * projected, of which only the length is known.
   */
  private Interval along(Kick kick, int other) {
    if (model.kinks().slides(step.sides(kick.neuron())).length > 0) {
      double most = Bounds.up(model.sampleNorm(other) * model.sampleNorm(kick.sample()));
      return Interval.of(-most, most);
    }
    return model.inner(other, kick.sample());
  }

  private Interval gateShift(Side side) {
    double span = Math.nextUp(1 - model.alpha());
    return switch (side) {
      case PLUS -> Interval.of(-span, 0);
      case MINUS -> Interval.of(0, span);
      case SLIDE -> Interval.of(-span, span);
    };
  }

  /** Why a kink on which the flow may be is not covered, empty when it is. */
  Optional<Refusal> uncovered(int neuron, int sample, Optional<Kick> kick) {
    Interval bend = bend(neuron, sample);
    if (bend.isNegative()) {
      return jumpOutweighs(neuron, sample)
          ? Optional.empty()
          : Optional.of(
              new Refusal(
                  Refusal.Kind.SMALL,
                  neuron,
                  sample,
                  "the output weight is too small for the error of the neuron, " + tube[neuron]));
    }
    if (!bend.isPositive()) {
      return Optional.of(
          new Refusal(
              Refusal.Kind.KINK,
              neuron,
              sample,
              "the residual or the output weight may change its sign on the kink"));
    }
    return kick.isPresent()
        ? Optional.empty()
        : Optional.of(
            new Refusal(Refusal.Kind.CONCAVE, neuron, sample, "a concave kink without bounds"));
  }

  /**
   * Why the bounds of a kink that is being passed do not hold over the step.
   *
   * @param unclear samples of which the side is not proven for the neuron, slides apart
   */
  Optional<Refusal> passing(OpenKick kink, int[] unclear) {
    Kick kick = kink.kick();
    int j = kick.neuron();
    int[] others =
        IntStream.concat(Arrays.stream(unclear), Arrays.stream(model.kinks().slides(step.sides(j))))
            .filter(l -> l != kick.sample())
            .toArray();
    double speed = speedOfBoth(kink, others);
    double push = push(j, kick.sample());
    String fault = "";
    if (!(speed >= kick.speed())) {
      fault = "the speed towards the kink is only proven to be " + speed;
    } else if (!(push <= kick.push())) {
      fault = "the error may grow faster than " + kick.push();
    } else if (!(kink.clean() <= kick.before())) {
      fault = "the error may be more than " + kick.before() + " before the kink";
    } else if (!(kink.drift() <= kick.drift())) {
      fault = "the error changes while the kink is open";
    }
    return fault.isEmpty()
        ? Optional.empty()
        : Optional.of(new Refusal(Refusal.Kind.CONCAVE, j, kick.sample(), fault));
  }

  /** The flow may be on a slide that the path has left before the kink. */
  private double speedOfBoth(OpenKick kink, int[] others) {
    Side[] sides = step.sides(kink.kick().neuron());
    int[] slide = samples(kink);
    boolean ahead = sides[kink.kick().sample()] == kink.from();
    double speed = Double.POSITIVE_INFINITY;
    if (slide.length > 0) {
      speed =
          new SlidingSpeed(model, step, rates, this)
              .towards(kink, slidings.on(slide).orElseThrow(), others);
    }
    return slide.length == 0 || ahead && !Arrays.equals(slide, model.kinks().slides(sides))
        ? Math.min(speed, speed(kink.kick(), kink.from(), others))
        : speed;
  }

  private static int[] samples(OpenKick kink) {
    return kink.slide().stream().mapToInt(Integer::intValue).toArray();
  }
}
