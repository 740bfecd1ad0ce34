package org.flowproof.check;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.flowproof.flow.Trajectory;
import org.flowproof.formula.Ball;
import org.flowproof.formula.Substitution;
import org.flowproof.formula.Term;
import org.flowproof.formula.TextPrinter;
import org.flowproof.formula.Valuation;
import org.flowproof.problem.Dynamics;
import org.flowproof.problem.Problem;
import org.flowproof.proof.Claim;

/**
 * One check of one claim of the model of the problem: decides what applies, has it read, and words
 * the verdict.
 */
final class ClaimCheck {
  private static final int FEWEST_TIMES = 50;

  /** Most times for a claim with integrals or suprema over time: each costs a pass over the run. */
  private static final int MOST_FOLDED_TIMES = 120;

  private final Claim claim;
  private final Trajectory trajectory;
  private final Problem problem;
  private final Valuation<Ball> balls;
  private final Sampling sampling;
  private final ExactValuation exact;

  ClaimCheck(Claim claim, Trajectory trajectory, Valuation<Ball> balls, Sampling sampling) {
    this.claim = claim;
    this.trajectory = trajectory;
    this.problem = trajectory.problem();
    this.balls = balls;
    this.sampling = sampling;
    this.exact = new ExactValuation(trajectory);
  }

  Finding run() {
    HypothesisTest hypotheses = new HypothesisTest(claim, problem, balls, exact);
    Admitted admitted = Admitted.by(hypotheses, claim, problem);
    return admitted
        .nothing(claim)
        .orElseGet(() -> read(admitted.indices(), admitted.instances(), admitted.open()));
  }

  private boolean foldsTime() {
    return Stream.of(Term.TimeFold.values()).anyMatch(f -> mentions(f.head() + "["));
  }

  private boolean mentions(String part) {
    String text =
        TextPrinter.print(Substitution.expand(claim.conclusion(), claim.definitions()))
            + TextPrinter.print(Substitution.expand(claim.range(), claim.definitions()));
    return text.contains(part);
  }

  private Finding read(
      List<Map<String, Integer>> applicable,
      Finding.Instances instances,
      Optional<HypothesisTest.Result> open) {
    List<ObligationReader> readers =
        Obligation.of(Substitution.expand(claim.conclusion(), claim.definitions())).stream()
            .map(o -> new ObligationReader(o, balls, exact))
            .toList();
    long perTime = 0;
    for (ObligationReader reader : readers) {
      long bound = 1;
      for (var kind : reader.obligation().bound().values()) {
        bound *= IndexValues.sizes(problem).applyAsInt(kind);
      }
      perTime += bound * applicable.size();
    }
    int limit =
        (int)
            Math.max(
                FEWEST_TIMES,
                Math.min(sampling.times(), sampling.readings() / Math.max(1, perTime)));
    boolean iterates = problem.dynamics() instanceof Dynamics.Descent;
    TimeGrid grid =
        iterates
            ? TimeGrid.ofIterates(trajectory, limit, mentions("t + eta]"))
            : TimeGrid.of(
                trajectory, sampling, foldsTime() ? Math.min(limit, MOST_FOLDED_TIMES) : limit);
    RangeTest range = new RangeTest(Substitution.expand(claim.range(), claim.definitions()), balls);
    Sweep sweep =
        new Sweep(
            readers,
            claim.generic(),
            applicable,
            range,
            grid,
            trajectory,
            iterates ? sampling.withoutRefinements() : sampling);
    sweep.run();
    return new FindingWriter(claim, trajectory, sweep, grid, instances, open).write();
  }
}
