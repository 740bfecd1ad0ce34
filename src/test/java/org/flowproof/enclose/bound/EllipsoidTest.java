package org.flowproof.enclose.bound;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Inclusions of ellipsoids, by how far sets reach in random directions. */
class EllipsoidTest {
  private static final int WIDTH = 3;
  private static final int TRIES = 200;

  private static double reach(Ellipsoid ellipsoid, double[] direction) {
    double squares = 0;
    for (int c = 0; c < ellipsoid.columns(); c++) {
      double[] column = ellipsoid.column(c);
      double sum = 0;
      for (int i = 0; i < column.length; i++) {
        sum += column[i] * direction[i];
      }
      squares += sum * sum;
    }
    return Math.sqrt(squares);
  }

  private static double norm(double[] direction, int place) {
    double squares = 0;
    for (int i = place * WIDTH; i < (place + 1) * WIDTH; i++) {
      squares += direction[i] * direction[i];
    }
    return Math.sqrt(squares);
  }

  private static double[] direction(Random random, int size) {
    return random.doubles(size, -1, 1).toArray();
  }

  private static Ellipsoid balls(double... radii) {
    int[] neurons = new int[radii.length];
    for (int p = 0; p < neurons.length; p++) {
      neurons[p] = 2 * p;
    }
    return Ellipsoid.none(WIDTH).with(neurons, radii, 0.1).orElseThrow();
  }

  @Test
  void aBallIsItselfAndSeveralAreInside() {
    assertEquals(3e-20, balls(3e-20).of(0), 1e-29);
    double[] radii = {1e-20, 3e-14, 2e-25};
    Ellipsoid all = balls(radii);
    assertTrue(all.has(4) && !all.has(1));
    assertEquals(Double.POSITIVE_INFINITY, all.of(1));
    Random random = new Random(1);
    for (int t = 0; t < TRIES; t++) {
      double[] v = direction(random, 9);
      double product = 0;
      for (int p = 0; p < 3; p++) {
        product += radii[p] * norm(v, p);
      }
      assertTrue(reach(all, v) >= product * (1 - 1e-12));
    }
    assertEquals(Math.sqrt(3) * 3e-14, all.of(2), 1e-20);
  }

  @Test
  void imagesAndNoiseAreInside() {
    Random random = new Random(2);
    for (int t = 0; t < TRIES; t++) {
      Ellipsoid start = balls(1e-18, 1e-15);
      double[][] moved = new double[6][];
      for (int i = 0; i < 6; i++) {
        moved[i] = direction(random, start.columns());
      }
      double[] noise = {random.nextDouble(), Math.pow(10, -9 * random.nextDouble())};
      Ellipsoid end = start.moved(moved, noise).orElseThrow();
      for (int s = 0; s < 5; s++) {
        double[] v = direction(random, 6);
        double image = 0;
        for (int c = 0; c < start.columns(); c++) {
          double sum = 0;
          for (int i = 0; i < 6; i++) {
            sum += moved[i][c] * v[i];
          }
          image += sum * sum;
        }
        double sum = Math.sqrt(image) + noise[0] * norm(v, 0) + noise[1] * norm(v, 1);
        assertTrue(reach(end, v) >= sum * (1 - 1e-12));
      }
    }
  }

  @Test
  void aLittleNoiseCostsLittle() {
    Ellipsoid start = balls(1e-18);
    double[][] same = new double[3][3];
    for (int c = 0; c < 3; c++) {
      double[] column = start.column(c);
      for (int i = 0; i < 3; i++) {
        same[i][c] = column[i];
      }
    }
    Ellipsoid end = start.moved(same, new double[] {1e-26}).orElseThrow();
    assertTrue(end.of(0) >= 1e-18 + 1e-26 && end.of(0) < 1e-18 * (1 + 3e-8), () -> "" + end.of(0));
  }

  @Test
  void boundsOfNeuronsAreNotBelowTheirRows() {
    Random random = new Random(3);
    for (int t = 0; t < TRIES; t++) {
      Ellipsoid start = balls(1, 1);
      double[][] moved = new double[6][];
      for (int i = 0; i < 6; i++) {
        moved[i] = direction(random, start.columns());
      }
      Ellipsoid end = start.moved(moved, new double[] {1e-9, 1e-9}).orElseThrow();
      double most = 0;
      for (int s = 0; s < 3000; s++) {
        double[] v = new double[6];
        System.arraycopy(direction(random, 3), 0, v, 0, 3);
        most = Math.max(most, reach(end, v) / norm(v, 0));
      }
      double farthest = most;
      assertTrue(end.of(0) >= most && end.of(0) <= 1.1 * most, () -> end.of(0) + " " + farthest);
    }
  }

  @Test
  void someNeuronsKeepWhatWasKnown() {
    Ellipsoid some = balls(1, 2, 3).only(new boolean[] {true, true, false, true, true});
    assertEquals(2, some.neurons().length);
    assertEquals(balls(1, 2, 3).of(4), some.of(4));
    assertEquals(Double.POSITIVE_INFINITY, some.of(2));
  }

  @Test
  void whatCannotBeFactoredIsNoEllipsoid() {
    assertEquals(Optional.empty(), balls(1).moved(new double[3][3], new double[] {Double.NaN}));
    assertEquals(
        Optional.empty(),
        balls(1).moved(new double[3][3], new double[] {Double.POSITIVE_INFINITY}));
  }
}
