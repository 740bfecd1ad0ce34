package org.flowproof.check.nonconvergence;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.flowproof.check.nonconvergence.Assumption.Status;
import org.flowproof.formula.Rational;

/** Assumptions 5 and 6, part (i): what is asked of the samples of {@code K}. */
final class EdgeAssumptions {
  private static final String FIVE = "Assumption 5";
  private static final String FIVE_SAYS =
      "y_k |x_k|^2 > (Sum_l y_l^2)^(1/2) (Sum_{l != k} <x_k, x_l>^2)^(1/2) for k in K";
  private static final String SIX = "Assumption 6 (i)";
  private static final String SIX_SAYS = "<beta*, x_k> < y_k for k in K";

  private EdgeAssumptions() {}

  /**
   * Assumption 5 in two readings of its sum over labels: over all, or over {@code l != k} as in the
   * other sum. The first is the stronger one. Lemma 8 of the paper is false for it and holds for
   * the second as far as is known, so that the assumption counts as met when it is met in the first
   * reading, as not met when it is not in the second, and is left open in between.
   */
  static Assumption five(ExactData data, EdgeSamples edge) {
    if (edge.decided().isEmpty()) {
      return undecided(FIVE, FIVE_SAYS, "K is not decided: " + edge.refusal());
    }
    List<Comparison> strong = new ArrayList<>();
    List<Comparison> weak = new ArrayList<>();
    for (int sample : edge.samples()) {
      int k = sample - 1;
      Rational labels = Rational.ZERO;
      Rational products = Rational.ZERO;
      for (int l = 0; l < data.n(); l++) {
        if (l != k) {
          labels = labels.plus(data.labels().get(l).pow(2));
          products = products.plus(data.product(k, l).pow(2));
        }
      }
      Rational left = data.labels().get(k).times(data.product(k, k));
      Rational all = labels.plus(data.labels().get(k).pow(2));
      strong.add(above("k = " + sample, left, all.times(products)));
      weak.add(above("k = " + sample + ", l != k only", left, labels.times(products)));
    }
    List<Comparison> both = new ArrayList<>(strong);
    both.addAll(weak);
    if (strong.stream().allMatch(Comparison::met)) {
      return new Assumption(FIVE, FIVE_SAYS, Status.MET, strong, "");
    }
    if (weak.stream().allMatch(Comparison::met)) {
      String remark = "met if its sum over labels leaves out l = k, not met if it runs over all l";
      return new Assumption(FIVE, FIVE_SAYS, Status.NOT_DECIDED, both, remark);
    }
    return new Assumption(FIVE, FIVE_SAYS, Status.NOT_MET, both, "");
  }

  /** Whether a number is above the root of another. */
  private static Comparison above(String what, Rational left, Rational right2) {
    boolean met = left.signum() > 0 && left.times(left).compareTo(right2) > 0;
    return new Comparison(what, left.toDouble(), ">", Math.sqrt(right2.toDouble()), met);
  }

  static Assumption six(ExactData data, EdgeSamples edge, Optional<LeastSquares> fit) {
    if (edge.decided().isEmpty()) {
      return undecided(SIX, SIX_SAYS, "K is not decided: " + edge.refusal());
    }
    if (fit.isEmpty()) {
      return undecided(
          SIX, SIX_SAYS, "the samples do not span the space, so that beta* is not unique");
    }
    List<Comparison> comparisons = new ArrayList<>();
    for (int sample : edge.samples()) {
      Rational left = fit.get().predictions().get(sample - 1);
      Rational right = data.labels().get(sample - 1);
      comparisons.add(
          new Comparison(
              "k = " + sample, left.toDouble(), "<", right.toDouble(), left.compareTo(right) < 0));
    }
    return Assumption.of(SIX, SIX_SAYS, comparisons);
  }

  private static Assumption undecided(String name, String says, String remark) {
    return new Assumption(name, says, Status.NOT_DECIDED, List.of(), remark);
  }
}
