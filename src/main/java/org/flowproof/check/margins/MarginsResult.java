package org.flowproof.check.margins;

import java.util.List;
import java.util.Optional;
import org.flowproof.check.Verdict;
import org.flowproof.flow.Trajectory;
import org.flowproof.problem.Problem;

/**
 * Margins and stable ranks of one problem.
 *
 * @param problem the problem
 * @param delta the probability in the theorem's hypotheses
 * @param obstacle why the laws do not speak about it; empty when they do
 * @param form how the network differs from the theorem's; empty when it does not
 * @param constants hypotheses with their largest constants; none when there is an obstacle
 * @param nearness {@code R_min^2 / (n p R^2)}, infinite for orthogonal samples; NaN with an
 *     obstacle
 * @param run the run that was read
 * @param end what was read at its end; empty with an obstacle
 * @param late where the limits come from, and the end: twice in every decade
 * @param prediction limits of the sides at the end
 * @param statements one of each kind
 */
public record MarginsResult(
    Problem problem,
    double delta,
    String obstacle,
    String form,
    List<HypothesisConstant> constants,
    double nearness,
    Optional<Trajectory> run,
    Optional<End> end,
    List<MarginReading> late,
    Optional<LimitPrediction> prediction,
    List<LimitStatement> statements) {
  public MarginsResult {
    constants = List.copyOf(constants);
    late = List.copyOf(late);
    statements = List.copyOf(statements);
  }

  /**
   * The end of the run.
   *
   * @param start what was read at time 0
   * @param reading what was read at the end
   * @param spectrum singular values
   * @param sets which neurons are active
   * @param held pairs of a neuron and a sample with the neuron held on the kink
   * @param kkt distance of the direction from a KKT point
   * @param maximal maximal margins to compare with
   * @param settled iterations from which on no neuron changes its side
   */
  public record End(
      MarginReading start,
      MarginReading reading,
      Spectrum spectrum,
      ActivationSets sets,
      int held,
      Optional<KktResidual> kkt,
      Optional<MaximalMargin> maximal,
      double settled) {}

  /** The statement of a kind. */
  public LimitStatement statement(LimitStatement.Kind kind) {
    return statements.stream().filter(s -> s.kind() == kind).findFirst().orElseThrow();
  }

  /** The verdict on the statement of a kind. */
  public Verdict verdict(LimitStatement.Kind kind) {
    return statement(kind).verdict();
  }
}
