package org.flowproof.flow.cones;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.flowproof.formula.Rational;

/**
 * The enumeration against directions on the circle, with pulls summed up in doubles and an own test
 * for critical points.
 */
class ActivationConesProperties {
  private static final int DIRECTIONS = 7_919;
  private static final double TURN = 2 * Math.PI;

  /** A drawn data set. */
  static final class Drawn {
    private final double slope;
    private final double[][] x;
    private final double[] y;

    Drawn(double slope, double[][] x, double[] y) {
      this.slope = slope;
      this.x = x;
      this.y = y;
    }

    double[] pull(double angle) {
      double[] sum = new double[2];
      for (int k = 0; k < y.length; k++) {
        double u = Math.cos(angle) * x[k][0] + Math.sin(angle) * x[k][1];
        double gate = u > 0 ? 1 : slope;
        sum[0] += gate * y[k] * x[k][0] / y.length;
        sum[1] += gate * y[k] * x[k][1] / y.length;
      }
      return sum;
    }

    double g(double angle) {
      double[] pull = pull(angle);
      return Math.cos(angle) * pull[0] + Math.sin(angle) * pull[1];
    }

    ActivationCones cones() {
      return ActivationCones.of(PlaneProblem.of(slope, x, y));
    }

    @Override
    public String toString() {
      return slope + " " + java.util.Arrays.deepToString(x) + java.util.Arrays.toString(y);
    }
  }

  @Provide
  Arbitrary<Drawn> data() {
    Arbitrary<Double> entry = Arbitraries.integers().between(-16, 16).map(i -> i / 8.0);
    Arbitrary<double[]> row =
        Combinators.combine(entry, entry)
            .as((a, b) -> new double[] {a, b})
            .filter(r -> r[0] != 0 || r[1] != 0);
    Arbitrary<Double> label = entry.filter(v -> v != 0);
    return Arbitraries.integers()
        .between(1, 6)
        .flatMap(
            n ->
                Combinators.combine(
                        Arbitraries.of(0.0, 0.25, 0.5),
                        row.list().ofSize(n),
                        label.list().ofSize(n))
                    .as(
                        (slope, x, y) ->
                            new Drawn(
                                slope,
                                x.toArray(double[][]::new),
                                y.stream().mapToDouble(v -> v).toArray())));
  }

  private static double root(Rational square) {
    return Math.sqrt(square.toDouble());
  }

  @Property(tries = 150)
  void sectorsCarryTheirPulls(@ForAll("data") Drawn drawn) {
    List<Cone> cones = drawn.cones().cones();
    double total = 0;
    for (Cone cone : cones) {
      if (cone.kind() != Cone.Kind.OPEN) {
        continue;
      }
      double[] from = cone.edges().get(0).toDoubles();
      double[] to = cone.edges().get(1).toDoubles();
      double start = Math.atan2(from[1], from[0]);
      double width = Math.atan2(to[1], to[0]) - start;
      width = width <= 0 ? width + TURN : width;
      total += width;
      for (double part : new double[] {0.001, 0.3, 0.7, 0.999}) {
        double[] expected = drawn.pull(start + part * width);
        double[] found = cone.pull().toDoubles();
        assertEquals(expected[0], found[0], 1e-12);
        assertEquals(expected[1], found[1], 1e-12);
      }
    }
    assertEquals(TURN, total, 1e-9);
  }

  @Property(tries = 150)
  void extremePullsAreThoseOnTheCircle(@ForAll("data") Drawn drawn) {
    ActivationCones cones = drawn.cones();
    double most = 0;
    double least = Double.POSITIVE_INFINITY;
    for (int i = 0; i < DIRECTIONS; i++) {
      double[] pull = drawn.pull(TURN * (i + 0.1234) / DIRECTIONS);
      double norm = Math.hypot(pull[0], pull[1]);
      most = Math.max(most, norm);
      least = norm > 1e-12 ? Math.min(least, norm) : least;
    }
    if (most > 1e-12) {
      AlignmentConstants constants = new AlignmentConstants(cones);
      assertEquals(most, root(constants.largestPull2()), 1e-9);
      // kinks only shorten the pull
      assertTrue(root(constants.smallestPull2()) <= least + 1e-9);
    }
  }

  @Property(tries = 150)
  void pullOnAKinkIsTheShortestMixture(@ForAll("data") Drawn drawn) {
    for (Cone cone : drawn.cones().cones()) {
      if (cone.kind() != Cone.Kind.FACE) {
        continue;
      }
      double[] ray = cone.inside().toDoubles();
      double angle = Math.atan2(ray[1], ray[0]);
      double[] right = drawn.pull(angle - 1e-7);
      double[] left = drawn.pull(angle + 1e-7);
      double least = Double.POSITIVE_INFINITY;
      for (int i = 0; i <= 10_000; i++) {
        double t = i / 10_000.0;
        least =
            Math.min(
                least,
                Math.hypot((1 - t) * right[0] + t * left[0], (1 - t) * right[1] + t * left[1]));
      }
      double found = root(cone.pull().norm2());
      assertTrue(found <= least + 1e-12 && found >= least - 1e-3, found + " against " + least);
    }
  }

  @Property(tries = 150)
  void criticalPointsOfGAreTheExtremalVectors(@ForAll("data") Drawn drawn) {
    ActivationCones cones = drawn.cones();
    for (ExtremalVector extremal : cones.extremalVectors()) {
      double[] w = extremal.direction().toDoubles();
      double angle = Math.atan2(w[1], w[0]);
      double at = drawn.g(angle);
      assertEquals(
          root(extremal.vector().norm2()),
          extremal.cone().pole() == Cone.Pole.ALONG ? at : -at,
          1e-9);
      boolean leftUp = drawn.g(angle + 1e-5) > at;
      boolean rightUp = drawn.g(angle - 1e-5) > at;
      assertEquals(
          leftUp != rightUp
              ? ExtremalVector.Shape.SADDLE
              : leftUp ? ExtremalVector.Shape.MINIMUM : ExtremalVector.Shape.MAXIMUM,
          extremal.shape());
    }
    // every strict local extremum with G != 0 on a fine circle is near one of them
    double step = TURN / DIRECTIONS;
    for (int i = 0; i < DIRECTIONS; i++) {
      double angle = (i + 0.1234) * step;
      double before = drawn.g(angle - step);
      double here = drawn.g(angle);
      double after = drawn.g(angle + step);
      boolean strict = (here - before) * (here - after) > 1e-20;
      if (strict && Math.abs(here) > 1e-3) {
        assertTrue(
            cones.extremalVectors().stream().anyMatch(v -> near(v, angle, 2 * step)),
            "an extremum at angle " + angle);
      }
    }
  }

  private static boolean near(ExtremalVector extremal, double angle, double most) {
    double[] w = extremal.direction().toDoubles();
    double difference = Math.atan2(w[1], w[0]) - angle;
    return Math.abs(Math.IEEEremainder(difference, TURN)) < most;
  }

  @Property(tries = 150)
  void cosinesOfOtherConesStayAwayFromOne(@ForAll("data") Drawn drawn) {
    ActivationCones cones = drawn.cones();
    double bound = Math.sqrt(1 - new AlignmentConstants(cones).alphaMin2().toDouble());
    double most = Double.NEGATIVE_INFINITY;
    double least = Double.POSITIVE_INFINITY;
    for (Cone cone : cones.cones()) {
      if (cone.pole() != Cone.Pole.NONE || cone.kind() == Cone.Kind.ORIGIN) {
        continue;
      }
      double[] pull = cone.pull().toDoubles();
      for (double[] w : within(cone)) {
        double cosine =
            (w[0] * pull[0] + w[1] * pull[1])
                / (Math.hypot(w[0], w[1]) * Math.hypot(pull[0], pull[1]));
        most = Math.max(most, cosine);
        least = Math.min(least, cosine);
      }
    }
    if (most >= least) {
      assertEquals(Math.max(Math.abs(most), Math.abs(least)), bound, 1e-6);
    } else {
      assertEquals(0, bound);
    }
  }

  /** Directions of the closure of a cone, ends included, found by signs in doubles. */
  private static List<double[]> within(Cone cone) {
    double[] from = cone.edges().get(0).toDoubles();
    if (cone.kind() == Cone.Kind.FACE) {
      return List.of(from);
    }
    double[] to = cone.edges().get(1).toDoubles();
    double start = Math.atan2(from[1], from[0]);
    double turn = Math.atan2(to[1], to[0]) - start;
    double width = turn <= 0 ? turn + TURN : turn;
    return java.util.stream.IntStream.rangeClosed(0, 200)
        .mapToObj(i -> start + width * i / 200)
        .map(angle -> new double[] {Math.cos(angle), Math.sin(angle)})
        .toList();
  }

  @Property(tries = 100)
  void pullAtTheOriginIsTheShortestOfAllGates(@ForAll("data") Drawn drawn) {
    ActivationCones cones = drawn.cones();
    Cone origin = cones.cones().get(cones.cones().size() - 1);
    double found = root(origin.pull().norm2());
    assertEquals(shortest(drawn), found, 1e-9);
    cones.cones().forEach(c -> assertTrue(found <= root(c.pull().norm2()) + 1e-12));
  }

  // the boundary of {base + sum of t_l jump_l, 0 <= t_l <= 1} has the jumps by angle as its edges
  private static double distanceToZonotope(double[] base, List<double[]> jumps) {
    double[] at = base.clone();
    List<double[]> edges = new java.util.ArrayList<>();
    for (double[] jump : jumps) {
      boolean up = jump[1] > 0 || (jump[1] == 0 && jump[0] >= 0);
      edges.add(up ? jump : new double[] {-jump[0], -jump[1]});
      if (!up) {
        at[0] += jump[0];
        at[1] += jump[1];
      }
    }
    edges.sort(java.util.Comparator.comparingDouble(e -> Math.atan2(e[1], e[0])));
    boolean inside = !edges.isEmpty();
    double least = Math.hypot(at[0], at[1]);
    for (int sign = 1; sign >= -1; sign -= 2) {
      for (double[] edge : edges) {
        double[] e = {sign * edge[0], sign * edge[1]};
        inside &= e[1] * at[0] - e[0] * at[1] > 0;
        double square = e[0] * e[0] + e[1] * e[1];
        double t = -(at[0] * e[0] + at[1] * e[1]) / square;
        double along = Math.min(1, Math.max(0, t));
        least = Math.min(least, Math.hypot(at[0] + along * e[0], at[1] + along * e[1]));
        at[0] += e[0];
        at[1] += e[1];
      }
    }
    return inside ? 0 : least;
  }

  /**
   * Least norm over all gates: the distance of the zonotope of the jumps from the origin. Entries
   * are eighths, so that all sums are exact until the last division; jumps of samples on one line
   * may cancel, and those are no edges.
   */
  private static double shortest(Drawn drawn) {
    List<double[]> jumps = new java.util.ArrayList<>();
    double[] sum = new double[2];
    int n = drawn.y.length;
    boolean[] taken = new boolean[n];
    for (int k = 0; k < n; k++) {
      if (taken[k]) {
        continue;
      }
      double[] jump = new double[2];
      for (int l = k; l < n; l++) {
        double[] a = drawn.x[k];
        double[] b = drawn.x[l];
        if (!taken[l] && a[0] * b[1] == a[1] * b[0]) {
          taken[l] = true;
          double side = a[0] * b[0] + a[1] * b[1] > 0 ? 1 : -1;
          double low = side > 0 ? drawn.slope : 1;
          for (int i = 0; i < 2; i++) {
            double v = drawn.y[l] * b[i];
            sum[i] += low * v;
            jump[i] += side * (1 - drawn.slope) * v;
          }
        }
      }
      if (jump[0] != 0 || jump[1] != 0) {
        jumps.add(jump);
      }
    }
    return distanceToZonotope(sum, jumps) / n;
  }
}
