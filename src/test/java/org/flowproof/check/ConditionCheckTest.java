package org.flowproof.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.flowproof.flow.Trajectory;
import org.flowproof.flow.TrajectoryValuation;
import org.flowproof.flow.choice.IntegratorChoice;
import org.flowproof.formula.FormulaParser;
import org.flowproof.formula.IndexKind;
import org.flowproof.formula.ScopedVocabulary;
import org.flowproof.formula.Substitution;
import org.flowproof.formula.Truth;
import org.flowproof.problem.Activation;
import org.flowproof.problem.DataSet;
import org.flowproof.problem.Draws;
import org.flowproof.problem.Dynamics;
import org.flowproof.problem.InitialLaw;
import org.flowproof.problem.Loss;
import org.flowproof.problem.Matrix;
import org.flowproof.problem.Network;
import org.flowproof.problem.Problem;
import org.flowproof.problem.SampledData;
import org.flowproof.problem.SampledWeights;
import org.flowproof.problem.Vec;
import org.flowproof.problem.Weights;
import org.flowproof.problem.data.SampleLaw;
import org.flowproof.proof.Claim;
import org.flowproof.proof.ClaimCatalogue;
import org.flowproof.proof.Condition;
import org.junit.jupiter.api.Test;

class ConditionCheckTest {
  private static final ClaimCatalogue CLAIMS = ClaimCatalogue.load(Path.of("proofs"));
  private static final DataSet THREE =
      new DataSet(
          Matrix.of(new double[][] {{-0.75, 1}, {-0.5, 1}, {0.125, 1}}),
          Vec.of(1.1, 0.1, 0.8),
          "inline");

  private static Problem problem(DataSet data, Weights initial, double time) {
    return new Problem(
        data,
        new Network(initial.a().length(), new Activation.Leaky(0, 0), Network.Trained.BOTH),
        new Loss(Loss.Kind.SQUARED, Loss.Factor.HALF_MEAN),
        initial,
        "test",
        new Dynamics.Flow(
            Dynamics.Residual.FULL, 1e-9, new Dynamics.StopRule(time, 0, 100_000, false)));
  }

  private static ConditionResult shipped(String name, ConditionCheck check) {
    Claim claim = CLAIMS.find(name.substring(0, name.indexOf('#'))).orElseThrow();
    Condition condition =
        claim.conditions().stream()
            .filter(c -> name.endsWith("#" + c.id()))
            .findFirst()
            .orElseThrow();
    return check.evaluate(claim, condition);
  }

  private static ConditionResult said(
      ClaimDraft draft, Condition.Quantity in, String holds, ConditionCheck check) {
    Claim claim = draft.claim();
    var names =
        ScopedVocabulary.extend(claim.vocabulary(), claim.generic(), claim.definitions().keySet());
    return check.evaluate(
        claim, new Condition("c", "says", in, FormulaParser.proposition(holds, names)));
  }

  private static Optional<SampledWeights> weights(double scale) {
    return Optional.of(new SampledWeights(InitialLaw.DOMINATED, 1, 1, scale, 1));
  }

  private static final Draws UNIT = new Draws(Optional.empty(), weights(1e-3));

  @Test
  void blowUpTimeByHand() {
    // one sample x = 2, y = 3: M = 6, S = 4; N(0) = 0.25: t* = log(1 + 6/(0.25*4))/12 = log(7)/12
    DataSet one = new DataSet(Matrix.of(new double[][] {{2}}), Vec.of(3), "inline");
    Weights start = new Weights(Matrix.of(new double[][] {{0.5}}), Vec.of(0.5));
    double blowUp = Math.log(7) / 12;
    ConditionCheck check = new ConditionCheck(problem(one, start, 1), Draws.NONE, 0.15);
    ConditionResult time = shipped("envelopes/norm-growth-bernoulli#blow-up", check);
    assertEquals(ConditionResult.Outcome.HOLDS, time.outcome());
    assertEquals(0.15, time.sides().orElseThrow().left());
    assertEquals(blowUp, time.sides().orElseThrow().right(), 1e-15);
    assertEquals(Threshold.Shape.UP_TO, time.threshold().shape());
    assertEquals(blowUp, time.threshold().value(), 2e-7 * blowUp);
    // factor f with log(1 + 6/f^2)/12 = 0.15
    ConditionResult scale = shipped("envelopes/norm-growth-bernoulli#small-start", check);
    double factor = Math.sqrt(6 / Math.expm1(1.8));
    assertEquals(factor, scale.threshold().value(), 2e-7 * factor);
    assertTrue(scale.threshold().remark().contains("given weights"));
    ConditionCheck late = new ConditionCheck(problem(one, start, 1), Draws.NONE, 0.17);
    assertEquals(
        ConditionResult.Outcome.FAILS,
        shipped("envelopes/norm-growth-bernoulli#blow-up", late).outcome());
  }

  /** The condition and the range of the claim are one statement about the horizon. */
  @Test
  void blowUpAgreesWithTheRangeOfTheClaim() {
    Problem problem = problem(THREE, InitialLaw.DOMINATED.draw(5, 2, 0.1, 3), 20);
    double blowUp =
        shipped(
                "envelopes/norm-growth-bernoulli#blow-up",
                new ConditionCheck(problem, Draws.NONE, 20))
            .threshold()
            .value();
    Claim claim = CLAIMS.find("envelopes/norm-growth-bernoulli").orElseThrow();
    Trajectory run = IntegratorChoice.of(problem).integrate(problem);
    RangeTest range =
        new RangeTest(
            Substitution.expand(claim.range(), claim.definitions()), TrajectoryValuation.of(run));
    assertEquals(Truth.TRUE, range.contains(Map.of(), blowUp * (1 - 1e-6)));
    assertEquals(Truth.FALSE, range.contains(Map.of(), blowUp * (1 + 1e-6)));
  }

  @Test
  void companionScaleByHand() {
    // one sample (3, 4), y = 2, ReLU: the pull is (6, 8) or 0, also on the kink, so Dmin = 10 and
    // every cone with a pull holds it: alphaMin = 1; delta0 = |<D, x>|/|x| = 10; S = 25; label 2/5
    DataSet one = new DataSet(Matrix.of(new double[][] {{3, 4}}), Vec.of(2), "inline");
    double star = Math.min(Math.min(Math.min(10 / 8.0, 0.25 * 10 / 4), 10) / 25, 0.4);
    Weights start = new Weights(Matrix.of(new double[][] {{0, 0.001}}), Vec.of(0.001));
    ConditionResult result =
        shipped(
            "early-alignment/alignment-theorem#small-start",
            new ConditionCheck(problem(one, start, 1), UNIT, 1));
    assertEquals(ConditionResult.Outcome.HOLDS, result.outcome());
    assertEquals(star, result.sides().orElseThrow().right(), 1e-15);
    assertEquals(0.001, result.sides().orElseThrow().left(), 1e-15);
    // a is the scale, so that the threshold is the number of the formula
    assertEquals(star, result.threshold().value(), 2e-7 * star);
  }

  @Test
  void tanhConditionSkipsDeadNeurons() {
    Weights start =
        new Weights(Matrix.of(new double[][] {{0, 0.01}, {0, -0.01}}), Vec.of(0.01, 0.01));
    ConditionCheck check = new ConditionCheck(problem(THREE, start, 5), Draws.NONE, 6);
    ConditionResult time = shipped("early-alignment/tanh-alignment#horizon", check);
    assertEquals(new ConditionResult.Instances(0, 1, 0, 1), time.instances());
    assertEquals(ConditionResult.Outcome.FAILS, time.outcome());
    double kappa = Math.hypot((-0.75 * 1.1 - 0.05 + 0.1) / 3, 2.0 / 3);
    double s = (1.5625 + 1.25 + 1.015625) / 3;
    double right = time.sides().orElseThrow().right();
    double growth = Math.log(kappa / (s * 2e-4)) / (2 * right);
    assertTrue(growth > 0.5 && growth < 1, "K or M = " + growth);
    assertEquals(right, time.threshold().value(), 2e-7 * right);
  }

  @Test
  void twoTurnsInScaleAreNotOneThreshold() {
    // N (N - 1) > 0 fails only for 0 <= N <= 1, then 4 more: two changes on the grid
    Weights start = new Weights(Matrix.of(new double[][] {{0, 1}}), Vec.of(1));
    ConditionResult result =
        said(
            ClaimDraft.says("N > 0"),
            Condition.Quantity.SCALE,
            "(N[0] - 0.0005)*(N[0] - 500) > 0",
            new ConditionCheck(problem(THREE, start, 1), Draws.NONE, 1));
    assertEquals(Threshold.Shape.NOT_MONOTONE, result.threshold().shape());
    assertEquals(ConditionResult.Outcome.FAILS, result.outcome());
  }

  @Test
  void nearEqualityIsUnknown() {
    Weights start = new Weights(Matrix.of(new double[][] {{0, 1}}), Vec.of(1));
    ConditionResult result =
        said(
            ClaimDraft.says("N > 0"),
            Condition.Quantity.SCALE,
            "Exp[Log[3]/2]*Exp[Log[3]/2] > 3",
            new ConditionCheck(problem(THREE, start, 1), Draws.NONE, 1));
    assertEquals(ConditionResult.Outcome.UNKNOWN, result.outcome());
    assertEquals(Threshold.Shape.UNKNOWN, result.threshold().shape());
  }

  @Test
  void worstIndexIsTold() {
    Weights start =
        new Weights(Matrix.of(new double[][] {{0, 1}, {0, 1}, {0, 1}}), Vec.of(1, 3, 2));
    ConditionResult result =
        said(
            ClaimDraft.says("N > 0").forEach("j", IndexKind.NEURON),
            Condition.Quantity.SCALE,
            "a[j,0] < 2.5",
            new ConditionCheck(problem(THREE, start, 1), Draws.NONE, 1));
    assertEquals(new ConditionResult.Instances(2, 1, 0, 0), result.instances());
    assertEquals(2, result.sides().orElseThrow().indices().get("j"));
    assertEquals(2.5 / 3, result.threshold().value(), 1e-6);
  }

  @Test
  void startOnAKinkHasNoGate() {
    // orthogonal to the first sample
    Weights start = new Weights(Matrix.of(new double[][] {{1, 0.75}}), Vec.of(2));
    ConditionResult result =
        shipped(
            "early-alignment/tanh-alignment#horizon",
            new ConditionCheck(problem(THREE, start, 1), Draws.NONE, 1));
    assertEquals(ConditionResult.Outcome.UNKNOWN, result.outcome());
    assertTrue(result.reason().contains("kink"), result.reason());
  }

  @Test
  void smallestSampleNumberOfALaw() {
    SampledData law = new SampledData(new SampleLaw(50, Vec.of(1, 0), 0, 0, 7), true);
    Draws draws = new Draws(Optional.of(law), weights(1));
    Problem problem = problem(law.draw(50).orElseThrow(), InitialLaw.DOMINATED.draw(2, 3, 1, 1), 1);
    ConditionCheck check = new ConditionCheck(problem, draws, 1);
    ConditionResult n =
        said(ClaimDraft.says("N > 0"), Condition.Quantity.SAMPLES, "n >= 37", check);
    assertEquals(ConditionResult.Outcome.HOLDS, n.outcome());
    assertEquals(37, n.threshold().value());
    // all samples of the smaller set are those of the larger one
    for (int k = 0; k < 20; k++) {
      assertEquals(
          law.draw(20).orElseThrow().x().get(k, 1), law.draw(50).orElseThrow().x().get(k, 1));
      assertEquals(1, law.draw(20).orElseThrow().x().get(k, 2));
    }
    ConditionResult given =
        said(
            ClaimDraft.says("N > 0"),
            Condition.Quantity.SAMPLES,
            "n >= 37",
            new ConditionCheck(problem, Draws.NONE, 1));
    assertEquals(Threshold.Shape.NOT_AVAILABLE, given.threshold().shape());
    assertTrue(given.threshold().remark().contains("data set is given"));
  }

  @Test
  void companionScaleInSpaceByHand() {
    // one sample (1, 2, 2), y = 1, ReLU: Dmin = delta0 = 3, alphaMin = 1, S = 9, label 1/3
    DataSet one = new DataSet(Matrix.of(new double[][] {{1, 2, 2}}), Vec.of(1), "inline");
    double star = Math.min(Math.min(Math.min(3 / 8.0, 0.25 * 3 / 4), 3) / 9, 1 / 3.0);
    Weights start = new Weights(Matrix.of(new double[][] {{0, 0.001, 0}}), Vec.of(0.001));
    ConditionResult result =
        shipped(
            "early-alignment/alignment-theorem#small-start",
            new ConditionCheck(problem(one, start, 1), UNIT, 1));
    assertEquals(ConditionResult.Outcome.HOLDS, result.outcome());
    assertEquals(star, result.sides().orElseThrow().right(), 1e-15);
  }

  @Test
  void tooManyConesAreUnknownWithTheReason() {
    SampledData law = new SampledData(new SampleLaw(40, Vec.of(1, 0, 0, 0, 0, 0), 0, 0, 7), true);
    ConditionResult result =
        shipped(
            "early-alignment/alignment-theorem#small-start",
            new ConditionCheck(
                problem(law.draw(40).orElseThrow(), InitialLaw.DOMINATED.draw(2, 7, 1, 1), 1),
                Draws.NONE,
                1));
    assertEquals(ConditionResult.Outcome.UNKNOWN, result.outcome());
    assertTrue(result.reason().contains("40 kinks in dimension 7"), result.reason());
  }

  @Test
  void otherModelsAreUnknown() {
    Problem other = problem(THREE, InitialLaw.DOMINATED.draw(2, 2, 1, 1), 1);
    Problem logistic =
        new Problem(
            other.data(),
            other.network(),
            new Loss(Loss.Kind.LOGISTIC, Loss.Factor.MEAN),
            other.initial(),
            "test",
            other.dynamics());
    ConditionResult result =
        shipped(
            "early-alignment/alignment-theorem#small-start",
            new ConditionCheck(logistic, Draws.NONE, 1));
    assertEquals(ConditionResult.Outcome.UNKNOWN, result.outcome());
    assertTrue(result.reason().startsWith("loss:"), result.reason());
  }
}
