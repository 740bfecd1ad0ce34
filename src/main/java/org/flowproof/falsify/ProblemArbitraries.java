package org.flowproof.falsify;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import org.flowproof.problem.DataSet;
import org.flowproof.problem.Problem;
import org.flowproof.problem.Weights;
import org.flowproof.proof.Claim;

/**
 * Random problems with degenerate inputs among them: one sample, one neuron, one dimension, zero
 * labels, repeated samples, samples on one line through 0, weights exactly on a kink, exact
 * balance.
 *
 * <p>Everything is drawn at the largest size and cut, so that a counterexample shrinks in every
 * direction: fewer samples and neurons, smaller dimension, slope 0, free samples, small decimals.
 */
public final class ProblemArbitraries {
  private static final double HUGE_LABELS = 1000;

  private static final double SMALLEST_STEP = 1e-3;

  private static final double LARGEST_STEP = 30;

  private ProblemArbitraries() {}

  /** Whole problems. */
  public static Arbitrary<Problem> problems(ProblemDomain domain) {
    return drafts(domain).map(draft -> draft.problem(domain));
  }

  /** The draws behind problems. */
  public static Arbitrary<ProblemDraft> drafts(ProblemDomain domain) {
    boolean axes =
        domain.layouts().contains(Layout.ORTHOGONAL)
            || domain.layouts().contains(Layout.NEARLY_ORTHOGONAL);
    int length = axes ? Math.max(domain.samples(), domain.dimension()) : domain.dimension();
    Arbitrary<List<ProblemDraft.Sample>> samples =
        samples(length).list().ofMinSize(1).ofMaxSize(domain.samples());
    boolean likeness = domain.kind().activation() == Claim.Model.ActivationKind.SMOOTH;
    Arbitrary<List<ProblemDraft.Neuron>> neurons =
        neurons(length, likeness).list().ofMinSize(1).ofMaxSize(domain.neurons());
    return Combinators.combine(
            samples,
            neurons,
            Arbitraries.integers()
                .between(1, domain.dimension())
                .withDistribution(net.jqwik.api.RandomDistribution.uniform()),
            slopes(domain.kind().activation() == Claim.Model.ActivationKind.RELU),
            forms(domain),
            sizes(domain))
        .as(ProblemDraft::new);
  }

  private static Arbitrary<ProblemDraft.Form> forms(ProblemDomain domain) {
    return Combinators.combine(
            Arbitraries.of(domain.balances()), Arbitraries.of(domain.layouts()), unit())
        .as(ProblemDraft.Form::new);
  }

  private static Arbitrary<ProblemDraft.Sizes> sizes(ProblemDomain domain) {
    return Combinators.combine(
            logUniform(domain.smallestScale(), domain.largestScale()),
            logUniform(domain.longestRun() / 40, domain.longestRun()),
            Arbitraries.frequency(
                Tuple.of(14, 1.0), Tuple.of(1, HUGE_LABELS), Tuple.of(1, 1 / HUGE_LABELS)),
            logUniform(SMALLEST_STEP, LARGEST_STEP))
        .as(ProblemDraft.Sizes::new);
  }

  /** Data sets alone. */
  public static Arbitrary<DataSet> dataSets(ProblemDomain domain) {
    return problems(domain).map(Problem::data);
  }

  /** Initial weights alone. */
  public static Arbitrary<Weights> weights(ProblemDomain domain) {
    return problems(domain).map(Problem::initial);
  }

  /** Numbers whose logarithm is uniform; shrinks towards the upper end. */
  public static Arbitrary<Double> logUniform(double smallest, double largest) {
    double low = Math.log(smallest);
    double high = Math.log(largest);
    return unit().map(share -> share == 0 ? largest : Math.exp(high + share * (low - high)));
  }

  /** Slopes on the negative side: often 0, otherwise uniform in [0, 0.95]. */
  public static Arbitrary<Double> slopes(boolean reluOnly) {
    Arbitrary<Double> relu = Arbitraries.just(0.0);
    return reluOnly
        ? relu
        : Arbitraries.frequencyOf(Tuple.of(1, relu), Tuple.of(1, unit().map(u -> 0.95 * u)));
  }

  private static Arbitrary<ProblemDraft.Sample> samples(int dimension) {
    Arbitrary<ProblemDraft.Relation> relation =
        Arbitraries.frequency(
            Tuple.of(16, ProblemDraft.Relation.FREE),
            Tuple.of(1, ProblemDraft.Relation.SAME_POINT),
            Tuple.of(1, ProblemDraft.Relation.SAME_SAMPLE),
            Tuple.of(1, ProblemDraft.Relation.DOUBLE),
            Tuple.of(1, ProblemDraft.Relation.OPPOSITE));
    return Combinators.combine(vectors(dimension), decimals(), relation)
        .as(ProblemDraft.Sample::new);
  }

  private static Arbitrary<ProblemDraft.Neuron> neurons(int dimension, boolean likeness) {
    Arbitrary<ProblemDraft.Likeness> likenesses =
        likeness
            ? Arbitraries.of(ProblemDraft.Likeness.values())
            : Arbitraries.frequency(
                Tuple.of(18, ProblemDraft.Likeness.FREE), Tuple.of(1, ProblemDraft.Likeness.SAME));
    return Combinators.combine(vectors(dimension), Arbitraries.of(true, false), unit(), likenesses)
        .as(ProblemDraft.Neuron::new);
  }

  private static Arbitrary<List<Double>> vectors(int dimension) {
    return decimals().list().ofSize(dimension);
  }

  /** In [-2, 2] with 8 decimal places, uniform; 0, 1 and the ends as edge cases. */
  private static Arbitrary<Double> decimals() {
    return Arbitraries.doubles()
        .between(-2, 2)
        .ofScale(8)
        .withDistribution(net.jqwik.api.RandomDistribution.uniform())
        .shrinkTowards(1)
        .edgeCases(edges -> edges.includeOnly(-1.0, 0.0, 1.0));
  }

  /** In [0, 1] with 9 decimal places, uniform. */
  private static Arbitrary<Double> unit() {
    return Arbitraries.doubles()
        .between(0, 1)
        .ofScale(9)
        .withDistribution(net.jqwik.api.RandomDistribution.uniform())
        .edgeCases(edges -> edges.includeOnly(0.0, 1.0));
  }
}
