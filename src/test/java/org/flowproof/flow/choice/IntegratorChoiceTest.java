package org.flowproof.flow.choice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.flowproof.problem.CaseFile;
import org.flowproof.problem.CaseLoader;
import org.flowproof.problem.Dynamics;
import org.flowproof.problem.InputException;
import org.flowproof.problem.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IntegratorChoiceTest {
  @TempDir Path directory;

  private CaseFile load(String network, String loss, String dynamics) throws IOException {
    Path file = directory.resolve("choice.yaml");
    Files.writeString(
        file,
        String.join(
            "\n",
            "format: 1",
            "case: choice",
            "title: A choice",
            "data: {x: [[1, 0], [0.6, 0.8]], y: [1, -1]}",
            "network: {" + network + "}",
            "loss: {" + loss + "}",
            "initialization: {law: balanced, scale: 1e-3, seed: 1}",
            "dynamics:",
            "  stop: {time: 1}",
            dynamics,
            ""));
    return CaseLoader.load(file);
  }

  private CaseFile plain(String dynamics) throws IOException {
    return load(
        "width: 2, activation: relu, trained: both", "kind: squared, factor: 1/(2n)", dynamics);
  }

  @Test
  void smallProblemsGoToTheReference() throws IOException {
    IntegratorChoice choice = IntegratorChoice.of(plain("  kind: flow"));
    assertEquals("reference", choice.name());
    assertTrue(choice.text().startsWith("reference: "), choice.text());
  }

  @Test
  void namingTheReferenceIsObeyed() throws IOException {
    assertEquals(
        "reference: asked for",
        IntegratorChoice.of(plain("  kind: flow\n  integrator: reference")).text());
  }

  @Test
  void descentHasItsOwn() throws IOException {
    assertEquals(
        "descent: gradient descent is iterated as it stands",
        IntegratorChoice.of(plain("  kind: descent\n  step: 0.1")).text());
  }

  @Test
  void longDescentsOfTheFirstLayerGoToTheCoefficients() throws IOException {
    String short_ = IntegratorChoice.of(margins("  kind: descent\n  step: 0.1")).text();
    assertEquals(
        "descent: iterations x width x samples x dimension = 8.0e+01, below 1e+09", short_);
    String long_ = IntegratorChoice.of(margins("  kind: descent\n  step: 4e-9")).text();
    assertEquals(
        "coefficients: iterations x width x samples x dimension = 2.0e+09, not below 1e+09", long_);
    String asked = "  kind: descent\n  step: 1e-20\n  integrator: coefficients";
    assertEquals("coefficients: asked for", IntegratorChoice.of(margins(asked)).text());
    assertEquals(
        "descent: asked for",
        IntegratorChoice.of(margins("  kind: descent\n  step: 4e-9\n  integrator: descent"))
            .text());
    CaseFile squared = plain("  kind: descent\n  step: 0.1\n  integrator: coefficients");
    InputException refused = assertThrows(InputException.class, () -> IntegratorChoice.of(squared));
    assertEquals("dynamics.integrator", refused.key());
    assertTrue(
        refused.getMessage().contains("it needs 'trained: first'; expected auto or descent"),
        refused.getMessage());
  }

  private CaseFile margins(String dynamics) throws IOException {
    return load(
        "width: 2, activation: relu, trained: first", "kind: exponential, factor: 1/n", dynamics);
  }

  @Test
  void wideNetworksGoToTheStructured() throws IOException {
    CaseFile wide =
        load(
            "width: 2500, activation: relu, trained: both",
            "kind: squared, factor: 1/(2n)",
            "  kind: flow");
    assertEquals("structured: 5000 kinks, not fewer than 5000", IntegratorChoice.of(wide).text());
    CaseFile smooth =
        load(
            "width: 2500, activation: tanh, trained: both",
            "kind: squared, factor: 1/(2n)",
            "  kind: flow");
    assertEquals(
        "reference: the structured one cannot: it needs ReLU or leaky ReLU",
        IntegratorChoice.of(smooth).text());
  }

  @Test
  void longFlowsOfSmoothNetworksGoToTheStiff() throws IOException {
    String smooth = "width: 2, activation: tanh, trained: both";
    CaseFile file = load(smooth, "kind: squared, factor: 1/(2n)", "  kind: flow");
    Problem problem = file.problem();
    double squares = 0;
    for (double entry : problem.data().x().toRowMajor()) {
      squares += entry * entry;
    }
    double edge = 1e5 / (2 * 0.5 / problem.data().n() * squares);
    assertEquals("reference", IntegratorChoice.of(until(problem, 0.99 * edge)).name());
    assertEquals(
        "stiff: time x 2 x factor x sum of |x|^2 = 1.0e+05, not below 1e+05",
        IntegratorChoice.of(until(problem, 1.01 * edge)).text());
    CaseFile relu =
        load(
            "width: 2, activation: relu, trained: both",
            "kind: squared, factor: 1/(2n)",
            "  kind: flow");
    assertEquals("reference", IntegratorChoice.of(until(relu.problem(), 1e9)).name());
    CaseFile wide =
        load(
            "width: 101, activation: tanh, trained: both",
            "kind: squared, factor: 1/(2n)",
            "  kind: flow");
    assertEquals("reference", IntegratorChoice.of(until(wide.problem(), 1e9)).name());
  }

  private static Problem until(Problem problem, double time) {
    Dynamics.StopRule stop = new Dynamics.StopRule(time, 0, 1_000_000, false);
    return new Problem(
        problem.data(),
        problem.network(),
        problem.loss(),
        problem.initial(),
        problem.initialOrigin(),
        problem.dynamics().until(stop));
  }

  @Test
  void theStiffNeedsASmoothActivation() throws IOException {
    CaseFile file =
        load(
            "width: 2, activation: relu, trained: both",
            "kind: squared, factor: 1/(2n)",
            "  kind: flow\n  integrator: stiff");
    InputException refused = assertThrows(InputException.class, () -> IntegratorChoice.of(file));
    assertEquals("dynamics.integrator", refused.key());
    assertTrue(
        refused.getMessage().endsWith("it needs a smooth activation; expected auto or reference"),
        refused.getMessage());
  }

  @Test
  void namingTheStructuredIsObeyed() throws IOException {
    assertEquals(
        "structured: asked for",
        IntegratorChoice.of(plain("  kind: flow\n  integrator: structured")).text());
  }

  @Test
  void refusalsPointAtTheKey() throws IOException {
    CaseFile file =
        load(
            "width: 2, activation: tanh, trained: both",
            "kind: squared, factor: 1/(2n)",
            "  kind: flow\n  integrator: structured");
    InputException refused = assertThrows(InputException.class, () -> IntegratorChoice.of(file));
    assertEquals(11, refused.line());
    assertEquals("dynamics.integrator", refused.key());
    assertTrue(refused.getMessage().endsWith("; expected auto or reference"), refused.getMessage());
    assertThrows(IllegalArgumentException.class, () -> IntegratorChoice.of(file.problem()));
  }
}
