package org.flowproof.enclose.limit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.statistics.Statistics;
import org.flowproof.enclose.Flows;
import org.flowproof.enclose.interval.Interval;
import org.flowproof.enclose.path.FlowModel;
import org.flowproof.formula.Rational;

/** Least squares, on all samples and on halves, against rationals; columns may nearly depend. */
class LeastSquaresProperties {
  private static Rational exact(double value) {
    return Rational.ofDouble(value);
  }

  private static List<Rational> exact(double[] values) {
    return Arrays.stream(values).mapToObj(Rational::ofDouble).toList();
  }

  private static boolean holds(Interval interval, Rational value) {
    return exact(interval.lower()).compareTo(value) <= 0
        && value.compareTo(exact(interval.upper())) <= 0;
  }

  /** Gaussian rows, of which the last column is nearly the first. */
  private static double[][] rows(Random random, int n, int p, double apart) {
    double[][] x = new double[n][p];
    for (double[] row : x) {
      for (int i = 0; i < p; i++) {
        row[i] = random.nextGaussian();
      }
      row[p - 1] = row[0] + apart * row[p - 1];
    }
    return x;
  }

  static boolean enclosesTheFit(long seed) {
    Random random = new Random(seed);
    int p = 2 + random.nextInt(3);
    int n = p + random.nextInt(5);
    double[][] x = rows(random, n, p, Math.pow(10, -6 * random.nextDouble()));
    double[] y = random.doubles(n, -2, 2).toArray();
    List<List<Interval>> columns = new ArrayList<>();
    for (int i = 0; i < p; i++) {
      int column = i;
      columns.add(Arrays.stream(x).map(row -> Interval.of(row[column])).toList());
    }
    Optional<LeastSquares> solved = LeastSquares.of(columns, y);
    if (solved.isEmpty()) {
      return false;
    }
    List<List<Rational>> rows = Arrays.stream(x).map(LeastSquaresProperties::exact).toList();
    List<Rational> fit = ExactLeastSquares.fit(rows, exact(y));
    Rational squares = Rational.ZERO;
    for (int k = 0; k < n; k++) {
      Rational rest = exact(y[k]).minus(fit.get(k));
      squares = squares.plus(rest.times(rest));
      assertTrue(holds(solved.get().fit().get(k), fit.get(k)), () -> "fit of seed " + seed);
    }
    assertTrue(holds(solved.get().squares(), squares), () -> "squares of seed " + seed);
    return true;
  }

  @Property(tries = 300, seed = "2630")
  void fitsAreEnclosed(@ForAll long seed) {
    Statistics.label("solved").collect(enclosesTheFit(seed));
    Statistics.label("solved").coverage(c -> c.check(true).percentage(p -> p > 80));
  }

  /** A model that only has data. */
  private static FlowModel data(double[][] x, double[] y) {
    return Flows.model(
        Flows.squared(x, y, new double[][] {new double[x[0].length]}, new double[] {1}, 0, 1));
  }

  static Optional<Interval> enclosesTheDistance(long seed) {
    Random random = new Random(seed);
    int d = 1 + random.nextInt(3);
    int n = 2 * d + random.nextInt(8);
    double[][] x = rows(random, n, d, 1);
    double[] y = random.doubles(n, -2, 2).toArray();
    double[] outputs = random.doubles(n, -2, 2).toArray();
    Optional<Interval> distance =
        HalfSamples.distance(data(x, y), Arrays.stream(outputs).mapToObj(Interval::of).toList());
    if (distance.isPresent()) {
      List<List<Rational>> rows = Arrays.stream(x).map(LeastSquaresProperties::exact).toList();
      Rational known = ExactLeastSquares.fromHalves(rows, exact(y), exact(outputs));
      assertTrue(holds(distance.get(), known), () -> known.toDouble() + " in " + distance);
      assertTrue(distance.get().width() < 1e-9, distance::toString);
    }
    return distance;
  }

  @Property(tries = 300, seed = "2631")
  void distancesFromHalvesAreEnclosed(@ForAll long seed) {
    Statistics.label("halves").collect(enclosesTheDistance(seed).isPresent());
    Statistics.label("halves").coverage(c -> c.check(true).percentage(p -> p > 40));
  }

  /** Without the engine that draws seeds, for mutants. */
  static void encloseMany() {
    for (long seed = 0; seed < 200; seed++) {
      enclosesTheFit(seed);
      enclosesTheDistance(seed);
    }
  }

  @Example
  void aSampleOnTheCutBelongsToNoHalf() {
    double[][] x = {{1}, {2}, {-1}, {-2}, {0}};
    double[] y = {1, 1, -1, -1, 1};
    List<Interval> outputs = Arrays.stream(y).mapToObj(Interval::of).toList();
    assertEquals(Optional.empty(), HalfSamples.distance(data(x, y), outputs));
    x[4][0] = 0x1p-40;
    assertTrue(HalfSamples.distance(data(x, y), outputs).isPresent());
  }
}
