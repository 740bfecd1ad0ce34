package org.flowproof.check.alignment;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.flowproof.check.Verdict;
import org.flowproof.flow.Trajectory;
import org.flowproof.problem.AlignmentRequest;
import org.flowproof.problem.Problem;

/**
 * The theorem held against one problem.
 *
 * @param problem the problem
 * @param request epsilon and alpha_0
 * @param hypotheses in the order of the theorem
 * @param phase constants and end of the phase; empty when the problem has none
 * @param run the run that was read, at least to the end of the phase; empty when there is none
 * @param readTimes at how many times it was read for (i)
 * @param neurons one for each neuron, in order; none without a run
 * @param weights part (i) as a whole
 * @param directions the decidable part of (ii) as a whole
 */
public record AlignmentResult(
    Problem problem,
    AlignmentRequest request,
    List<Hypothesis> hypotheses,
    Optional<Phase> phase,
    Optional<Trajectory> run,
    int readTimes,
    List<NeuronReport> neurons,
    Part weights,
    Part directions) {
  public AlignmentResult {
    hypotheses = List.copyOf(hypotheses);
    neurons = List.copyOf(neurons);
  }

  /**
   * One part of the theorem on this run.
   *
   * @param verdict what came of it
   * @param reason why it does not plainly hold; empty when it does
   * @param seen what the numbers alone say, also where a hypothesis fails; UNKNOWN without a run
   */
  public record Part(Verdict verdict, String reason, Verdict seen) {}

  /**
   * What is known of one neuron.
   *
   * @param neuron 1-based
   * @param positive whether its output weight starts positive
   * @param condition Condition 1
   * @param bound part (i)
   * @param end part (ii)
   */
  public record NeuronReport(
      int neuron, boolean positive, StartCondition condition, WeightBound bound, NeuronEnd end) {

    /** Whether (ii) speaks about it. */
    public boolean meetsCondition() {
      return condition.status() == Hypothesis.Status.MET;
    }

    /** Whether (ii) speaks about it and it is in a cone that neurons of its sign leave. */
    public boolean onItsWay() {
      return meetsCondition()
          && end.verdict() == Verdict.VIOLATED
          && (end.place() == NeuronEnd.Place.OTHER || end.against());
    }
  }

  /**
   * What part (i) comes to over all neurons.
   *
   * @param least of {@code |a_j(t)/a_j(0)|}
   * @param most of the same
   * @param factor the bound on it; the lower one is its inverse
   * @param tight the neuron with the smallest margin
   */
  public record Growth(double least, double most, double factor, NeuronReport tight) {}

  /**
   * Part (i) over all neurons.
   *
   * @throws java.util.NoSuchElementException without a run
   */
  public Growth growth() {
    return new Growth(
        neurons.stream().mapToDouble(n -> n.bound().least()).min().orElseThrow(),
        neurons.stream().mapToDouble(n -> n.bound().most()).max().orElseThrow(),
        Math.exp(2 * phase.orElseThrow().growth()),
        neurons.stream().min(Comparator.comparingDouble(n -> n.bound().margin())).orElseThrow());
  }

  /** The end of the phase, tau; NaN when it has none. */
  public double end() {
    return phase.map(p -> p.end().value()).orElse(Double.NaN);
  }
}
