package org.flowproof.check.nonconvergence;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.flowproof.check.nonconvergence.Assumption.Status;
import org.flowproof.flow.cones.Elimination;
import org.flowproof.flow.cones.ExactVector;
import org.flowproof.formula.Ball;
import org.flowproof.formula.Rational;

/**
 * Assumption 4: {@code <x_k, x_l> > 0} for all pairs, {@code y_k > 0}, {@code n >= d}, and any d of
 * the samples independent.
 */
final class PositiveData {
  private static final String NAME = "Assumption 4";
  private static final String SAYS =
      "positive inner products and labels, n >= d, any d samples independent";

  /** Choices of d samples that are tried. */
  private static final long MOST = 100_000;

  private final ExactData data;

  private PositiveData(ExactData data) {
    this.data = data;
  }

  static Assumption of(ExactData data) {
    return new PositiveData(data).decide();
  }

  private Assumption decide() {
    List<Comparison> comparisons = new ArrayList<>(List.of(leastProduct(), leastLabel()));
    comparisons.add(new Comparison("n >= d", data.n(), ">=", data.d(), data.n() >= data.d()));
    if (comparisons.stream().anyMatch(c -> !c.met())) {
      return new Assumption(NAME, SAYS, Status.NOT_MET, comparisons, "");
    }
    Optional<Long> choices = choices();
    if (choices.isEmpty()) {
      String remark =
          "not decided whether any "
              + data.d()
              + " of "
              + data.n()
              + " samples are independent: more than "
              + MOST
              + " choices";
      return new Assumption(NAME, SAYS, Status.NOT_DECIDED, comparisons, remark);
    }
    Optional<List<Integer>> dependent =
        dependent(Elimination.units(data.d()), new ArrayList<>(), 0);
    if (dependent.isPresent()) {
      String remark = "samples " + dependent.get() + " are linearly dependent";
      return new Assumption(NAME, SAYS, Status.NOT_MET, comparisons, remark);
    }
    String remark = "all " + choices.get() + " choices of " + data.d() + " samples are independent";
    return new Assumption(NAME, SAYS, Status.MET, comparisons, remark);
  }

  /** The least inner product: exactly, among those that may be the least by their doubles. */
  private Comparison leastProduct() {
    double[][] rounded =
        data.samples().stream().map(ExactVector::toDoubles).toArray(double[][]::new);
    double ceiling = Double.POSITIVE_INFINITY;
    for (int k = 0; k < data.n(); k++) {
      for (int l = 0; l <= k; l++) {
        Ball product = product(rounded[k], rounded[l]);
        ceiling = Math.min(ceiling, product.value() + product.radius());
      }
    }
    Rational least = null;
    String what = "";
    for (int k = 0; k < data.n(); k++) {
      for (int l = 0; l <= k; l++) {
        Ball product = product(rounded[k], rounded[l]);
        if (product.value() - product.radius() > ceiling) {
          continue;
        }
        Rational exact = data.product(k, l);
        if (least == null || exact.compareTo(least) < 0) {
          least = exact;
          what = "<x" + (l + 1) + ", x" + (k + 1) + "> > 0";
        }
      }
    }
    return new Comparison(what, least.toDouble(), ">", 0, least.signum() > 0);
  }

  /** An inner product of doubles with a generous bound on its rounding. */
  private static Ball product(double[] left, double[] right) {
    double sum = 0;
    double size = 0;
    for (int i = 0; i < left.length; i++) {
      sum += left[i] * right[i];
      size += Math.abs(left[i] * right[i]);
    }
    return new Ball(sum, (left.length + 4) * (Math.ulp(size) + Double.MIN_NORMAL));
  }

  private Comparison leastLabel() {
    int least = 0;
    for (int k = 1; k < data.n(); k++) {
      least = data.labels().get(k).compareTo(data.labels().get(least)) < 0 ? k : least;
    }
    Rational label = data.labels().get(least);
    return new Comparison("y" + (least + 1) + " > 0", label.toDouble(), ">", 0, label.signum() > 0);
  }

  /** How many there are; empty when there are too many, of d samples or on the way to them. */
  private Optional<Long> choices() {
    long count = 1;
    for (int i = 0; i < data.d(); i++) {
      // a binomial coefficient at every step, so that the division leaves no rest
      count = count * (data.n() - i) / (i + 1);
      if (count > MOST) {
        return Optional.empty();
      }
    }
    return Optional.of(count);
  }

  /** Some dependent samples among those chosen and later ones, 1-based. */
  private Optional<List<Integer>> dependent(
      List<ExactVector> beside, List<Integer> chosen, int from) {
    if (chosen.size() == data.d()) {
      return Optional.empty();
    }
    for (int k = from; k < data.n(); k++) {
      List<ExactVector> narrower = Elimination.narrowed(beside, data.samples().get(k));
      chosen.add(k + 1);
      if (narrower.size() == beside.size()) {
        return Optional.of(List.copyOf(chosen));
      }
      Optional<List<Integer>> later = dependent(narrower, chosen, k + 1);
      if (later.isPresent()) {
        return later;
      }
      chosen.remove(chosen.size() - 1);
    }
    return Optional.empty();
  }
}
