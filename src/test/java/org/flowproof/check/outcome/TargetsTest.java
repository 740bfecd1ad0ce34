package org.flowproof.check.outcome;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.flowproof.formula.Ball;
import org.flowproof.problem.DataSet;
import org.flowproof.problem.Matrix;
import org.flowproof.problem.Vec;
import org.junit.jupiter.api.Test;

class TargetsTest {
  /** By hand: on the line 1, 2 | -1, -2 the slopes are (2 + 2 * 5)/5 = 2.4 and (1 + 2 * 1)/5. */
  private static final DataSet LINE =
      new DataSet(Matrix.of(new double[][] {{1}, {2}, {-1}, {-2}}), Vec.of(2, 5, -1, -1), "hand");

  private static final HalfSamples HALVES =
      new HalfSamples(
          Vec.of(1, 1, -1, -1),
          LinearFit.of(LINE, new int[] {0, 1}),
          LinearFit.of(LINE, new int[] {2, 3}));

  private static final Targets TARGETS = new Targets(LINE, Optional.of(HALVES));

  private static List<Ball> outputs(double error, double... values) {
    return Arrays.stream(values).mapToObj(v -> new Ball(v, error)).toList();
  }

  private static Ending decide(double error, boolean bounded, double... values) {
    return TARGETS.decide(outputs(error, values), bounded).ending();
  }

  @Test
  void fitsByHand() {
    assertEquals(2.4, HALVES.plus().coefficients().getEntry(0), 1e-14);
    assertEquals(0.6, HALVES.minus().coefficients().getEntry(0), 1e-14);
    // all samples: (2 + 10 + 1 + 2)/10
    assertEquals(
        0, TARGETS.distance(Ending.LEAST_SQUARES, outputs(0, 1.5, 3, -1.5, -3)).value(), 1e-14);
  }

  @Test
  void eachEndingIsFound() {
    assertEquals(Ending.INTERPOLATION, decide(1e-9, true, 2, 5, -1, -1));
    assertEquals(Ending.HALF_LEAST_SQUARES, decide(1e-9, true, 2.4, 4.8, -0.6, -1.2));
    assertEquals(Ending.LEAST_SQUARES, decide(1e-9, true, 1.5, 3, -1.5, -3));
    assertEquals(Ending.OTHER, decide(1e-9, true, 0, 0, 0, 0));
  }

  /** One half of the fit, or an output off by ten errors, is something else. */
  @Test
  void nearMissesAreSomethingElse() {
    assertEquals(Ending.OTHER, decide(1e-9, true, 2.4, 4.8, -1.5, -3));
    assertEquals(Ending.OTHER, decide(1e-9, true, 2.4, 4.8, -0.6, -1.2 + 1e-8));
    assertEquals(Ending.OTHER, decide(1e-9, true, 2, 5, -1, -1 + 1e-8));
  }

  @Test
  void coarseOutputsAreNotNamed() {
    assertEquals(Ending.UNKNOWN, decide(1e-3, true, 2.4, 4.8, -0.6, -1.2));
    // far from all fits, which a bound proves and a guess does not
    assertEquals(Ending.OTHER, decide(1e-3, true, 0, 0, 0, 0));
    assertEquals(Ending.UNKNOWN, decide(1e-3, false, 0, 0, 0, 0));
    assertTrue(
        TARGETS.decide(outputs(1e-3, 0, 0, 0, 0), false).reason().contains("a longer run"),
        "reason");
  }

  /** With a sample on each side every fit of the halves interpolates. */
  @Test
  void interpolationComesBeforeEqualFits() {
    DataSet two = new DataSet(Matrix.of(new double[][] {{1}, {-1}}), Vec.of(1, 3), "hand");
    HalfSamples halves =
        new HalfSamples(
            Vec.of(1, -1), LinearFit.of(two, new int[] {0}), LinearFit.of(two, new int[] {1}));
    Targets targets = new Targets(two, Optional.of(halves));
    assertEquals(Ending.INTERPOLATION, targets.decide(outputs(1e-12, 1, 3), true).ending());
  }

  @Test
  void emptyHalfIsTheZeroMap() {
    LinearFit none = LinearFit.of(LINE, new int[0]);
    assertEquals(0, none.at(new double[] {3}));
    assertEquals(0, none.error());
  }
}
