package org.flowproof.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.flowproof.flow.StartOnly;
import org.flowproof.flow.TrajectoryValuation;
import org.flowproof.formula.Substitution;
import org.flowproof.formula.Terms;
import org.flowproof.problem.Problem;
import org.flowproof.proof.Claim;

/**
 * Whether a claim speaks about a problem, found out from the start alone: model and hypotheses as
 * in {@link Checker}, for the values of the generic indices.
 *
 * @param outcome whether some value of the indices meets all hypotheses
 * @param reason what differs, fails or is open, one sentence; empty when they are met
 * @param shortfall by how much the nearest value of the indices fails, in units of the larger side;
 *     NaN when not measured
 */
public record Applicability(Outcome outcome, String reason, double shortfall) {

  /** What the start says. */
  public enum Outcome {
    /** For some value of the indices all hypotheses are met. */
    MET,
    /** For every value of the indices some hypothesis fails. */
    FAILS,
    /** Not decided by the start, such as what speaks of the last event. */
    OPEN,
    /** Another kind of problem. */
    OTHER_MODEL
  }

  /**
   * The observables of the network that a claim reads on runs; none when no run is an instance of
   * it.
   */
  public static Set<String> observables(Claim claim) {
    boolean readable =
        claim.setting().isEmpty() || claim.setting().filter(s -> s.runs().isPresent()).isPresent();
    if (!readable
        || !(RunTranslation.of(claim) instanceof RunTranslation.Outcome.Translated translated)) {
      return Set.of();
    }
    Claim said = translated.claim();
    Set<String> names = new TreeSet<>();
    Stream.concat(said.hypotheses().values().stream(), Stream.of(said.range(), said.conclusion()))
        .map(p -> Substitution.expand(p, said.definitions()))
        .forEach(p -> names.addAll(Terms.observables(p)));
    return names;
  }

  /**
   * Tests the hypotheses of a claim.
   *
   * @param horizon the {@code endTime} of hypotheses: the end of the run
   */
  public static Applicability of(Claim claim, Problem problem, double horizon) {
    Optional<String> mismatch = ModelMatch.mismatch(claim.subject(), problem);
    if (mismatch.isPresent()) {
      return new Applicability(Outcome.OTHER_MODEL, mismatch.get(), Double.NaN);
    }
    RunTranslation.Outcome said = RunTranslation.of(claim);
    if (said instanceof RunTranslation.Outcome.Obstacle obstacle) {
      return new Applicability(Outcome.OTHER_MODEL, obstacle.reason(), Double.NaN);
    }
    Claim ofRuns = ((RunTranslation.Outcome.Translated) said).claim();
    StartOnly start = new StartOnly(problem, horizon);
    HypothesisTest test =
        new HypothesisTest(
            ofRuns, problem, TrajectoryValuation.of(start), new ExactValuation(start));
    List<HypothesisTest.Result> open = new ArrayList<>();
    HypothesisTest.Result nearest = null;
    for (Map<String, Integer> indices :
        IndexValues.all(Map.of(), ofRuns.generic(), IndexValues.sizes(problem))) {
      HypothesisTest.Result result = test.test(indices);
      switch (result.outcome()) {
        case HOLDS, VACUOUS -> {
          return new Applicability(Outcome.MET, "", Double.NaN);
        }
        case OPEN -> open.add(result);
        case VIOLATED -> {
          if (nearest == null || result.shortfall() < nearest.shortfall()) {
            nearest = result;
          }
        }
      }
    }
    return open.isEmpty()
        ? new Applicability(Outcome.FAILS, nearest.reason(), nearest.shortfall())
        : new Applicability(Outcome.OPEN, open.get(0).reason(), Double.NaN);
  }
}
