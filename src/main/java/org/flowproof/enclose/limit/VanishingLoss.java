package org.flowproof.enclose.limit;

import java.util.Optional;
import org.flowproof.enclose.interval.Interval;

/**
 * What is proven of a flow on the logistic loss with fixed output weights as time goes on without
 * end: from some time T on no neuron changes its sides, the loss tends to 0, between {@code 1 / (1
 * / L(T) + fastest (t - T))} and {@code 1 / (1 / L(T) + slowest (t - T))}, every label is fitted in
 * sign in the end, and the weights grow without bound, where it is proven in the direction of the
 * largest margin. Made by {@link LogisticTerminal} alone.
 */
public final class VanishingLoss implements ProvenLimit {
  private final double from;
  private final Interval loss;
  private final Interval inverse;
  private final Rates rates;
  private final double fitted;
  private final Optional<Interval> margin;

  /**
   * How fast one over the loss grows.
   *
   * @param slowest at most its rate, positive
   * @param fastest at least its rate
   */
  record Rates(double slowest, double fastest) {
    Rates {
      if (!(slowest > 0) || !(fastest >= slowest)) {
        throw new IllegalArgumentException("rates " + slowest + ", " + fastest);
      }
    }
  }

  /**
   * What was proven.
   *
   * @param from the time T, at most a rounding after the time of the loss
   * @param loss encloses the loss then
   * @param factor of the sum of costs in the loss
   * @param margin encloses the limit of the least margin over the norm of the weights
   */
  VanishingLoss(
      double from, Interval loss, Rates rates, Interval factor, Optional<Interval> margin) {
    if (!loss.isPositive()) {
      throw new IllegalArgumentException("a loss in " + loss);
    }
    this.from = from;
    this.loss = loss;
    this.rates = rates;
    this.margin = margin;
    // the time of the loss, and the decimal that is printed for it, are this near
    Interval rounding = Interval.of(-2, 2).times(Math.ulp(from)).times(rates.fastest());
    inverse = Interval.ONE.divide(loss).plus(rounding);
    Interval fit = factor.times(Interval.of(2).log());
    Interval late =
        Interval.ONE
            .divide(fit)
            .minus(inverse.lower())
            .divide(Interval.of(rates.slowest()))
            .plus(from);
    fitted = loss.upper() < fit.lower() ? from : Math.max(from, late.upper());
  }

  @Override
  public double from() {
    return from;
  }

  /** Encloses the loss at the time {@link #from}. */
  public Interval loss() {
    return loss;
  }

  /** Encloses one over the loss at the time {@link #from}. */
  public Interval inverse() {
    return inverse;
  }

  /** At most the rate at which one over the loss grows. */
  public double slowest() {
    return rates.slowest();
  }

  /** At least the rate at which one over the loss grows. */
  public double fastest() {
    return rates.fastest();
  }

  /** A time after which every label is fitted in sign, at least {@link #from}. */
  public double fitted() {
    return fitted;
  }

  /**
   * Encloses the limit of the least margin over the norm of all hidden weights, which is the
   * largest that weights with these sides have; their direction tends to that of such weights.
   * Empty when that is not proven.
   */
  public Optional<Interval> margin() {
    return margin;
  }

  /**
   * Encloses the loss at a later time.
   *
   * @param time at least {@link #from}
   */
  public Interval lossAt(double time) {
    if (!(time >= from)) {
      throw new IllegalArgumentException(time + " is before " + from);
    }
    Interval passed = Interval.of(time).minus(from);
    double least = inverse.plus(passed.times(slowest())).lower();
    double most = inverse.plus(passed.times(fastest())).upper();
    return Interval.ONE.divide(Interval.of(least, most));
  }

  @Override
  public Interval limitLoss() {
    return Interval.ZERO;
  }

  @Override
  public String word() {
    return "VANISHES";
  }
}
