package org.flowproof.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.flowproof.problem.Matrix;
import org.junit.jupiter.api.Test;

/** What is remembered of margins never hides a line that is near. */
class MarginsTest {
  private static final int NEURONS = 5;
  private static final int LINES = 12;
  private static final int DIMENSION = 3;

  private final Random random = new Random(3);
  private final double[] y = new double[NEURONS * (DIMENSION + 1)];

  private KinkLines lines() {
    double[][] x = new double[LINES][DIMENSION];
    for (double[] row : x) {
      for (int i = 0; i < DIMENSION; i++) {
        row[i] = random.nextGaussian();
      }
    }
    return KinkLines.of(Matrix.of(x));
  }

  private double along(KinkLines lines, int neuron, int line) {
    double sum = 0;
    for (int i = 0; i < DIMENSION; i++) {
      sum += y[NEURONS + neuron * DIMENSION + i] * lines.direction(line)[i];
    }
    return sum;
  }

  private byte[] sides(KinkLines lines, int neuron) {
    byte[] row = new byte[LINES];
    for (int l = 0; l < LINES; l++) {
      row[l] = (byte) Math.signum(along(lines, neuron, l));
    }
    return row;
  }

  @Test
  void agreesWithLookingAtEveryLine() {
    KinkLines lines = lines();
    for (int i = 0; i < y.length; i++) {
      y[i] = random.nextGaussian();
    }
    byte[][] rows = new byte[NEURONS][];
    for (int j = 0; j < NEURONS; j++) {
      rows[j] = sides(lines, j);
    }
    // one line holds a neuron and does not count
    rows[2][4] = 0;
    Pattern pattern = Pattern.of(lines, 0, rows);
    Margins margins = new Margins(NEURONS, lines);
    int near = 0;
    int far = 0;
    for (int step = 0; step < 2000; step++) {
      for (int i = NEURONS; i < y.length; i++) {
        y[i] += 0.003 * random.nextGaussian();
      }
      if (step % 100 == 99) {
        // a neuron turns up on other sides
        int j = random.nextInt(NEURONS);
        pattern = pattern.with(j, sides(lines, j));
      }
      double bound = 0.05 * random.nextDouble();
      for (int j = 0; j < NEURONS; j++) {
        double least = Double.POSITIVE_INFINITY;
        for (int l = 0; l < LINES; l++) {
          if (pattern.side(j, l) != 0) {
            least = Math.min(least, pattern.side(j, l) * along(lines, j, l));
          }
        }
        if (margins.allAbove(bound, pattern, j, y)) {
          assertTrue(least > bound, "step " + step + ", neuron " + j);
          far++;
          continue;
        }
        assertTrue(least <= bound, "step " + step + ", neuron " + j);
        near++;
        for (int l = 0; l < LINES; l++) {
          int side = pattern.side(j, l);
          double expected = side == 0 ? Double.POSITIVE_INFINITY : side * along(lines, j, l);
          assertEquals(expected, margins.of(l), 0.0);
        }
      }
    }
    assertTrue(near > 100 && far > 100, near + " near, " + far + " far");
  }

  @Test
  void undefinedWeightsAreNear() {
    KinkLines lines = lines();
    java.util.Arrays.fill(y, 1);
    byte[][] rows = new byte[NEURONS][];
    for (int j = 0; j < NEURONS; j++) {
      rows[j] = sides(lines, j);
    }
    Pattern pattern = Pattern.of(lines, 0, rows);
    Margins margins = new Margins(NEURONS, lines);
    assertTrue(margins.allAbove(-10, pattern, 0, y));
    y[NEURONS] = Double.NaN;
    assertFalse(margins.allAbove(-10, pattern, 0, y));
  }
}
