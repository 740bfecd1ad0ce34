package org.flowproof.flow.cones;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.flowproof.formula.Rational;
import org.flowproof.problem.SeededStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Activation cones in three and more dimensions. */
class SpaceConesTest {

  static double[][] gaussian(long seed, int n, int d) {
    SeededStream stream = new SeededStream(seed, SeededStream.Purpose.SAMPLES);
    double[][] x = new double[n][d];
    for (double[] row : x) {
      Arrays.setAll(row, i -> stream.nextGaussian());
    }
    return x;
  }

  static double[] labels(long seed, int n) {
    SeededStream stream = new SeededStream(seed, SeededStream.Purpose.NOISE);
    double[] y = new double[n];
    Arrays.setAll(y, k -> stream.nextGaussian());
    return y;
  }

  private static ActivationCones cones(double slope, double[][] x, double... y) {
    return ActivationCones.of(PlaneProblem.of(slope, x, y));
  }

  private static long binomial(int n, int k) {
    return k < 0 || k > n ? 0 : k == 0 ? 1 : binomial(n - 1, k - 1) * n / k;
  }

  /** Cover: n hyperplanes through 0 in general position cut R^d into this many open cones. */
  private static long cover(int n, int d) {
    long sum = 0;
    for (int i = 0; i < d; i++) {
      sum += binomial(n - 1, i);
    }
    return 2 * sum;
  }

  @ParameterizedTest
  @CsvSource({"1,2", "5,2", "8,2", "2,3", "3,3", "5,3", "8,3", "3,4", "4,4", "6,4", "8,4", "7,5"})
  void generalPositionHasAsManyConesAsCoverCounts(int n, int d) {
    Arrangement arrangement =
        Arrangement.of(
            Arrays.stream(gaussian(17, n, d)).map(ExactVector::of).collect(Collectors.toList()));
    long[] byKinks = new long[n + 1];
    arrangement.faces().keySet().forEach(signs -> byKinks[signs.zeros().size()]++);
    int rank = Math.min(n, d);
    for (int kinks = 0; kinks < rank; kinks++) {
      // on each choice of kinks the others cut a space of lower dimension
      long expected = binomial(n, kinks) * cover(n - kinks, rank - kinks);
      assertEquals(expected, byKinks[kinks], kinks + " kinks");
    }
  }

  @Test
  void dependentSamplesHaveTheConesOfTheirSpan() {
    // three samples in the plane z = 0 and one across it: a 6-fan times three heights
    double[][] x = {{1, 0, 0}, {0, 1, 0}, {1, 1, 0}, {0, 0, 1}};
    List<Cone> cones = cones(0, x, 1, 1, 1, 1).cones();
    assertEquals(13 * 3, cones.size());
    // in a plane of space: rays, sectors, and the line perpendicular to all under the origin's name
    double[][] flat = {{1, 0, 1}, {0, 1, 1}, {1, 1, 2}};
    assertEquals(13, cones(0, flat, 1, 1, 1).cones().size());
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void randomDirectionsFallIntoTheConesListed(long seed) {
    int d = 3 + (int) (seed % 2);
    double[][] x = gaussian(seed, 6, d);
    double[] y = labels(seed, 6);
    ActivationCones cones = cones(0.25, x, y);
    Set<String> listed = new HashSet<>();
    for (Cone cone : cones.cones()) {
      listed.add(pattern(cone, x));
    }
    assertEquals(cones.cones().size(), listed.size());
    Set<String> seen = new HashSet<>();
    SeededStream stream = new SeededStream(seed, SeededStream.Purpose.WEIGHTS);
    double longest = 0;
    for (int i = 0; i < 20_000; i++) {
      double[] w = new double[d];
      Arrays.setAll(w, c -> stream.nextGaussian());
      StringBuilder text = new StringBuilder();
      double[] pull = new double[d];
      for (int k = 0; k < x.length; k++) {
        double u = dot(w, x[k]);
        text.append(u > 0 ? '+' : '-');
        for (int c = 0; c < d; c++) {
          pull[c] += (u > 0 ? 1 : 0.25) * y[k] * x[k][c] / x.length;
        }
      }
      seen.add(text.toString());
      longest = Math.max(longest, Math.sqrt(dot(pull, pull)));
    }
    assertTrue(listed.containsAll(seen));
    long open = cones.cones().stream().filter(c -> c.kind() == Cone.Kind.OPEN).count();
    assertEquals(cover(6, d), open);
    assertTrue(seen.size() >= 0.5 * open, seen.size() + " of " + open);
    double found = Math.sqrt(new AlignmentConstants(cones).largestPull2().toDouble());
    assertTrue(found >= longest - 1e-12, found + " against " + longest);
  }

  private static String pattern(Cone cone, double[][] x) {
    StringBuilder text = new StringBuilder();
    for (double[] row : x) {
      int sign = cone.sign(ExactVector.of(row));
      text.append(sign > 0 ? '+' : sign < 0 ? '-' : '0');
    }
    return text.toString();
  }

  static double dot(double[] left, double[] right) {
    double sum = 0;
    for (int i = 0; i < left.length; i++) {
      sum += left[i] * right[i];
    }
    return sum;
  }

  @Test
  void oneSampleInSpace() {
    ActivationCones cones = cones(0.5, new double[][] {{3, 4, 0}}, 2);
    assertEquals(3, cones.cones().size());
    AlignmentConstants constants = new AlignmentConstants(cones);
    assertEquals(Rational.of(100), constants.largestPull2());
    assertEquals(Rational.of(25), constants.smallestPull2());
    assertEquals(Rational.ONE, constants.alphaMin2());
    assertEquals(Rational.of(25), constants.delta2());
    assertEquals(
        Set.of(ExtremalVector.Shape.MAXIMUM, ExtremalVector.Shape.MINIMUM),
        cones.extremalVectors().stream().map(ExtremalVector::shape).collect(Collectors.toSet()));
  }

  @Test
  void orthogonalSamplesHaveOneExtremalVectorForEachSetOfThem() {
    // ReLU, positive labels: on the kinks of the others every sum of samples points to itself
    double[][] x = {{1, 0, 0}, {0, 2, 0}, {0, 0, 3}};
    ActivationCones cones = cones(0, x, 1, 1, 1);
    assertEquals(26 + 1, cones.cones().size());
    List<ExtremalVector> extremal = cones.extremalVectors();
    assertEquals(7, extremal.size());
    for (ExtremalVector v : extremal) {
      boolean all = v.cone().kind() == Cone.Kind.OPEN;
      assertEquals(
          all ? ExtremalVector.Shape.MAXIMUM : ExtremalVector.Shape.SADDLE,
          v.shape(),
          v.toString());
    }
    AlignmentConstants constants = new AlignmentConstants(cones);
    assertEquals(Rational.of(1 + 4 + 9, 9), constants.largestPull2());
    assertEquals(Rational.of(1, 9), constants.smallestPull2());
    // (1/3) x_1 lies on the edge of the cone where x_1 alone is active
    assertEquals(Rational.ZERO, constants.alphaMin2());
  }

  @Test
  void planarDataLiftedIntoSpaceKeepTheirExtremalVectors() {
    double[][] plane = gaussian(5, 5, 2);
    double[] y = labels(5, 5);
    double[][] lifted =
        Arrays.stream(plane).map(r -> new double[] {r[0], 0, r[1]}).toArray(double[][]::new);
    ActivationCones two = cones(0.25, plane, y);
    ActivationCones three = cones(0.25, lifted, y);
    AlignmentConstants before = new AlignmentConstants(two);
    AlignmentConstants after = new AlignmentConstants(three);
    assertEquals(before.largestPull2(), after.largestPull2());
    assertEquals(before.smallestPull2(), after.smallestPull2());
    assertEquals(before.alphaMin2(), after.alphaMin2());
    assertEquals(before.delta2(), after.delta2());
    assertEquals(two.extremalVectors().size(), three.extremalVectors().size());
    assertFalse(two.extremalVectors().isEmpty());
  }

  /** Length, shape and pole of each extremal vector, in an order of their own. */
  private static List<String> summary(ActivationCones cones, Rational unit) {
    List<String> lines = new ArrayList<>();
    for (ExtremalVector v : cones.extremalVectors()) {
      lines.add(v.vector().norm2().dividedBy(unit) + " " + v.shape() + " " + v.cone().pole());
    }
    lines.sort(Comparator.naturalOrder());
    return lines;
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void rotationScaleAndOrderChangeNothing(long seed) {
    double[][] x = gaussian(seed, 6, 3);
    double[] y = labels(seed, 6);
    ActivationCones cones = cones(0, x, y);
    List<String> before = summary(cones, Rational.ONE);
    assertFalse(before.isEmpty());
    double[][] turned =
        Arrays.stream(x).map(r -> new double[] {-r[1], r[2], r[0]}).toArray(double[][]::new);
    assertEquals(before, summary(cones(0, turned, y), Rational.ONE));
    // samples and labels twice as large: pulls four times
    double[][] larger =
        Arrays.stream(x)
            .map(r -> Arrays.stream(r).map(v -> 2 * v).toArray())
            .toArray(double[][]::new);
    double[] higher = Arrays.stream(y).map(v -> 2 * v).toArray();
    assertEquals(before, summary(cones(0, larger, higher), Rational.of(16)));
    double[][] mixed = {x[3], x[0], x[5], x[1], x[4], x[2]};
    double[] with = {y[3], y[0], y[5], y[1], y[4], y[2]};
    ActivationCones other = cones(0, mixed, with);
    assertEquals(before, summary(other, Rational.ONE));
    assertEquals(
        new AlignmentConstants(cones).alphaMin2(), new AlignmentConstants(other).alphaMin2());
  }

  @Test
  void negatedLabelsExchangeMaximaAndMinima() {
    double[][] x = gaussian(3, 6, 3);
    double[] y = labels(3, 6);
    double[] negated = Arrays.stream(y).map(v -> -v).toArray();
    ActivationCones cones = cones(0, x, y);
    ActivationCones other = cones(0, x, negated);
    List<ExactVector> maxima = vectors(cones, ExtremalVector.Shape.MAXIMUM);
    assertFalse(maxima.isEmpty());
    assertEquals(
        maxima,
        vectors(other, ExtremalVector.Shape.MINIMUM).stream().map(ExactVector::negate).toList());
    assertEquals(
        vectors(cones, ExtremalVector.Shape.SADDLE),
        vectors(other, ExtremalVector.Shape.SADDLE).stream().map(ExactVector::negate).toList());
  }

  private static List<ExactVector> vectors(ActivationCones cones, ExtremalVector.Shape shape) {
    return cones.extremalVectors().stream()
        .filter(v -> v.shape() == shape)
        .map(ExtremalVector::vector)
        .toList();
  }
}
