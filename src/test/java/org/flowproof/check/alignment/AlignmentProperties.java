package org.flowproof.check.alignment;

import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.statistics.Statistics;
import org.flowproof.check.Verdict;
import org.flowproof.check.alignment.AlignmentResult.NeuronReport;
import org.flowproof.check.alignment.Hypothesis.Status;
import org.flowproof.problem.AlignmentRequest;
import org.flowproof.problem.Loss;
import org.flowproof.problem.Problem;

/**
 * The theorem on random problems in the plane: two or three samples, three dominated neurons. With
 * all hypotheses met and a phase long enough for neurons to arrive, no part is violated; without
 * the time, or with a smaller exponent, some problem violates it.
 */
class AlignmentProperties {
  private static final AlignmentRequest REQUEST = new AlignmentRequest(0.33, 0.9);
  private static final int NEURONS = 3;

  /** Squares of smaller weights leave the range of doubles. */
  private static final double SMALLEST = 1e-130;

  /**
   * What is drawn.
   *
   * @param samples angle and length of each, and its label
   * @param neurons angle of each, its length against the output weight, and its sign
   */
  record Draw(List<List<Double>> samples, List<List<Double>> neurons) {

    /** The problem with initial output weights of this size. */
    Problem problem(double size) {
      double[][] x = new double[samples.size()][];
      double[] y = new double[x.length];
      for (int k = 0; k < x.length; k++) {
        List<Double> s = samples.get(k);
        x[k] = polar(s.get(0), s.get(1));
        y[k] = s.get(2) > 0 ? 0.5 + s.get(2) : -0.5 + s.get(2);
      }
      double[][] w = new double[neurons.size()][];
      double[] a = new double[w.length];
      for (int j = 0; j < w.length; j++) {
        List<Double> s = neurons.get(j);
        w[j] = polar(s.get(0), s.get(1) * 0.9 * size);
        a[j] = s.get(2) > 0 ? size : -size;
      }
      return ThreePoints.problem(x, y, Loss.Factor.HALF_MEAN, w, a);
    }

    private static double[] polar(double angle, double length) {
      return new double[] {length * Math.cos(angle), length * Math.sin(angle)};
    }
  }

  @Provide
  Arbitrary<Draw> draws() {
    Arbitrary<List<List<Double>>> samples = row(0.6, 1.4).list().ofMinSize(2).ofMaxSize(3);
    return Combinators.combine(samples, row(0.1, 1).list().ofSize(NEURONS)).as(Draw::new);
  }

  private static Arbitrary<List<Double>> row(double shortest, double longest) {
    return Combinators.combine(uniform(-3.14, 3.14), uniform(shortest, longest), uniform(-1, 1))
        .as(List::of);
  }

  private static Arbitrary<Double> uniform(double low, double high) {
    return Arbitraries.doubles()
        .between(low, high)
        .ofScale(8)
        .withDistribution(net.jqwik.api.RandomDistribution.uniform())
        .withoutEdgeCases();
  }

  /** A size for which all hypotheses are met and the phase is long enough; 0 without one. */
  private static double smallEnough(Draw draw) {
    Phase tiny = Phase.of(draw.problem(SMALLEST), REQUEST);
    double length = 1.01 * tiny.travel() * tiny.constants().longest() / REQUEST.epsilon();
    double size = Math.min(justBelow(tiny), Math.exp(-length)) / Math.sqrt(NEURONS);
    return size > SMALLEST && Phase.of(draw.problem(size), REQUEST).longEnough() ? size : 0;
  }

  /** A lambda below lambda* of (21). */
  private static double justBelow(Phase phase) {
    return 0.9 * phase.largestScale().orElseThrow();
  }

  @Property(tries = 50, shrinking = ShrinkingMode.OFF)
  void neverViolatedWhenTheHypothesesAreMet(@ForAll("draws") Draw draw) {
    double size = smallEnough(draw);
    if (size == 0) {
      Statistics.label("phase").collect("none long enough");
      return;
    }
    AlignmentResult result = AlignmentCheck.of(draw.problem(size), REQUEST);
    assertNotEquals(Verdict.VIOLATED, result.weights().verdict(), result.weights().reason());
    assertNotEquals(Verdict.VIOLATED, result.directions().verdict(), result.directions().reason());
    Statistics.label("phase").collect(meets(result) ? "long enough" : "a hypothesis fails");
    Statistics.label("directions").collect(result.directions().verdict().name());
    Statistics.label("phase").coverage(c -> c.check("long enough").count(n -> n >= 3));
    Statistics.label("directions").coverage(c -> c.check("HOLDS").percentage(p -> p >= 50));
  }

  /** Below lambda* of (21) alone, neurons may not have arrived by the end of the phase. */
  @Property(tries = 25, shrinking = ShrinkingMode.OFF)
  void violatedBySomeProblemsWithoutTheTime(@ForAll("draws") Draw draw) {
    AlignmentRequest brief = new AlignmentRequest(0.05, 0.9);
    Phase tiny = Phase.of(draw.problem(SMALLEST), brief);
    double size = justBelow(tiny) / Math.sqrt(NEURONS);
    AlignmentResult result = AlignmentCheck.of(draw.problem(size), brief);
    Statistics.collect(meets(result) && result.directions().seen() == Verdict.VIOLATED);
    Statistics.coverage(c -> c.check(true).count(n -> n >= 3));
    assertNotEquals(Verdict.VIOLATED, result.directions().verdict(), result.directions().reason());
  }

  /** Weights grow beyond a bound with a fourth of the exponent. */
  @Property(tries = 25, shrinking = ShrinkingMode.OFF)
  void violatedBySomeProblemsWithASmallerExponent(@ForAll("draws") Draw draw) {
    AlignmentResult result = AlignmentCheck.of(draw.problem(1e-6), REQUEST);
    double bound = Math.exp(result.phase().orElseThrow().growth() / 2);
    Statistics.collect(meets(result) && result.neurons().stream().anyMatch(n -> grown(n) > bound));
    Statistics.coverage(c -> c.check(true).count(n -> n >= 3));
    assertTrue(!meets(result) || result.weights().verdict() == Verdict.HOLDS);
  }

  /** Whether all hypotheses but the time are met. */
  private static boolean meets(AlignmentResult result) {
    return result.hypotheses().stream()
        .noneMatch(h -> h.status() == Status.NOT_MET && !h.id().equals("time"));
  }

  private static double grown(NeuronReport neuron) {
    return neuron.bound().most() * (1 - 1e-6);
  }
}
