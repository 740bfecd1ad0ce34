package org.flowproof.flow.stiff;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.function.UnaryOperator;
import org.flowproof.flow.Failure;
import org.flowproof.flow.Trajectory.StopReason;
import org.flowproof.problem.Dynamics;
import org.flowproof.problem.Network;
import org.flowproof.problem.Problem;
import org.flowproof.problem.SeededStream;
import org.junit.jupiter.api.Test;

/**
 * Runs whose derivative is wrong: it may cost steps, and in the end the run, but not the result.
 */
class StiffRunTest {
  private static final Problem PROBLEM =
      SmoothProblems.random(21, "Tanh[z]", Network.Trained.BOTH, 10, Dynamics.Residual.FULL);

  private record Falsified(VectorField field, UnaryOperator<double[]> change)
      implements VectorField {
    @Override
    public int dimension() {
      return field.dimension();
    }

    @Override
    public void velocity(double[] y, double[] into) {
      field.velocity(y, into);
    }

    @Override
    public void jacobian(double[] y, double[] into) {
      field.jacobian(y, into);
      System.arraycopy(change.apply(into), 0, into, 0, into.length);
    }
  }

  private static StiffRun run(UnaryOperator<double[]> change) {
    StiffRun run =
        new StiffRun(
            Radau.of(5),
            new Motion(
                new Falsified(new SmoothField(PROBLEM), change),
                new NeuronScale(PROBLEM),
                state -> false),
            SmoothProblems.packed(PROBLEM),
            1e-9,
            PROBLEM.dynamics().stop());
    while (!run.ended()) {
      run.advance();
    }
    return run;
  }

  @Test
  void aWrongDerivativeDoesNotMoveTheResult() {
    StiffRun right = run(j -> j);
    assertEquals(StopReason.END_TIME, right.stopReason());
    SeededStream stream = new SeededStream(3, SeededStream.Purpose.TEST);
    StiffRun perturbed =
        run(j -> Arrays.stream(j).map(v -> v * (1 + 0.5 * stream.nextGaussian())).toArray());
    StiffRun none = run(j -> new double[j.length]);
    for (StiffRun run : new StiffRun[] {perturbed, none}) {
      assertEquals(StopReason.END_TIME, run.stopReason());
      assertArrayEquals(right.state(), run.state(), 1e-7);
      assertTrue(run.evaluations() > right.evaluations(), "it did not cost anything");
    }
  }

  @Test
  void aDerivativeOfNoUseIsAFailure() {
    StiffRun run = run(j -> Arrays.stream(j).map(v -> Double.NaN).toArray());
    assertEquals(StopReason.NUMERICAL_FAILURE, run.stopReason());
    Failure failure = run.failure().orElseThrow();
    assertEquals(Failure.Kind.STEP_COLLAPSE, failure.kind());
    assertEquals(0, failure.time());
    assertTrue(failure.cause().startsWith("the steps became too short: "), failure.cause());
  }

  /** From t = 1/2 on there is no velocity. */
  @Test
  void newtonsFailureIsNamed() {
    VectorField half =
        new VectorField() {
          @Override
          public int dimension() {
            return 2;
          }

          @Override
          public void velocity(double[] y, double[] into) {
            into[0] = y[1] < 0.5 ? 0 : Double.NaN;
            into[1] = 1;
          }

          @Override
          public void jacobian(double[] y, double[] into) {
            Arrays.fill(into, 0);
          }
        };
    Dynamics.StopRule stop = new Dynamics.StopRule(1, 0, 100_000, false);
    StiffRun run =
        new StiffRun(
            Radau.of(5),
            new Motion(half, new NeuronScale(1, 1, true), state -> false),
            new double[] {1, 0},
            1e-9,
            stop);
    while (!run.ended()) {
      run.advance();
    }
    assertEquals(StopReason.NUMERICAL_FAILURE, run.stopReason());
    assertEquals(0.5, run.time(), 1e-12);
    assertTrue(run.failure().orElseThrow().cause().contains("Newton"), run.failure().toString());
  }
}
