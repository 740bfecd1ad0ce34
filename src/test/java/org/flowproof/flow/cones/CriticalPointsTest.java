package org.flowproof.flow.cones;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.flowproof.flow.Orthonormal;
import org.flowproof.formula.Rational;
import org.flowproof.problem.SeededStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Extremal vectors in space against the function G itself, evaluated in doubles. */
class CriticalPointsTest {
  private static final double SLOPE = 0.25;
  private static final int STARTS = 15;

  private static final class Data {
    private final double[][] x;
    private final double[] y;

    Data(double[][] x, double[] y) {
      this.x = x;
      this.y = y;
    }

    static Data drawn(long seed, int n, int d) {
      return new Data(SpaceConesTest.gaussian(seed, n, d), SpaceConesTest.labels(seed, n));
    }

    ActivationCones cones() {
      return ActivationCones.of(PlaneProblem.of(SLOPE, x, y));
    }

    double g(double[] w) {
      double sum = 0;
      for (int k = 0; k < y.length; k++) {
        double u = SpaceConesTest.dot(w, x[k]);
        sum += y[k] * (u > 0 ? u : SLOPE * u) / y.length;
      }
      return sum / norm(w);
    }

    double[] pull(double[] w) {
      double[] sum = new double[w.length];
      for (int k = 0; k < y.length; k++) {
        double gate = SpaceConesTest.dot(w, x[k]) > 0 ? 1 : SLOPE;
        for (int i = 0; i < w.length; i++) {
          sum[i] += gate * y[k] * x[k][i] / y.length;
        }
      }
      return sum;
    }

    /** Where ascent with shrinking steps ends. */
    double[] top(double[] start) {
      double[] w = start;
      double step = 0.5;
      for (int i = 0; i < 14_000; i++) {
        double[] pull = pull(w);
        step *= i < 3_000 ? 1 : 0.999;
        double[] next = new double[w.length];
        for (int c = 0; c < w.length; c++) {
          next[c] = w[c] + step * pull[c];
        }
        double norm = norm(next);
        Arrays.setAll(next, c -> next[c] / norm);
        w = next;
      }
      return w;
    }
  }

  private static double norm(double[] v) {
    return Math.sqrt(SpaceConesTest.dot(v, v));
  }

  private static double[] direction(SeededStream stream, int d) {
    double[] w = new double[d];
    Arrays.setAll(w, i -> stream.nextGaussian());
    double norm = norm(w);
    return Arrays.stream(w).map(v -> v / norm).toArray();
  }

  private static double[] unit(ExactVector vector) {
    double[] values = vector.toDoubles();
    double norm = norm(values);
    return Arrays.stream(values).map(v -> v / norm).toArray();
  }

  @ParameterizedTest
  @CsvSource({"1,5,3", "2,6,3", "3,7,3", "4,8,3", "5,6,4", "6,7,4", "7,5,5"})
  void kindsAreThoseOfNeighbouringValues(long seed, int n, int d) {
    Data data = Data.drawn(seed, n, d);
    SeededStream stream = new SeededStream(seed, SeededStream.Purpose.WEIGHTS);
    for (ExtremalVector v : data.cones().extremalVectors()) {
      double[] at = unit(v.direction());
      double here = data.g(at);
      double[][] kinks = kinks(v.cone(), data);
      boolean up = false;
      boolean down = false;
      for (int i = 0; i < 2_000; i++) {
        double[] step = direction(stream, d);
        if (i % 2 == 0) {
          // the part of the sphere on the kinks has no measure, and there curvature decides
          for (double[] q : kinks) {
            Orthonormal.remove(q, step, 0);
          }
        }
        double[] w = new double[d];
        Arrays.setAll(w, c -> at[c] + 1e-5 * step[c]);
        double change = data.g(w) - here;
        up |= change > 1e-14;
        down |= change < -1e-14;
      }
      assertEquals(
          v.shape() != ExtremalVector.Shape.MAXIMUM, up, v.shape() + " at " + Arrays.toString(at));
      assertEquals(
          v.shape() != ExtremalVector.Shape.MINIMUM,
          down,
          v.shape() + " at " + Arrays.toString(at));
    }
  }

  /** An orthonormal basis of the samples on their kinks in a cone. */
  private static double[][] kinks(Cone cone, Data data) {
    return Orthonormal.basis(
        Arrays.stream(data.x)
            .filter(x -> cone.sign(ExactVector.of(x)) == 0)
            .toArray(double[][]::new));
  }

  /** On the sphere of three dimensions maxima and minima are two more than saddles (Morse). */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
  void maximaAndMinimaAreTwoMoreThanSaddles(long seed) {
    List<ExtremalVector> all = Data.drawn(seed, 4 + (int) (seed % 9), 3).cones().extremalVectors();
    assertEquals(2, excess(all));
  }

  @Test
  void withoutThoseOnKinksTheCountFails() {
    boolean failed = false;
    for (long seed = 1; seed <= 12; seed++) {
      List<ExtremalVector> open =
          Data.drawn(seed, 4 + (int) (seed % 9), 3).cones().extremalVectors().stream()
              .filter(v -> v.cone().kind() == Cone.Kind.OPEN)
              .toList();
      failed |= excess(open) != 2;
    }
    assertTrue(failed);
  }

  private static int excess(List<ExtremalVector> all) {
    int excess = 0;
    for (ExtremalVector v : all) {
      excess += v.shape() == ExtremalVector.Shape.SADDLE ? -1 : 1;
    }
    return excess;
  }

  private static boolean listed(double[] top, List<ExtremalVector> among) {
    return among.stream()
        .filter(v -> v.shape() == ExtremalVector.Shape.MAXIMUM)
        .anyMatch(v -> SpaceConesTest.dot(unit(v.direction()), top) > 1 - 1e-5);
  }

  @Test
  void ascentEndsAtMaximaOnKinksToo() {
    boolean kinkNeeded = false;
    for (long seed = 1; seed <= 4; seed++) {
      Data data = Data.drawn(seed, 7, 3);
      List<ExtremalVector> all = data.cones().extremalVectors();
      List<ExtremalVector> open =
          all.stream().filter(v -> v.cone().kind() == Cone.Kind.OPEN).toList();
      assertFalse(all.isEmpty());
      SeededStream stream = new SeededStream(seed, SeededStream.Purpose.WEIGHTS);
      for (int i = 0; i < STARTS; i++) {
        double[] top = data.top(direction(stream, 3));
        assertTrue(listed(top, all), "seed " + seed + ": " + Arrays.toString(top));
        kinkNeeded |= !listed(top, open);
      }
    }
    // the twin: a list without the maxima on kinks would not have passed
    assertTrue(kinkNeeded);
  }

  @Test
  void aVectorExactlyOnItsKink() {
    // G(w) = (w_2 - |w_1|) / 2 plus the share of the third sample: largest at (0, 1, 0)
    double[][] x = {{1, 0, 0}, {-1, 0, 0}, {0, 1, 0}};
    ActivationCones cones =
        ActivationCones.of(PlaneProblem.of(0, x, new double[] {-1.5, -1.5, 1.5}));
    ExtremalVector top =
        cones.extremalVectors().stream()
            .filter(
                v ->
                    v.shape() == ExtremalVector.Shape.MAXIMUM && v.cone().pole() == Cone.Pole.ALONG)
            .findFirst()
            .orElseThrow();
    assertEquals(ExactVector.of(0, 0.5, 0), top.vector());
    assertEquals(Cone.Kind.FACE, top.cone().kind());
    // the gate is in the middle and |v| = 1
    assertEquals(Rational.of(1, 4), cones.kinks(top.cone()).room2());
  }
}
