package org.flowproof.check.nonconvergence;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.flowproof.flow.cones.ExactVector;
import org.flowproof.formula.Rational;

/**
 * Assumption 3: three samples of the plane with labels such that, for some {@code eta > 0},
 *
 * <pre>
 * x_1 in (-1, -1 + eta] x [1, 1 + eta],      y_1 in [1, 1 + eta],
 * x_2 in [-eta, eta] x [1 - eta, 1 + eta],   y_2 in (0, eta],
 * x_3 in [1 - eta, 1) x [1, 1 + eta],        y_3 in [1, 1 + eta],
 * </pre>
 *
 * up to the order of the samples. Theorem 2 asks for {@code eta < 1/6}.
 *
 * @param assumption whether some {@code eta} will do
 * @param eta the least one that will do; empty when none does
 * @param order the samples that take the parts of 1, 2 and 3, 1-based; empty without three samples
 */
public record ThreePoints(Assumption assumption, Optional<Rational> eta, List<Integer> order) {
  /** What Theorem 2 asks {@code eta} to be below. */
  public static final Rational BOUND = Rational.of(1, 6);

  private static final String NAME = "Assumption 3";
  private static final String SAYS =
      "three samples near (-1, 1), (0, 1), (1, 1) with labels 1, 0, 1";
  private static final int[][] ORDERS = {
    {0, 1, 2}, {2, 1, 0}, {0, 2, 1}, {1, 0, 2}, {1, 2, 0}, {2, 0, 1}
  };

  public ThreePoints {
    order = List.copyOf(order);
  }

  /** Whether {@code eta < 1/6} will do, as Theorem 2 asks. */
  public boolean small() {
    return eta.isPresent() && eta.get().compareTo(BOUND) < 0;
  }

  static ThreePoints of(ExactData data) {
    if (data.n() != 3 || data.d() != 2) {
      String remark =
          "it is about 3 samples in 2 dimensions, these are " + data.n() + " in " + data.d();
      Assumption missed = new Assumption(NAME, SAYS, Assumption.Status.NOT_MET, List.of(), remark);
      return new ThreePoints(missed, Optional.empty(), List.of());
    }
    List<Reading> readings = new ArrayList<>();
    for (int[] order : ORDERS) {
      readings.add(Reading.of(data, order));
    }
    return readings.stream()
        .min(
            Comparator.comparing((Reading r) -> !r.fits())
                .thenComparing(Reading::shortfall)
                .thenComparing(Reading::eta))
        .orElseThrow()
        .result();
  }

  /** The data in one order. */
  private static final class Reading {
    private final int[] order;
    private final List<Comparison> bounds = new ArrayList<>();
    private final List<Comparison> needs = new ArrayList<>();
    private Rational shortfall = Rational.ZERO;
    private Rational eta = Rational.ZERO;

    private Reading(int[] order) {
      this.order = order;
    }

    static Reading of(ExactData data, int[] order) {
      Reading reading = new Reading(order);
      reading.outer(0, data, Rational.of(-1));
      reading.middle(data);
      reading.outer(2, data, Rational.ONE);
      return reading;
    }

    /** The first and the third sample; the first coordinate lies on the inner side of an edge. */
    private void outer(int part, ExactData data, Rational edge) {
      ExactVector x = data.samples().get(order[part]);
      Rational y = data.labels().get(order[part]);
      String name = "x" + (order[part] + 1);
      if (edge.signum() < 0) {
        bound(name + "[1] > -1", x.get(0), ">", edge);
      } else {
        bound(name + "[1] < 1", x.get(0), "<", edge);
      }
      bound(name + "[2] >= 1", x.get(1), ">=", Rational.ONE);
      bound("y" + (order[part] + 1) + " >= 1", y, ">=", Rational.ONE);
      need(name + "[1]", x.get(0).minus(edge).abs());
      need(name + "[2]", x.get(1).minus(Rational.ONE));
      need("y" + (order[part] + 1), y.minus(Rational.ONE));
    }

    private void middle(ExactData data) {
      ExactVector x = data.samples().get(order[1]);
      Rational y = data.labels().get(order[1]);
      String name = "x" + (order[1] + 1);
      bound("y" + (order[1] + 1) + " > 0", y, ">", Rational.ZERO);
      need(name + "[1]", x.get(0).abs());
      need(name + "[2]", x.get(1).minus(Rational.ONE).abs());
      need("y" + (order[1] + 1), y);
    }

    private void bound(String what, Rational left, String relation, Rational right) {
      int sign = left.compareTo(right);
      boolean met =
          switch (relation) {
            case "<" -> sign < 0;
            case ">" -> sign > 0;
            default -> sign >= 0;
          };
      bounds.add(new Comparison(what, left.toDouble(), relation, right.toDouble(), met));
      if (!met) {
        shortfall = shortfall.plus(left.minus(right).abs());
      }
    }

    private void need(String what, Rational least) {
      eta = least.compareTo(eta) > 0 ? least : eta;
      boolean met = least.compareTo(BOUND) < 0;
      needs.add(
          new Comparison(
              "eta needed by " + what + " < 1/6", least.toDouble(), "<", BOUND.toDouble(), met));
    }

    boolean fits() {
      return bounds.stream().allMatch(Comparison::met);
    }

    Rational shortfall() {
      return shortfall;
    }

    Rational eta() {
      return eta;
    }

    ThreePoints result() {
      List<Integer> parts = List.of(order[0] + 1, order[1] + 1, order[2] + 1);
      if (!fits()) {
        Assumption missed =
            new Assumption(
                NAME, SAYS, Assumption.Status.NOT_MET, bounds, "no eta will do in any order");
        return new ThreePoints(missed, Optional.empty(), parts);
      }
      Assumption met = new Assumption(NAME, SAYS, Assumption.Status.MET, needs, "");
      return new ThreePoints(met, Optional.of(eta), parts);
    }
  }
}
