package org.flowproof.falsify.attack;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.flowproof.check.Finding;
import org.flowproof.falsify.ClaimProperty;
import org.flowproof.falsify.Outcome;
import org.flowproof.flow.Trajectory;
import org.flowproof.flow.choice.IntegratorChoice;
import org.flowproof.problem.Dynamics;
import org.flowproof.problem.Problem;
import org.flowproof.proof.Claim;

/**
 * Whether a violation is seen again: where {@code check} reads, at a tighter tolerance, and by
 * another integrator.
 *
 * @param confirmed whether it is seen each time
 * @param finding the finding at the tighter tolerance, which the user is shown; empty when a run
 *     failed
 * @param runs what was done, one clause each, such as {@code VIOLATED at tolerance 1e-12}
 */
public record Confirmation(boolean confirmed, Optional<Finding> finding, List<String> runs) {
  /** What users' cases have by default is 1e-10. */
  private static final double TIGHT = 1e-12;

  public Confirmation {
    runs = List.copyOf(runs);
  }

  /** Looks again. */
  static Confirmation of(Claim claim, Problem problem) {
    List<String> runs = new ArrayList<>();
    Problem tight = tight(problem);
    String how =
        problem.dynamics() instanceof Dynamics.Flow ? "at tolerance " + TIGHT : "read closely";
    Outcome first = outcome(claim, tight, how, runs);
    boolean confirmed = first instanceof Outcome.Violated;
    if (confirmed) {
      List<Problem> others = others(tight);
      if (others.isEmpty()) {
        runs.add("no second integrator follows this problem");
      }
      for (Problem other : others) {
        confirmed &= outcome(claim, other, "by " + name(other), runs) instanceof Outcome.Violated;
      }
    }
    return new Confirmation(
        confirmed,
        first instanceof Outcome.Violated violated
            ? Optional.of(violated.finding())
            : Optional.empty(),
        runs);
  }

  private static Outcome outcome(Claim claim, Problem problem, String how, List<String> runs) {
    Outcome outcome;
    try {
      Trajectory run = IntegratorChoice.of(problem).integrate(problem);
      outcome = new ClaimProperty(claim).hold(run);
      if (outcome instanceof Outcome.Violated violated && doubtful(violated.finding(), run)) {
        outcome = new Outcome.Unknown("seen after the run is in doubt");
      }
    } catch (ArithmeticException | IllegalArgumentException | IllegalStateException e) {
      outcome = new Outcome.Unknown("no run: " + e.getMessage());
    }
    runs.add(outcome.word() + " " + how);
    return outcome;
  }

  /** Whether the run is in doubt, or one of several, when the violation is seen. */
  private static boolean doubtful(Finding finding, Trajectory run) {
    double seen = finding.witness().map(Finding.Witness::time).orElse(run.endTime());
    return run.failures().stream().anyMatch(f -> f.time() <= seen)
        || run.nonUniqueness().filter(n -> n.time() <= seen).isPresent();
  }

  /** The problem as a case would state it to be sure. */
  static Problem tight(Problem problem) {
    return problem.dynamics() instanceof Dynamics.Flow flow
        ? problem.with(
            new Dynamics.Flow(
                flow.residual(),
                Math.min(TIGHT, flow.relativeTolerance()),
                flow.stop(),
                flow.method()))
        : problem;
  }

  private static String name(Problem problem) {
    return "the integrator " + IntegratorChoice.of(problem).name();
  }

  /** The problem with each integrator that can follow it and is not the one that usually does. */
  private static List<Problem> others(Problem problem) {
    String usual = IntegratorChoice.of(problem).name();
    List<Problem> others = new ArrayList<>();
    if (method(problem.dynamics()) != Dynamics.Method.AUTO) {
      // only the one that it asks for knows what the claim reads
      return others;
    }
    for (Dynamics.Method method : Dynamics.Method.values()) {
      Problem other = problem.with(by(problem.dynamics(), method));
      if (method != Dynamics.Method.AUTO && follows(other) && !name(other).endsWith(" " + usual)) {
        others.add(other);
      }
    }
    return others;
  }

  private static Dynamics.Method method(Dynamics dynamics) {
    return dynamics instanceof Dynamics.Flow flow
        ? flow.method()
        : ((Dynamics.Descent) dynamics).method();
  }

  private static Dynamics by(Dynamics dynamics, Dynamics.Method method) {
    if (dynamics instanceof Dynamics.Flow flow) {
      return new Dynamics.Flow(flow.residual(), flow.relativeTolerance(), flow.stop(), method);
    }
    Dynamics.Descent descent = (Dynamics.Descent) dynamics;
    return new Dynamics.Descent(descent.step(), descent.stop(), method);
  }

  private static boolean follows(Problem problem) {
    try {
      IntegratorChoice.of(problem);
      return true;
    } catch (IllegalArgumentException obstacle) {
      return false;
    }
  }
}
