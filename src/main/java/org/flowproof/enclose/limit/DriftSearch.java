package org.flowproof.enclose.limit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.flowproof.enclose.interval.Interval;

/**
 * Looks for a drift, with V from a separation of nearly the largest margin, and for the start of
 * its clock that makes the ball smallest. What is chosen in doubles is only a proposal; the linear
 * systems, signs and bounds are in intervals. The claims behind the bound are enclosures/drift,
 * enclosures/drift-on-support, enclosures/drift-off-support and enclosures/drift-budgets.
 */
final class DriftSearch {
  /** Coefficients below this part of the largest are taken for 0. */
  private static final double PART = 1e-7;

  /** Starts that are tried, by their logarithms. */
  private static final int STARTS = 61;

  private static final double STEP = 0.1;

  private final SignedFeatures features;
  private final List<Interval> margins;
  private final Interval factor;
  private final List<Integer> support = new ArrayList<>();
  private final List<Integer> others = new ArrayList<>();
  private final Interval[][] gram;

  private DriftSearch(
      SignedFeatures features, Separation separation, List<Interval> margins, Interval factor) {
    this.features = features;
    this.margins = margins;
    this.factor = factor;
    double largest = separation.coefficients().stream().mapToDouble(b -> b).max().orElse(0);
    for (int k = 0; k < features.size(); k++) {
      (separation.coefficients().get(k) > PART * largest ? support : others).add(k);
    }
    gram = new Interval[support.size()][support.size()];
    for (int p = 0; p < support.size(); p++) {
      for (int q = 0; q < support.size(); q++) {
        gram[p][q] = features.product(support.get(p), support.get(q));
      }
    }
  }

  /**
   * Looks for it.
   *
   * @param margins encloses labels times outputs at T
   * @param factor encloses that of the loss
   * @return empty when the support is not proven, or T is too early
   */
  static Optional<Drift> of(
      SignedFeatures features, Separation separation, List<Interval> margins, Interval factor) {
    return new DriftSearch(features, separation, margins, factor).best();
  }

  private Optional<Drift> best() {
    Interval[] ones = new Interval[support.size()];
    java.util.Arrays.fill(ones, Interval.ONE);
    Optional<List<Interval>> solved = IntervalSystem.solve(gram, ones);
    if (support.isEmpty()
        || solved.isEmpty()
        || !solved.get().stream().allMatch(Interval::isPositive)) {
      return Optional.empty();
    }
    List<Interval> parts = solved.get();
    List<Interval> reached = along(parts);
    if (!reached.stream().allMatch(r -> r.lower() > 1)) {
      return Optional.empty();
    }
    Optional<Drift> best = Optional.empty();
    double middle = middle(parts);
    for (int i = 0; i < STARTS; i++) {
      double start = Math.exp(middle + STEP * (i - STARTS / 2));
      Optional<Drift> one = from(parts, reached, start);
      if (one.isPresent() && (best.isEmpty() || one.get().radius() < best.get().radius())) {
        best = one;
      }
    }
    return best;
  }

  /** Encloses the inner products of the others with a sum over the support. */
  private List<Interval> along(List<Interval> coefficients) {
    List<Interval> products = new ArrayList<>();
    for (int k : others) {
      Interval sum = Interval.ZERO;
      for (int p = 0; p < support.size(); p++) {
        sum = sum.plus(coefficients.get(p).times(features.product(k, support.get(p))));
      }
      products.add(sum);
    }
    return products;
  }

  /** Logarithm of the start at which margins of the support are as they should be in the mean. */
  private double middle(List<Interval> parts) {
    double sum = 0;
    double weight = 0;
    for (int p = 0; p < support.size(); p++) {
      double part = parts.get(p).midpoint();
      sum += part * (margins.get(support.get(p)).midpoint() + Math.log(part / factor.midpoint()));
      weight += part;
    }
    return sum / weight;
  }

  private Optional<Drift> from(List<Interval> parts, List<Interval> reached, double start) {
    if (!(start > 0) || !Double.isFinite(start)) {
      return Optional.empty();
    }
    Interval speed = factor.times(start);
    Interval budget = Interval.ZERO;
    Interval[] ahead = new Interval[support.size()];
    for (int p = 0; p < ahead.length; p++) {
      Interval share = parts.get(p).divide(speed);
      Interval rest = Interval.ONE.minus(share);
      if (!share.isPositive() || !rest.isPositive()) {
        return Optional.empty();
      }
      // the margin of the middle of the ball is minus the logarithm of the share
      ahead[p] = margins.get(support.get(p)).plus(share.log());
      budget = budget.plus(parts.get(p).times(share.square()).divide(rest.times(8)));
    }
    Optional<List<Interval>> apart = IntervalSystem.solve(gram, ahead);
    if (apart.isEmpty()) {
      return Optional.empty();
    }
    List<Interval> moved = along(apart.get());
    for (int o = 0; o < others.size(); o++) {
      Interval exponent = moved.get(o).minus(margins.get(others.get(o))).minus(1);
      budget = budget.plus(speed.times(exponent.exp()).divide(reached.get(o).minus(1)));
    }
    Interval square = budget.times(2);
    for (int p = 0; p < ahead.length; p++) {
      square = square.plus(apart.get().get(p).times(ahead[p]));
    }
    return square.upper() >= 0 && Double.isFinite(square.upper())
        ? Optional.of(
            new Drift(
                support, parts, apart.get(), start, Interval.of(square.upper()).sqrt().upper()))
        : Optional.empty();
  }
}
