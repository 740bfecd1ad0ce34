package org.flowproof.enclose.verify;

import static org.flowproof.enclose.verify.NotVerifiedException.require;

import java.util.Collection;
import org.flowproof.enclose.interval.Interval;
import org.flowproof.enclose.interval.Rounding;

/**
 * Bounds of errors: {@code sum |e_j|^2 / weight_j^2 <= together^2} over the neurons of a block, and
 * {@code |e_j| <= number_j} for each other neuron. What concave kinks that are open may still add
 * is paid for in advance, so that it is part of every bound.
 */
final class Norm {
  private final String block;
  private final double[] number;
  private double together;

  Norm(String block, double[] number, double together) {
    this.block = block;
    this.number = number;
    this.together = together;
  }

  Norm copy() {
    return new Norm(block, number.clone(), together);
  }

  boolean in(int j) {
    return block.charAt(j) == '1';
  }

  double of(int j) {
    return in(j) ? Rounding.mulUp(number[j], together) : number[j];
  }

  void jump(double[] amounts) {
    Interval sum = Interval.ZERO;
    for (int j = 0; j < number.length; j++) {
      if (in(j)) {
        sum = sum.plus(Interval.of(amounts[j]).divide(Interval.of(number[j])).square());
      } else {
        number[j] = Rounding.addUp(number[j], amounts[j]);
      }
    }
    together = Rounding.addUp(together, sum.sqrt().upper());
  }

  /**
   * Pays for a concave kink: by the weight of its neuron when the claim raises it, otherwise by the
   * bound. {@code |e_j|} goes from at most {@code before} to {@code before + amount}.
   */
  void kick(Step.Kick kick, Norm claim) {
    int j = kick.neuron();
    Interval before = Interval.of(kick.before());
    Interval amount = before.times(kick.factor());
    if (!in(j)) {
      number[j] = amount.plus(number[j]).upper();
      return;
    }
    Interval squares = amount.times(before).times(2).plus(amount.square());
    if (claim.in(j) && claim.number[j] > number[j]) {
      number[j] = Rounding.mulUp(number[j], Rounding.addUp(1, kick.factor()));
      squares = amount.times(kick.drift()).times(2);
    }
    Interval added = squares.divide(Interval.of(number[j]).square());
    together = Interval.of(together).square().plus(added).sqrt().upper();
  }

  /** Heavier weights make the norm smaller: takes those of a claim over. */
  void raise(Norm claim) {
    for (int j = 0; j < number.length; j++) {
      if (in(j) && claim.in(j)) {
        number[j] = Math.max(number[j], claim.number[j]);
      }
    }
  }

  /**
   * Moves the bounds over a step. The Jacobian is {@code blkdiag(M_j) - K} with {@code |M_j|} at
   * most the growth and K positive semidefinite with blocks of norm at most {@code coupling size_j
   * size_l}.
   */
  void grow(Rates rates, double[] tube) {
    Interval all = Interval.ZERO;
    Interval outside = Interval.ZERO;
    for (int l = 0; l < tube.length; l++) {
      Interval part = Interval.of(rates.size(l, tube)).times(tube[l]);
      all = all.plus(part);
      outside = in(l) ? outside : outside.plus(part);
    }
    double fastest = 0;
    Interval forcing = Interval.ZERO;
    for (int j = 0; j < tube.length; j++) {
      Interval own = Interval.of(rates.size(j, tube));
      Interval pulled = own.times(rates.coupling());
      if (in(j)) {
        fastest = Math.max(fastest, rates.growth(j, tube));
        Interval force = pulled.times(outside).plus(rates.defect(j));
        forcing = forcing.plus(Interval.of(force.upper()).divide(Interval.of(number[j])).square());
      } else {
        double others = Math.max(0, all.minus(own.times(tube[j])).upper());
        Interval start = pulled.times(others).plus(rates.defect(j)).plus(number[j]);
        number[j] = Interval.of(rates.growth(j, tube)).exp().times(start).upper();
      }
    }
    Interval rate = Interval.of(fastest).plus(skew(rates, tube));
    together = rate.exp().times(forcing.sqrt().plus(together)).upper();
  }

  /**
   * {@code -sym(W^-1 K W) <= (W - W^-1) K (W - W^-1) / 4}, with the best multiple of W in place of
   * W.
   */
  private double skew(Rates rates, double[] tube) {
    Interval heavy = Interval.ZERO;
    Interval light = Interval.ZERO;
    Interval plain = Interval.ZERO;
    double first = 0;
    boolean even = true;
    for (int j = 0; j < tube.length; j++) {
      if (in(j)) {
        Interval square = Interval.of(rates.size(j, tube)).square();
        Interval weight = Interval.of(number[j]).square();
        heavy = heavy.plus(square.times(weight));
        light = light.plus(square.divide(weight));
        plain = plain.plus(square);
        first = first == 0 ? number[j] : first;
        even &= number[j] == first;
      }
    }
    Interval difference = heavy.times(light).sqrt().minus(plain);
    return even ? 0 : difference.times(rates.coupling()).times(0.5).max(Interval.ZERO).upper();
  }

  /**
   * Checks that a claim follows, from this norm or from the best bounds of single neurons.
   *
   * @param best from all norms
   */
  void implies(Norm claim, double[] best, Collection<OpenKink> open, String when) {
    boolean kept = claim.block.equals(block);
    Interval sum = Interval.ZERO;
    double ratio = 0;
    for (int j = 0; j < number.length; j++) {
      if (!claim.in(j)) {
        require(claim.number[j] >= best[j], "the bound of neuron " + j + when + " does not follow");
        continue;
      }
      Interval weight = Interval.of(claim.number[j]);
      sum = sum.plus(Interval.of(best[j]).divide(weight).square());
      ratio = kept ? Math.max(ratio, Interval.of(number[j]).divide(weight).upper()) : 0;
    }
    if (claim.block.indexOf('1') < 0
        || (kept && claim.together >= Rounding.mulUp(ratio, together))) {
      return;
    }
    require(
        claim.together >= sum.sqrt().upper(), "the bound of a block" + when + " does not follow");
    for (OpenKink kink : open) {
      if (claim.in(kink.kick().neuron())) {
        kink.rely(best[kink.kick().neuron()]);
      }
    }
  }
}
