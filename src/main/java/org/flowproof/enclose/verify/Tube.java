package org.flowproof.enclose.verify;

import static org.flowproof.enclose.verify.NotVerifiedException.require;

import org.flowproof.enclose.interval.Interval;

/** Signs and speeds on the tube around one step. */
final class Tube {
  private final Given given;
  private final Step step;
  private final Rates rates;
  private final double shift;

  Tube(Given given, Step step, Rates rates) {
    this.given = given;
    this.step = step;
    this.rates = rates;
    shift = rates.outputShift(step.tube);
  }

  /** Whether neither path nor flow can be on the kink; the path must be on its side anyhow. */
  boolean clear(int j, int k) {
    int sign = step.sides[j].charAt(k) == '+' ? 1 : -1;
    double least = Polynomial.exact(given.x[k], step.hidden[j]).times(sign).lower();
    require(least >= 0, at(j, k) + "the path leaves the side it claims");
    boolean clear = least > Interval.of(given.norm[k]).times(step.tube[j]).upper();
    // the projection of a sliding path may be beyond a kink that the path is not beyond
    require(
        clear || step.sides[j].indexOf('0') < 0,
        at(j, k) + "a sliding neuron near another kink is more than this checker verifies");
    return clear;
  }

  Interval outer(int j) {
    Interval a = step.outer[j].range();
    return given.both ? a.plus(Interval.of(-step.tube[j], step.tube[j])) : a;
  }

  Interval residual(int k) {
    double reach = Interval.of(given.norm[k]).times(shift).upper();
    return rates.residual[k].range().plus(Interval.of(-reach, reach));
  }

  /**
   * Whether a kink is convex on the tube, {@code a_j r_k < 0}. The jump of the field must outweigh
   * what the other gate adds to {@code M_j}: {@code 2 |e_a| |r|} against {@code |a| |r|}.
   */
  boolean convex(int j, int k) {
    Interval a = outer(j);
    Interval r = residual(k);
    Interval bend = a.times(r);
    require(
        bend.isNegative() || bend.isPositive(), at(j, k) + "the sign of a r is not proven there");
    if (bend.isNegative() && given.both) {
      require(
          Interval.of(step.tube[j]).times(2).times(r.magnitude()).upper()
              <= Interval.of(a.mignitude()).times(r.mignitude()).lower(),
          at(j, k) + "the output weight is too small for its error");
    }
    return bend.isNegative();
  }

  /** Checks speed and push of an open kink; the gates of some samples may be any. */
  void passing(OpenKink kink, boolean[] unclear) {
    int j = kink.kick().neuron();
    int k = kink.kick().sample();
    Interval span = Interval.ONE.minus(given.alpha);
    Interval r = residual(k);
    double twice = given.both ? Interval.of(step.tube[j]).times(2).upper() : 0;
    double push =
        span.times(given.factor)
            .times(Interval.of(outer(j).magnitude()).plus(twice))
            .times(r.magnitude())
            .times(given.norm[k])
            .upper();
    require(push <= kink.kick().push(), kink.at() + "the error may grow faster than stated");
    double reach = Interval.of(given.norm[k]).times(rates.pullShift(step.tube)).upper();
    Interval pull =
        Slide.combination(given.x[k], rates.pull[j]).range().plus(Interval.of(-reach, reach));
    Interval own = Interval.of(given.gate(kink.from())).minus(given.gate(step.sides[j].charAt(k)));
    pull = pull.plus(own.times(given.factor).times(r).times(Slide.dot(given.x[k], given.x[k])));
    for (int l = 0; l < given.n; l++) {
      char side = step.sides[j].charAt(l);
      if (l != k && (unclear[l] || side == '0')) {
        Interval gate =
            Interval.of(side == '-' ? 0 : -span.upper(), side == '+' ? 0 : span.upper());
        Interval force = gate.times(given.factor).times(residual(l));
        pull = pull.plus(force.times(Slide.dot(given.x[l], given.x[k])));
      }
    }
    Interval towards = outer(j).times(pull).times(kink.from() == '+' ? -1 : 1);
    Interval slack =
        Interval.of(given.norm[k]).times(rates.defect(j)).divide(Interval.of(step.length));
    require(
        towards.minus(slack).lower() >= kink.kick().speed(),
        kink.at()
            + "the speed towards it is not what is stated"
            + (step.sides[j].indexOf('0') < 0
                ? ""
                : "; that the flow itself is on the kinks it slides on, this checker never uses"));
  }

  static String at(int j, int k) {
    return "neuron " + j + ", sample " + k + ": ";
  }
}
