package org.flowproof.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.flowproof.flow.Trajectory;
import org.flowproof.flow.TrajectoryValuation;
import org.flowproof.flow.choice.IntegratorChoice;
import org.flowproof.formula.Ball;
import org.flowproof.formula.NoValueException;
import org.flowproof.problem.CaseLoader;
import org.flowproof.proof.Claim;
import org.flowproof.proof.ClaimCatalogue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which runs are runs of a linear model, and the separator that they are held against. */
class LinearRunReadingTest {
  private static final Claim RATE =
      ClaimCatalogue.load(Path.of("proofs")).find("linear-separation/descent-rate").orElseThrow();

  private static final String LINEAR =
      """
      format: 1
      case: sample
      title: One neuron
      data: {x: [[2, 0], [0, -0.5]], y: [1, -1]}
      network: {width: 1, activation: {leaky: 0.5}, trained: first}
      loss: {kind: logistic, factor: "1"}
      initialization: {given: {a: [1], w: [[1, 1]]}}
      dynamics: {kind: descent, step: 0.5, stop: {time: 2}}
      """;

  @TempDir Path directory;

  private Trajectory run(String old, String other) throws IOException {
    assertTrue(LINEAR.contains(old), old);
    Path file = Files.writeString(directory.resolve("sample.yaml"), LINEAR.replace(old, other));
    var loaded = CaseLoader.load(file);
    return IntegratorChoice.of(loaded).integrate(loaded.problem());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "step: 0.5 | step: 0.25 | HOLDS | ''",
        "step: 0.5 | step: 1.25 | NOT_APPLICABLE | 'step'",
        "width: 1 | width: 2 | NOT_APPLICABLE | 'run.single'",
        "[[1, 1]] | [[-0.1, 1]] | NOT_APPLICABLE | 'run.linear'",
        // pushed down by every sample
        "a: [1], w: [[1, 1]] | a: [-1], w: [[9, 9]] | NOT_APPLICABLE | 'run.separable'",
        // ReLU: nothing moves by the second sample
        "{leaky: 0.5} | relu | NOT_APPLICABLE | 'run.separable'",
        "[0, -0.5] | [0.5, 0] | UNKNOWN | no weight is found that separates the samples",
      })
  void runsOfALinearModel(String old, String other, Verdict verdict, String reason)
      throws IOException {
    boolean two = other.startsWith("width");
    Trajectory run =
        two
            ? run(
                "width: 1, activation: {leaky: 0.5}, trained: first}\nloss: {kind: logistic, factor: \"1\"}\ninitialization: {given: {a: [1], w: [[1, 1]]}}",
                "width: 2, activation: {leaky: 0.5}, trained: first}\nloss: {kind: logistic, factor: \"1\"}\ninitialization: {given: {a: [1, 1], w: [[1, 1], [1, 1]]}}")
            : run(old, other);
    Finding finding = new Checker().check(RATE, run);
    assertEquals(verdict, finding.verdict(), finding.reason());
    assertTrue(finding.reason().contains(reason), finding.reason());
  }

  /** Of orthogonal samples it is the sum of labels times samples over their squared norms. */
  @Test
  void theSeparatorOfOrthogonalSamples() throws IOException {
    TrajectoryValuation values = TrajectoryValuation.of(run("time: 2", "time: 1"));
    assertEquals(0.5, separator(values, 1), 1e-15);
    assertEquals(2, separator(values, 2), 1e-14);
    Trajectory apart = run("[0, -0.5]", "[0.5, 0]");
    assertThrows(NoValueException.class, () -> separator(TrajectoryValuation.of(apart), 1));
  }

  private static double separator(TrajectoryValuation values, int coordinate) {
    Ball ball = values.observable("separator", List.of(coordinate), 0, null);
    assertEquals(0, ball.radius());
    return ball.value();
  }
}
