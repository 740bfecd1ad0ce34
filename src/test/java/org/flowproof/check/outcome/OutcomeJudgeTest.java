package org.flowproof.check.outcome;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.CancellationException;
import org.flowproof.flow.RunWatcher;
import org.flowproof.problem.CaseFile;
import org.flowproof.problem.CaseLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutcomeJudgeTest {
  private static final String FIGURE_ONE =
      "x: [[-0.85], [-0.1], [0.9]]\n  y: [1.15, 0.1, 1]\n  bias: true";
  private static final String THREE =
      "x: [[-0.75], [-0.5], [0.125]]\n  y: [1.1, 0.1, 0.8]\n  bias: true";
  private static final String BAND =
      "law: {kind: band, band: 0.2, samples: %d, dimension: 5, beta: [1, 0, 0, 0, 0],"
          + " noise: 0.5, seed: %d}";

  @TempDir Path directory;

  private CaseFile written(String data, String start, String dynamics, int width)
      throws IOException {
    String text =
        """
        format: 1
        case: some
        title: some
        data:
          %s
        network: {width: %d, activation: relu, trained: both}
        loss: {kind: squared, factor: 1/(2n)}
        initialization: %s
        dynamics: %s
        """
            .formatted(data, width, start, dynamics);
    return CaseLoader.load(Files.writeString(directory.resolve("some.yaml"), text));
  }

  private static String flow(String stop) {
    return "{kind: flow, integrator: structured, tolerance: 1e-9, stop: {%s}}".formatted(stop);
  }

  private static RunOutcome judge(CaseFile file) {
    return OutcomeJudge.judge(file, EnumSet.allOf(Variation.class), RunWatcher.NONE);
  }

  @Test
  void companionExperimentEndsAtLeastSquares() throws IOException {
    String start = "{law: balanced, scale: 1e-3, seed: 5}";
    RunOutcome outcome = judge(written(THREE, start, flow("time: 200"), 40));
    assertEquals(Ending.LEAST_SQUARES, outcome.verdict(), outcome.explanation());
    assertTrue(outcome.trusted());
    // 512/2925, least squares on the three points by hand
    assertEquals(512.0 / 2925, outcome.numbers().get("trainMse"), 1e-12);
    assertEquals(0, outcome.numbers().get("distance.full"), 1e-12);
    assertFalse(outcome.numbers().containsKey("distance.half"));
    assertFalse(outcome.numbers().containsKey("testMse"));
  }

  @Test
  void bandDataEndAtHalfSampleLeastSquares() throws IOException {
    String start = "{law: dominated, scale: 1e-6, seed: 1}";
    CaseFile file = written(BAND.formatted(100, 1), start, flow("time: 200"), 20);
    RunOutcome outcome = judge(file);
    assertEquals(Ending.HALF_LEAST_SQUARES, outcome.verdict(), outcome.explanation());
    assertTrue(outcome.trusted());
    // least squares on each half, solved apart with NumPy: the number of the case d5-n100
    assertEquals(0.2515267202633118, outcome.numbers().get("trainMse"), 1e-10);
    assertEquals(0, outcome.numbers().get("otherPatterns"));
    assertEquals(2, outcome.numbers().get("directions"));
    assertEquals(1, outcome.numbers().get("meanCosine"), 1e-6);
    assertEquals(0.25 * (1 - 10.0 / 100), outcome.numbers().get("predictedMse"), 1e-15);
    assertTrue(outcome.numbers().get("distance.full") > 0.1);
    // the excess over the noise is about 2 d / n of it
    assertEquals(0.275, outcome.numbers().get("testMse"), 0.02);
  }

  @Test
  void fewSamplesAreInterpolated() throws IOException {
    String start = "{law: dominated, scale: 1e-6, seed: 2}";
    RunOutcome outcome = judge(written(BAND.formatted(4, 2), start, flow("time: 1000"), 20));
    assertEquals(Ending.INTERPOLATION, outcome.verdict(), outcome.explanation());
    assertEquals(0, outcome.numbers().get("trainMse"), 1e-15);
  }

  /** Scale 0.1 is above the threshold of this data, its square is below. */
  @Test
  void endingThatDependsOnTheScaleIsNotBelieved() throws IOException {
    String start = "{law: dominated, scale: 0.1, seed: 1}";
    RunOutcome outcome = judge(written(FIGURE_ONE, start, flow("time: 3000"), 60));
    assertEquals(Ending.INTERPOLATION, outcome.ending(), outcome.explanation());
    assertEquals(Ending.UNKNOWN, outcome.verdict());
    assertFalse(outcome.trusted());
    assertTrue(
        outcome.explanation().contains("with the square of the scale at least squares"),
        outcome.explanation());
  }

  /** Next to the origin outputs rest, but neurons grow. */
  @Test
  void runThatStopsTooEarlyIsUnknown() throws IOException {
    String start = "{law: balanced, scale: 1e-9, seed: 5}";
    RunOutcome outcome = judge(written(THREE, start, flow("time: 4"), 20));
    assertEquals(Ending.UNKNOWN, outcome.verdict());
    assertTrue(outcome.explanation().contains("still grows"), outcome.explanation());
    assertTrue(outcome.reruns().isEmpty());
  }

  @Test
  void descentIsJudgedByItsEnd() throws IOException {
    String start = "{law: balanced, scale: 1e-3, seed: 5}";
    String descent = "{kind: descent, step: 0.02, stop: {time: 600}}";
    RunOutcome outcome = judge(written(THREE, start, descent, 20));
    assertEquals(Ending.LEAST_SQUARES, outcome.verdict(), outcome.explanation());
    assertTrue(outcome.how().contains("extrapolated"), outcome.how());
  }

  @Test
  void oneRunAloneIsNotTrusted() throws IOException {
    String start = "{law: balanced, scale: 1e-3, seed: 5}";
    CaseFile file = written(THREE, start, flow("time: 200"), 20);
    RunOutcome outcome = OutcomeJudge.judge(file, Set.of(), RunWatcher.NONE);
    assertEquals(Ending.LEAST_SQUARES, outcome.verdict());
    assertFalse(outcome.trusted());
  }

  @Test
  void runThatIsEndedHasNoOutcome() throws IOException {
    String start = "{law: balanced, scale: 1e-3, seed: 5}";
    CaseFile file = written(THREE, start, flow("time: 200"), 20);
    assertThrows(
        CancellationException.class,
        () -> OutcomeJudge.judge(file, Set.of(), progress -> progress.time() < 5));
  }
}
