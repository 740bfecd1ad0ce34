package org.flowproof.enclose.verify;

import static org.flowproof.enclose.verify.NotVerifiedException.require;

import org.flowproof.enclose.interval.Interval;
import org.flowproof.enclose.interval.Rounding;

/**
 * A concave kink that flow and path are passing. With u the error of the neuron, it adds at most
 * {@code f u1}, where u1 is u at the first of the two crossings and {@code f = factor}.
 *
 * <p>Let u change by at most d, apart from the kink, before both have crossed. A block then needs,
 * of this neuron, {@code u^2 + 2f(u+d)^2 + f^2(u+d)^2} in its squares. A bound b of the neuron
 * alone gives that as long as {@code c^2 + (2f+f^2)(c+d)^2 <= b^2}, with {@code c >= u}. Raising
 * the weight by {@code 1+f} and paying {@code 2f before drift} gives it as long as {@code (2+f)d <=
 * drift}. Both are kept as a limit for d.
 */
final class OpenKink {
  private final Step.Kick kick;
  private final char from;
  private double clean;
  private double drift;
  private double limit;

  OpenKink(Step.Kick kick, char from, double clean) {
    this.kick = kick;
    this.from = from;
    this.clean = clean;
    limit = Rounding.divDown(kick.drift(), Rounding.addUp(2, kick.factor()));
  }

  Step.Kick kick() {
    return kick;
  }

  char from() {
    return from;
  }

  /** The error of the neuron grows by a factor and a summand that are not the kink's. */
  void move(Interval growth, double added) {
    Interval more = growth.times(added);
    Interval sure = Interval.of(kick.before()).times(kick.factor()).plus(clean);
    drift = growth.minus(1).times(sure).plus(more).plus(drift).upper();
    clean = growth.times(clean).plus(more).upper();
    require(clean <= kick.before(), at() + "the error before it may be more than stated");
    require(drift <= limit, at() + "the error changes too much while it is open");
  }

  /** A block is taken to be bounded by a bound of this neuron that contains the kink. */
  void rely(double bound) {
    if (kick.factor() == 0) {
      return;
    }
    Interval f = Interval.of(kick.factor());
    Interval room = Interval.of(bound).square().minus(Interval.of(clean).square());
    Interval most = room.divide(f.times(2).plus(f.square()));
    require(most.lower() >= 0, at() + "a block rests on a bound without the kink");
    double free = Rounding.subDown(Rounding.sqrtDown(most.lower()), clean);
    limit = Math.min(limit, Rounding.addDown(drift, free));
    require(drift <= limit, at() + "a block rests on a bound without the kink");
  }

  String at() {
    return "concave kink of neuron " + kick.neuron() + " and sample " + kick.sample() + ": ";
  }
}
