package org.flowproof.check.alignment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.UnaryOperator;
import org.flowproof.check.Verdict;
import org.flowproof.check.alignment.AlignmentResult.NeuronReport;
import org.flowproof.check.alignment.Hypothesis.Status;
import org.flowproof.check.alignment.NeuronEnd.Place;
import org.flowproof.flow.State;
import org.flowproof.flow.cones.ExtremalVector;
import org.flowproof.problem.AlignmentRequest;
import org.flowproof.problem.Loss;
import org.flowproof.problem.Problem;
import org.junit.jupiter.api.Test;

/** Theorem 1 on the three points of the paper, against numbers worked out by hand. */
class AlignmentCheckTest {
  private static final AlignmentRequest USUAL = new AlignmentRequest(0.25, 0.5);
  private static final double KAPPA = Math.hypot(ThreePoints.PULL[0], ThreePoints.PULL[1]);

  /** Active on all samples, dead, active on the first two, and active on all with a negative a. */
  private static Problem four(double scale) {
    return ThreePoints.problem(
        Loss.Factor.HALF_MEAN,
        new double[][] {
          {0, 0.5 * scale}, {0, -0.5 * scale}, {-0.6 * scale, 0.05 * scale}, {0, 0.3 * scale}
        },
        scale,
        scale,
        scale,
        -scale);
  }

  @Test
  void phaseEndsAtTheLogarithmOverTheLongestPull() {
    AlignmentResult result = AlignmentCheck.of(four(1e-3), USUAL);
    // the weights are lambda/sqrt(4) times 1
    assertEquals(2e-3, result.phase().orElseThrow().scale().lambda(), 1e-18);
    assertEquals(0.714969, KAPPA, 5e-7);
    assertEquals(0.25 * Math.log(500) / KAPPA, result.end(), 1e-13);
    assertEquals(Verdict.HOLDS, result.weights().verdict(), result.weights().reason());
    assertEquals(Verdict.HOLDS, result.directions().verdict(), result.directions().reason());
  }

  /** In one cone with a constant pull: a = a0 cosh + p0 sinh, &lt;w/a, D&gt; = kappa tanh(...). */
  @Test
  void alignedNeuronFollowsTheClosedForm() {
    AlignmentResult result = AlignmentCheck.of(four(1e-6), USUAL);
    NeuronReport first = result.neurons().get(0);
    double share = 0.5 * ThreePoints.PULL[1] / KAPPA;
    double tau = result.end();
    double growth = Math.cosh(KAPPA * tau) + share * Math.sinh(KAPPA * tau);
    double inner = Math.tanh(KAPPA * tau + 0.5 * Math.log((1 + share) / (1 - share)));
    assertEquals(share, first.condition().inner(), 1e-15);
    // the output is of the order 1e-9 at the end of the phase
    assertEquals(growth, first.bound().most(), 1e-7 * growth);
    assertEquals(KAPPA * inner, first.end().inner().orElseThrow().value(), 1e-7);
    assertEquals(KAPPA * (1 - inner), first.end().gap().orElseThrow().value(), 1e-9);
    double unit = Math.exp(0.25 * Math.log(result.phase().orElseThrow().scale().lambda()));
    assertEquals(KAPPA * (1 - inner) / unit, first.end().ratio().orElseThrow(), 1e-6);
    assertEquals(1, first.end().number());
    assertEquals(Optional.of(ExtremalVector.Shape.MAXIMUM), first.end().shape());
  }

  @Test
  void eachNeuronIsToldApart() {
    AlignmentResult result = AlignmentCheck.of(four(1e-6), USUAL);
    NeuronReport dead = result.neurons().get(1);
    assertEquals(Status.NOT_MET, dead.condition().status());
    assertEquals("it starts where the pull is 0", dead.condition().reason());
    assertEquals(Place.NO_PULL, dead.end().place());
    assertEquals(1, dead.bound().most());
    NeuronReport third = result.neurons().get(2);
    assertTrue(third.meetsCondition(), third.condition().reason());
    assertEquals(Place.EXTREMAL, third.end().place());
    NeuronReport negative = result.neurons().get(3);
    // <D, w/a> = -0.3 * 2/3 against -sqrt(3)/2 * 0.715
    assertTrue(negative.meetsCondition());
    assertEquals(Place.NO_PULL, negative.end().place());
    assertTrue(negative.bound().least() < 1, "it shrinks until it is inactive");
  }

  @Test
  void conditionOneTurnsAtItsAngle() {
    // sqrt(1 - alpha_0^2) = sqrt(3)/2; the part beside the pull lets w miss the origin
    double[] along = {ThreePoints.PULL[0] / KAPPA, ThreePoints.PULL[1] / KAPPA};
    double beside = 3e-7;
    for (double share : new double[] {0.8659, 0.8661}) {
      Problem problem =
          ThreePoints.problem(
              Loss.Factor.HALF_MEAN,
              new double[][] {
                {
                  1e-6 * share * along[0] - beside * along[1],
                  1e-6 * share * along[1] + beside * along[0]
                }
              },
              -1e-6);
      AlignmentResult result = AlignmentCheck.of(problem, USUAL);
      Status expected = share < Math.sqrt(0.75) ? Status.MET : Status.NOT_MET;
      assertEquals(expected, result.neurons().get(0).condition().status());
    }
  }

  /** Straight against its pull, a hidden weight shorter than the output weight reaches 0. */
  @Test
  void whetherZeroIsAbsorbingIsNotGuessed() {
    Problem problem =
        ThreePoints.problem(
            Loss.Factor.HALF_MEAN,
            new double[][] {{2e-7 * ThreePoints.PULL[0], 2e-7 * ThreePoints.PULL[1]}},
            -1e-6);
    StartCondition condition = AlignmentCheck.of(problem, USUAL).neurons().get(0).condition();
    assertEquals(Status.UNKNOWN, condition.status());
    assertTrue(condition.reason().startsWith("w may become 0"), condition.reason());
  }

  @Test
  void hypothesesThatFailAreNamedWithTheirDistance() {
    Problem mean = ThreePoints.problem(Loss.Factor.MEAN, new double[][] {{0, 5e-4}}, 1e-3);
    AlignmentResult trap = AlignmentCheck.of(mean, USUAL);
    assertEquals(Verdict.NOT_APPLICABLE, trap.weights().verdict());
    assertTrue(
        trap.weights().reason().contains("constant is 2 with factor 1/n"), trap.weights().reason());
    assertEquals(Verdict.HOLDS, trap.weights().seen());

    Problem large = ThreePoints.problem(Loss.Factor.HALF_MEAN, new double[][] {{0, 0.05}}, 0.1);
    AlignmentResult above = AlignmentCheck.of(large, USUAL);
    assertEquals(Verdict.NOT_APPLICABLE, above.directions().verdict());
    assertTrue(
        above.weights().reason().contains("small: 0.1 against 0.0131629, too large by the factor"),
        above.weights().reason());

    Problem heavy = ThreePoints.problem(Loss.Factor.HALF_MEAN, new double[][] {{0, 2e-3}}, 1e-3);
    assertTrue(AlignmentCheck.of(heavy, USUAL).weights().reason().contains("fails for 1 neurons"));

    AlignmentRequest smaller = new AlignmentRequest(0.25, 0.5, OptionalDouble.of(1e-3));
    AlignmentResult prefix = AlignmentCheck.of(four(1e-3), smaller);
    assertTrue(
        prefix.weights().reason().contains("scale: the largest is 4, at k = 1"),
        prefix.weights().reason());
  }

  @Test
  void samplesOnOneLineAreNotGeneric() {
    Problem problem =
        ThreePoints.problem(
            new double[][] {{-0.75, 1}, {-1.5, 2}},
            new double[] {1, 0.5},
            Loss.Factor.HALF_MEAN,
            new double[][] {{0, 5e-7}},
            1e-6);
    AlignmentResult result = AlignmentCheck.of(problem, USUAL);
    assertEquals(Verdict.NOT_APPLICABLE, result.weights().verdict());
    assertTrue(result.weights().reason().contains("share a line"), result.weights().reason());
  }

  @Test
  void withoutCondition1NothingIsSaidOfDirections() {
    Problem problem = ThreePoints.problem(Loss.Factor.HALF_MEAN, new double[][] {{0, -5e-7}}, 1e-6);
    AlignmentResult result = AlignmentCheck.of(problem, USUAL);
    assertEquals(Verdict.HOLDS, result.weights().verdict());
    assertEquals(Verdict.NOT_APPLICABLE, result.directions().verdict());
    assertEquals("no neuron meets Condition 1", result.directions().reason());
  }

  /** Balanced neurons have |w| = |a| for ever: ties are decided by what is conserved. */
  @Test
  void exactlyBalancedNeuronsAreDecided() {
    Problem problem =
        ThreePoints.problem(Loss.Factor.HALF_MEAN, new double[][] {{-3e-6, 4e-6}}, 5e-6);
    AlignmentResult result = AlignmentCheck.of(problem, USUAL);
    assertEquals(Verdict.HOLDS, result.weights().verdict(), result.weights().reason());
    assertEquals(Verdict.HOLDS, result.directions().verdict(), result.directions().reason());
  }

  private static AlignmentResult twin(UnaryOperator<State> change) {
    AlignmentResult truth = AlignmentCheck.of(four(1e-6), USUAL);
    return AlignmentCheck.onRun(
        truth.problem(), USUAL, ThreePoints.changed(truth.run().orElseThrow(), change));
  }

  @Test
  void falseTrajectoriesAreViolations() {
    assertEquals(Verdict.HOLDS, twin(s -> s).directions().verdict());
    AlignmentResult flipped = twin(s -> ThreePoints.moved(s, s.time() > 1 ? -1 : 1, 0));
    assertEquals(Verdict.VIOLATED, flipped.weights().verdict());
    assertTrue(flipped.weights().reason().contains("sign"), flipped.weights().reason());
    AlignmentResult grown = twin(s -> ThreePoints.moved(s, Math.exp(2 * s.time()), 0));
    assertEquals(Verdict.VIOLATED, grown.weights().verdict());
    assertTrue(grown.weights().reason().contains("too large"), grown.weights().reason());
    AlignmentResult shrunk = twin(s -> ThreePoints.moved(s, 1 / (1 + s.time()), 0));
    assertEquals(Verdict.VIOLATED, shrunk.weights().verdict());
    assertTrue(shrunk.weights().reason().contains("|w| > |a|"), shrunk.weights().reason());
    AlignmentResult turned = twin(s -> ThreePoints.moved(s, 1, 1.2));
    assertEquals(Verdict.VIOLATED, turned.directions().seen());
    assertFalse(turned.directions().verdict() == Verdict.HOLDS);
  }

  /** What is read must cover what lies between, and must not hide a lack of steps. */
  @Test
  void runsThatAreTooShortAreNotJudged() {
    AlignmentResult truth = AlignmentCheck.of(four(1e-6), USUAL);
    AlignmentRequest longer = new AlignmentRequest(0.3, 0.5);
    AlignmentResult result =
        AlignmentCheck.onRun(truth.problem(), longer, truth.run().orElseThrow());
    assertEquals(Verdict.UNKNOWN, result.weights().verdict());
    assertEquals("the run is too short", result.weights().reason());
  }
}
