package org.flowproof.check.margins;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.flowproof.check.Verdict;
import org.flowproof.check.margins.LimitStatement.Kind;
import org.flowproof.problem.Activation;
import org.flowproof.problem.DataSet;
import org.flowproof.problem.Loss;
import org.flowproof.problem.Matrix;
import org.flowproof.problem.Network;
import org.flowproof.problem.Problem;
import org.flowproof.problem.Vec;
import org.flowproof.problem.Weights;
import org.junit.jupiter.api.Test;

/** Hypotheses, samples that are not orthogonal, and problems that are not judged. */
class MarginsCheckTest {
  private static HypothesisConstant constant(MarginsResult result, String id) {
    return result.constants().stream().filter(c -> c.id().equals(id)).findFirst().orElseThrow();
  }

  @Test
  void constantsAreTheLargestOnes() {
    DataSet data =
        new DataSet(
            Matrix.of(new double[][] {{2, 0, 0}, {0.1, 3, 0}, {0, 0, 2}}),
            Vec.of(1, -1, 1),
            "inline");
    MarginsResult leaky =
        MarginsCheck.of(NearlyOrthogonal.descent(data, 0.5, 8, Loss.Kind.LOGISTIC, 0.5, 10), 0.1);
    double longest2 = 0.1 * 0.1 + 9;
    double ratio = 4 / (3 * 0.2 * longest2 / 4);
    assertEquals(ratio, leaky.nearness(), 1e-12 * ratio);
    assertEquals(ratio / 16, constant(leaky, "near-orthogonality").constant(), 1e-12);
    assertEquals(3 * 4 / (0.5 * longest2), constant(leaky, "step").constant(), 1e-12);
    double sigma = 0;
    double[] w = leaky.problem().initial().w().toRowMajor();
    for (double entry : w) {
      sigma += entry * entry / w.length;
    }
    double scale =
        0.5 / (Math.sqrt(sigma) * Math.sqrt(longest2) * Math.sqrt(Math.log(4 * 3 / 0.1)));
    assertEquals(scale, constant(leaky, "scale").constant(), 1e-12 * scale);
    MarginsResult relu =
        MarginsCheck.of(NearlyOrthogonal.descent(data, 0, 8, Loss.Kind.LOGISTIC, 50, 10), 0.1);
    assertEquals(ratio, constant(relu, "near-orthogonality").constant(), 1e-12 * ratio);
    assertEquals(4 / Math.log(30), constant(relu, "width").constant(), 1e-12);
    assertTrue(constant(relu, "step").words().startsWith("not met for any C >= 1"));
    assertEquals("", relu.form());
  }

  @Test
  void orthogonalSamplesMeetNearnessForEveryConstant() {
    MarginsResult result =
        MarginsCheck.of(
            NearlyOrthogonal.descent(NearlyOrthogonal.axes(1, 1), 0, 4, Loss.Kind.LOGISTIC, 1, 10),
            0.05);
    assertEquals("met for every C", constant(result, "near-orthogonality").words());
  }

  /** Ten samples in 784 dimensions: far from what the theorem can ask for. */
  @Test
  void gaussianSamplesDoNotMeetNearness() {
    MarginsResult result =
        MarginsCheck.of(
            NearlyOrthogonal.descent(
                NearlyOrthogonal.gaussian(10, 784, 3), 0.1, 4, Loss.Kind.LOGISTIC, 0.1, 3),
            0.05);
    assertTrue(result.nearness() < 2 && result.nearness() > 0.3, "" + result.nearness());
    assertTrue(constant(result, "near-orthogonality").failsForAll());
  }

  /**
   * Neurons that samples of the other class hold on their kinks: gradient descent crosses these
   * kinks for ever, and the rates of the projected problem are the ones that it tends to.
   */
  @Test
  void heldNeuronsFollowTheProjectedProblem() {
    Problem problem =
        NearlyOrthogonal.descent(
            NearlyOrthogonal.gaussian(6, 60, 3), 0, 20, Loss.Kind.LOGISTIC, 1, 20_000);
    MarginsResult result = MarginsCheck.of(problem, 0.05);
    assertTrue(result.end().orElseThrow().held() > 0);
    LimitPrediction limits = result.prediction().orElseThrow();
    MarginReading end = result.end().orElseThrow().reading();
    for (int k = 0; k < 6; k++) {
      double rate = end.t() / (1 + Math.exp(end.margins().get(k)));
      assertEquals(limits.rates().get(k), rate, 3e-3 * rate, "sample " + (k + 1));
    }
    assertEquals(Verdict.HOLDS, result.verdict(Kind.LOSS), result.statement(Kind.LOSS).reason());
    assertEquals(Verdict.HOLDS, result.verdict(Kind.NORMALIZED));
    assertEquals(Verdict.HOLDS, result.verdict(Kind.RANKS));
    // gates between the slopes at kinks make the direction a KKT point, the present ones do not
    KktResidual kkt = result.end().orElseThrow().kkt().orElseThrow();
    assertTrue(kkt.stationarity() < 0.05, kkt.toString());
  }

  /** A sample far beyond the others does not support the limit: its margin grows faster. */
  @Test
  void normalizedMarginsOfSamplesThatDoNotSupportDiffer() {
    DataSet data =
        new DataSet(Matrix.of(new double[][] {{1, 0}, {3, 1}, {0, 1}}), Vec.of(1, 1, -1), "inline");
    MarginsResult result =
        MarginsCheck.of(
            NearlyOrthogonal.descent(data, 0.5, 8, Loss.Kind.EXPONENTIAL, 5, 40_000), 0.05);
    LimitPrediction limits = result.prediction().orElseThrow();
    assertFalse(limits.allSupport());
    assertEquals(0, limits.rates().get(1));
    assertTrue(limits.slopes().get(1) > 1.5);
    assertEquals(Verdict.VIOLATED, result.verdict(Kind.NORMALIZED));
    assertEquals(Verdict.HOLDS, result.verdict(Kind.LOSS), result.statement(Kind.LOSS).reason());
  }

  @Test
  void otherProblemsAreNotJudged() {
    Problem problem =
        NearlyOrthogonal.descent(NearlyOrthogonal.axes(1, 1), 0, 4, Loss.Kind.LOGISTIC, 1, 10);
    Problem both =
        new Problem(
            problem.data(),
            new Network(4, new Activation.Leaky(0, 0), Network.Trained.BOTH),
            new Loss(Loss.Kind.SQUARED, Loss.Factor.MEAN),
            problem.initial(),
            "test",
            problem.dynamics());
    MarginsResult result = MarginsCheck.of(both, 0.05);
    assertEquals("the output weights are trained; the loss is squared", result.obstacle());
    for (LimitStatement statement : result.statements()) {
      assertEquals(Verdict.NOT_APPLICABLE, statement.verdict());
    }
  }

  /** A network without a neuron that can learn a sample. */
  @Test
  void deadSamplesLeaveEverythingOpen() {
    Problem problem =
        NearlyOrthogonal.descent(NearlyOrthogonal.axes(1, 1), 0, 2, Loss.Kind.LOGISTIC, 5, 20_000);
    Problem dead =
        problem.from(
            new Weights(Matrix.of(new double[][] {{-0.1, 0.1}, {0.1, 0.1}}), Vec.of(1, -1)),
            "test");
    MarginsResult result = MarginsCheck.of(dead, 0.05);
    assertEquals(List.of(1), result.end().orElseThrow().sets().dead());
    for (LimitStatement statement : result.statements()) {
      assertTrue(statement.verdict() == Verdict.UNKNOWN || statement.kind() == Kind.RANK_ONE);
      assertFalse(statement.reason().isEmpty());
    }
  }
}
