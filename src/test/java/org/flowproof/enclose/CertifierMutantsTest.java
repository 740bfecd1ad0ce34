package org.flowproof.enclose;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import org.flowproof.enclose.precise.PreciseData;
import org.flowproof.enclose.precise.PreciseFlow;
import org.flowproof.problem.Loss;
import org.flowproof.problem.Network;
import org.flowproof.problem.Problem;
import org.junit.jupiter.api.Test;

/**
 * Certifiers with one thing wrong. Each is caught: by a flow outside the tube it claims to have
 * proven, by refusing the right path, or by the width of its tube. The certifier as it is passes
 * the same trials.
 */
class CertifierMutantsTest {
  private static final double BALL = 1e-9;

  /** A concave kink that multiplies errors by 2.5, passed at a time of 0.003. */
  private static final Problem CONCAVE = FatBallTest.towardsKink(0.5, 0);

  /** Three neurons through some kinks while they align. */
  private static final Problem ALIGNING = gaussian(3, 5, 1e-3, 7);

  /** Four neurons through nine kinks and three slides. */
  static final Problem SLIDING = gaussian(4, 6, 1e-2, 2);

  /** Two neurons with the same weights that fit their sample: only what couples them matters. */
  static final Problem FITTED =
      Flows.squared(
          new double[][] {{1, 0}},
          new double[] {2},
          new double[][] {{1, 1}, {1, 1}},
          new double[] {1, 1},
          0,
          1);

  private static Problem gaussian(int m, int n, double scale, long seed) {
    return Flows.gaussian(m, n, 2, scale, 0, Loss.Kind.SQUARED, Network.Trained.BOTH, seed, 4);
  }

  private static MutantLoader mutant(String source, String right, String wrong) {
    return MutantLoader.of(new MutantLoader.Change(source, right, wrong));
  }

  private static Trial concave(MutantLoader mutant) {
    return Trial.ofBall(mutant, CONCAVE, 0.02, BALL);
  }

  private static Trial aligning(MutantLoader mutant) {
    return Trial.ofBall(mutant, ALIGNING, 4, 1e-10);
  }

  private static Trial sliding(MutantLoader mutant) {
    return Trial.ofPoint(mutant, SLIDING, 4, flow());
  }

  /** The flow of {@link #SLIDING}, to fifty digits. */
  static PreciseFlow flow() {
    return PreciseFlow.of(PreciseData.of(SLIDING), BigDecimal.valueOf(4), 50);
  }

  private static void outside(Trial trial, double by) {
    assertTrue(trial.worst() > by, trial::toString);
  }

  private static void refused(Trial trial, double before) {
    assertTrue(trial.end() < before, trial::toString);
  }

  @Test
  void theCertifierAsItIsPassesTheTrials() {
    MutantLoader none =
        mutant("bound/Kick", "public double amount() {", "public double amount( ) {");
    Trial kink = concave(none);
    assertTrue(kink.end() == 0.02 && kink.worst() <= 1, kink::toString);
    assertTrue(kink.worst() > 0.99 && kink.radius() < 3 * BALL, kink::toString);
    Trial ball = aligning(none);
    assertTrue(ball.end() == 4 && ball.worst() <= 1 && ball.worst() > 0.99, ball::toString);
    Trial slides = sliding(none);
    assertTrue(slides.end() == 4 && slides.worst() <= 1, slides::toString);
    assertTrue(slides.radius() < 1e-20, slides::toString);
    Trial coupled = Trial.ofBall(none, FITTED, 1, BALL);
    assertTrue(coupled.end() == 1 && coupled.worst() <= 1, coupled::toString);
  }

  @Test
  void mutant1ThePullWithTheOtherSign() {
    MutantLoader mutant =
        mutant(
            "path/FieldSeries",
            "w[i].derivative().minus(velocity)",
            "w[i].derivative().plus(velocity)");
    refused(aligning(mutant), 1);
    refused(sliding(mutant), 1);
  }

  @Test
  void mutant2ConvexKinksForConcaveOnes() {
    MutantLoader mutant =
        MutantLoader.of(
            new MutantLoader.Change(
                "certify/KinkCheck", "if (bend.isNegative()) {", "if (bend.isPositive()) {"),
            new MutantLoader.Change(
                "plan/KickProposals",
                "!(walker.outer()[j] * residual > 0)",
                "walker.outer()[j] * residuals[k] > 0"));
    outside(concave(mutant), 2);
    // and a convex kink is refused
    refused(sliding(mutant), 1);
  }

  @Test
  void mutant3ALabelThatIsOffByABillionth() {
    MutantLoader mutant =
        mutant(
            "path/FieldSeries",
            "Series.constant(y, step.degree())",
            "Series.constant(y * (1 + 1e-9), step.degree())");
    Trial trial = sliding(mutant);
    // a wider tube still contains the flow; as it is, the radius is below 1e-20
    assertTrue(trial.end() == 4 && trial.radius() > 1e-11, trial::toString);
  }

  @Test
  void mutant4ErrorsThatDoNotGrow() {
    outside(
        aligning(
            mutant(
                "certify/TubeRates", "? Bounds.up(step.length() * (pullNorm[j] + shift))", "? 0")),
        5);
  }

  @Test
  void mutant5APatternThatIsNotSwitched() {
    refused(
        sliding(
            mutant(
                "plan/TubeBuilder",
                "System.arraycopy(chosen.get(), 0, walker.sides()[j], 0, model.n());",
                "")),
        1);
  }

  @Test
  void mutant6ConcaveKinksWithoutAFactor() {
    outside(
        concave(
            mutant(
                "bound/Kick",
                "return org.flowproof.enclose.taylor.Bounds.up(factor * before);",
                "return 0;")),
        2);
  }

  @Test
  void mutant6InTheNormOfAll() {
    outside(
        concave(
            mutant(
                "bound/BlockNorm",
                "squares = Bounds.up(2 * kick.before() * kick.amount()"
                    + " + kick.amount() * kick.amount());",
                "squares = 0;")),
        2);
  }

  @Test
  void mutant6InTheWeightedNorm() {
    outside(
        concave(
            mutant(
                "bound/BlockNorm",
                "weight[j] = Bounds.up(weight[j] * (1 + kick.factor()));",
                "weight[j] = weight[j] + 0;")),
        2);
  }

  @Test
  void mutant7PathsWithoutADefect() {
    outside(
        sliding(mutant("certify/TubeRates", "defect[j] = field.defect(j);", "defect[j] = 0;")),
        1.01);
  }

  @Test
  void mutant8NeuronsThatDoNotCouple() {
    outside(
        Trial.ofBall(
            mutant("certify/TubeRates", "Bounds.up(model.coupling() * step.length())", "0"),
            FITTED,
            1,
            BALL),
        1.01);
  }

  @Test
  void mutant9SlidesWithoutTheProjection() {
    Trial trial =
        sliding(
            mutant(
                "path/FieldSeries",
                "slides.length == 0"
                    + " ? pullOfGroup[g] : projected(pullOfGroup[g], slides, slidings)",
                "pullOfGroup[g]"));
    // not taken for a path of the flow
    assertTrue(trial.radius() > 1e-6, trial::toString);
  }
}
