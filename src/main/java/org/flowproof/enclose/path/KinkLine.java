package org.flowproof.enclose.path;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import org.flowproof.enclose.interval.Interval;
import org.flowproof.enclose.taylor.Bounds;
import org.flowproof.enclose.taylor.Series;
import org.flowproof.formula.Rational;

/**
 * One kink: the samples {@code x_k = c_k x} on one line through the origin, {@code x} being the
 * longest of them. They share one gate {@code theta}, which is 1 on the positive side of {@code x}
 * and the slope {@code alpha} on the negative side; samples with {@code c_k < 0} have the gate
 * {@code 1 + alpha - theta}. So they pull together by {@code x (theta R + B)} with {@code R = sum_k
 * |c_k| r_k} and {@code B = (1 + alpha) sum_{c_k < 0} c_k r_k} (theory notes, G2), which is the
 * claim enclosures/one-kink-a-line: {@code R} has the place of the residual of a single sample.
 */
public final class KinkLine {
  private final int sample;
  private final int[] members;
  private final boolean[] opposite;
  private final double reach;
  private final WeightedSum residual;
  private final Optional<WeightedSum> offset;

  /**
   * The kink of some samples on one line, 0-based.
   *
   * @param x samples, n x d
   * @param alpha slope of the activation on the negative side
   */
  KinkLine(double[][] x, int[] members, double alpha) {
    this.members = members.clone();
    int longest = members[0];
    for (int k : members) {
      longest = Bounds.norm(x[k]) > Bounds.norm(x[longest]) ? k : longest;
    }
    sample = longest;
    opposite = new boolean[members.length];
    List<Rational> sizes = new ArrayList<>();
    List<Rational> across = new ArrayList<>();
    List<Integer> opposed = new ArrayList<>();
    double sum = 0;
    for (int p = 0; p < members.length; p++) {
      Rational part = ratio(x[members[p]], x[sample]);
      opposite[p] = part.signum() < 0;
      sizes.add(opposite[p] ? part.negate() : part);
      if (opposite[p]) {
        opposed.add(members[p]);
        across.add(part.times(Rational.ONE.plus(Rational.ofDouble(alpha))));
      }
      double most = Interval.of(part).magnitude() * Bounds.norm(x[members[p]]);
      sum += opposite[p] ? 3 * most : most;
    }
    residual = new WeightedSum(this.members, sizes);
    offset =
        opposed.isEmpty()
            ? Optional.empty()
            : Optional.of(
                new WeightedSum(opposed.stream().mapToInt(Integer::intValue).toArray(), across));
    reach = alone() ? Bounds.norm(x[sample]) : Bounds.up(sum);
  }

  /** {@code c} in {@code left = c right}, of vectors on one line; 1 for a vector and itself. */
  private static Rational ratio(double[] left, double[] right) {
    int pivot = 0;
    for (int i = 1; i < right.length; i++) {
      pivot = Math.abs(right[i]) > Math.abs(right[pivot]) ? i : pivot;
    }
    return right[pivot] == 0
        ? Rational.ONE
        : Rational.ofDouble(left[pivot]).dividedBy(Rational.ofDouble(right[pivot]));
  }

  /** The sample that stands for the kink. */
  public int sample() {
    return sample;
  }

  /** All samples with this kink; not to be written to. */
  public int[] members() {
    return members;
  }

  /** Whether no other sample has this kink. */
  public boolean alone() {
    return members.length == 1;
  }

  /** Whether some samples of the line are on the other side of the kink. */
  public boolean twoSided() {
    return offset.isPresent();
  }

  /** The side of a member when the sample that stands for the kink is on a side. */
  public Side sideOf(int member, Side side) {
    for (int place = 0; place < members.length; place++) {
      if (members[place] == member) {
        return side(place, side);
      }
    }
    throw new IllegalArgumentException("sample " + member + " has another kink");
  }

  /** The same for a member by its place. */
  Side side(int place, Side side) {
    return side == Side.SLIDE || !opposite[place] ? side : side.across();
  }

  /**
   * At least the change of R and the change of B together when the residual of every sample changes
   * by its norm.
   */
  public double reach() {
    return reach;
  }

  /** Encloses R. */
  public Interval residual(IntFunction<Interval> residuals) {
    return alone() ? residuals.apply(sample) : residual.of(residuals);
  }

  /** Encloses B. */
  public Interval offset(IntFunction<Interval> residuals) {
    return offset.map(sum -> sum.of(residuals)).orElse(Interval.ZERO);
  }

  /** R along a step. */
  public Series residualAlong(IntFunction<Series> residuals) {
    return alone() ? residuals.apply(sample) : residual.along(residuals);
  }

  /** What is left of a force along the kink's sample without {@code factor * B}. */
  public Series besidesOffset(Series force, IntFunction<Series> residuals, FlowModel model) {
    return offset
        .map(sum -> sum.along(residuals).times(model.multiplier()).over(model.divisor()))
        .map(force::minus)
        .orElse(force);
  }

  /** R, rounded. */
  public double residual(double[] residuals) {
    return alone() ? residuals[sample] : residual.rounded(residuals);
  }

  /** B, rounded. */
  public double offset(double[] residuals) {
    return offset.map(sum -> sum.rounded(residuals)).orElse(0.0);
  }

  /** Coefficients of R from those of residuals, by sample and order; rounded. */
  public double[] residual(double[][] residuals) {
    return alone() ? residuals[sample] : residual.rounded(residuals);
  }

  /** Coefficients of B; rounded. */
  public double[] offset(double[][] residuals) {
    return offset
        .map(sum -> sum.rounded(residuals))
        .orElseGet(() -> new double[residuals[sample].length]);
  }
}
