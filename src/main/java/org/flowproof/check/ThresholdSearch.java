package org.flowproof.check;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleFunction;
import org.flowproof.formula.Truth;

/**
 * Looks for the value at which a statement about one positive quantity changes its truth: first on
 * a grid, so that more than one change is seen, then by bisection of the logarithm.
 */
final class ThresholdSearch {
  /** Relative distance of the two sides of a boundary. */
  static final double ACCURACY = 1e-7;

  /** Values of a grid that are told when there are several changes. */
  private static final int TOLD = 4;

  private final DoubleFunction<Truth> test;
  private final boolean whole;

  private record Point(double value, Truth truth) {}

  private ThresholdSearch(DoubleFunction<Truth> test, boolean whole) {
    this.test = test;
    this.whole = whole;
  }

  /**
   * Searches over powers of ten.
   *
   * @param lowest exponent of the first grid value
   * @param highest exponent of the last
   */
  static Threshold overDecades(int lowest, int highest, DoubleFunction<Truth> test) {
    List<Double> grid = new ArrayList<>();
    for (int exponent = lowest; exponent <= highest; exponent++) {
      grid.add(Double.parseDouble("1e" + exponent));
    }
    return new ThresholdSearch(test, false).search(grid);
  }

  /** Searches over whole numbers from 1 to a power of 2, those and their halfway points first. */
  static Threshold overCounts(int largest, DoubleFunction<Truth> test) {
    List<Double> grid = new ArrayList<>();
    for (int n = 1; n <= largest; n *= 2) {
      grid.add((double) n);
      if (n > 1 && n < largest) {
        grid.add(1.5 * n);
      }
    }
    return new ThresholdSearch(test, true).search(grid);
  }

  private Threshold search(List<Double> grid) {
    List<Point> points = grid.stream().map(v -> new Point(v, test.apply(v))).toList();
    List<Point> decided = points.stream().filter(p -> p.truth() != Truth.UNDECIDED).toList();
    if (decided.isEmpty()) {
      return Threshold.none(Threshold.Shape.UNKNOWN, "it is decided nowhere");
    }
    Point first = decided.get(0);
    Point last = decided.get(decided.size() - 1);
    List<Integer> changes = new ArrayList<>();
    for (int i = 1; i < decided.size(); i++) {
      Point before = decided.get(i - 1);
      boolean changed = before.truth() != decided.get(i).truth();
      boolean gap = points.indexOf(decided.get(i)) > points.indexOf(before) + 1;
      if (changed) {
        changes.add(i);
      } else if (gap) {
        return Threshold.none(
            Threshold.Shape.UNKNOWN,
            "it is not decided between "
                + Numbers.text(before.value())
                + " and "
                + Numbers.text(decided.get(i).value()));
      }
    }
    if (changes.size() > 1) {
      return severalChanges(decided, changes);
    }
    String remark = limits(points, first, last);
    if (changes.isEmpty()) {
      Threshold.Shape shape =
          first.truth() == Truth.TRUE ? Threshold.Shape.ALWAYS : Threshold.Shape.NEVER;
      return new Threshold(shape, Double.NaN, Double.NaN, first.value(), last.value(), remark);
    }
    int change = changes.get(0);
    return boundary(decided.get(change - 1), decided.get(change), first, last, remark);
  }

  private static Threshold severalChanges(List<Point> decided, List<Integer> changes) {
    List<String> places = new ArrayList<>();
    for (int i : changes.subList(0, Math.min(TOLD, changes.size()))) {
      places.add(Numbers.text(decided.get(i).value()));
    }
    return Threshold.none(
        Threshold.Shape.NOT_MONOTONE,
        "it changes "
            + changes.size()
            + " times, first between "
            + Numbers.text(decided.get(changes.get(0) - 1).value())
            + " and "
            + String.join(", then before ", places));
  }

  private static String limits(List<Point> points, Point first, Point last) {
    List<String> parts = new ArrayList<>();
    if (!first.equals(points.get(0))) {
      parts.add("not decided below " + Numbers.text(first.value()));
    }
    if (!last.equals(points.get(points.size() - 1))) {
      parts.add("not decided above " + Numbers.text(last.value()));
    }
    return String.join(", ", parts);
  }

  private Threshold boundary(Point below, Point above, Point first, Point last, String remark) {
    double low = below.value();
    double mid = above.value();
    // from below: the last value with the truth of the lower side, and the next without it
    for (double m = middle(low, mid); !close(low, mid); m = middle(low, mid)) {
      if (test.apply(m) == below.truth()) {
        low = m;
      } else {
        mid = m;
      }
    }
    double high = above.value();
    if (mid < high && test.apply(mid) == above.truth()) {
      high = mid;
    }
    // from above: the same for the other side, when what lies between is not decided
    double under = low;
    for (double m = middle(under, high); !close(under, high); m = middle(under, high)) {
      if (test.apply(m) == above.truth()) {
        high = m;
      } else {
        under = m;
      }
    }
    boolean upTo = below.truth() == Truth.TRUE;
    return new Threshold(
        upTo ? Threshold.Shape.UP_TO : Threshold.Shape.FROM,
        upTo ? low : high,
        high / low - 1,
        first.value(),
        last.value(),
        remark);
  }

  private double middle(double low, double high) {
    return whole ? Math.floor((low + high) / 2) : Math.sqrt(low) * Math.sqrt(high);
  }

  private boolean close(double low, double high) {
    return whole ? high - low <= 1 : high / low - 1 <= ACCURACY;
  }
}
