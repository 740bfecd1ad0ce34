package org.flowproof.check;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.flowproof.flow.Integrator;
import org.flowproof.flow.Integrators;
import org.flowproof.flow.Trajectory;
import org.flowproof.formula.Ball;
import org.flowproof.formula.BallArithmetic;
import org.flowproof.formula.Compiler;
import org.flowproof.formula.NoValueException;
import org.flowproof.formula.Term;
import org.flowproof.problem.CaseFile;
import org.flowproof.problem.Expectation;
import org.flowproof.problem.ExpectedValue;
import org.flowproof.problem.InputException;
import org.flowproof.proof.Claim;
import org.flowproof.proof.ClaimCatalogue;

/** Runs a case and holds its claims and numbers against the trajectory. */
public final class CaseCheck {
  private CaseCheck() {}

  /**
   * Runs and checks with the integrator that fits the dynamics.
   *
   * @throws InputException when the case names an unknown claim or verdict, or when one of its
   *     formulas is not in the language; nothing is integrated then
   */
  public static CaseResult run(CaseFile caseFile, ClaimCatalogue catalogue) {
    return run(caseFile, catalogue, Integrators.of(caseFile.problem()));
  }

  /** As above with a given integrator. */
  public static CaseResult run(CaseFile caseFile, ClaimCatalogue catalogue, Integrator integrator) {
    List<Claim> claims = new ArrayList<>();
    List<Verdict> verdicts = new ArrayList<>();
    for (Expectation expectation : caseFile.check()) {
      claims.add(claim(expectation, catalogue));
      verdicts.add(verdict(expectation));
    }
    List<Term> terms =
        caseFile.values().stream().map(v -> CaseFormulas.term(v.value(), Map.of())).toList();
    caseFile
        .plots()
        .forEach(
            plot -> {
              CaseFormulas.term(plot.quantity(), CaseFormulas.indices(plot.per()));
              plot.bound().ifPresent(b -> CaseFormulas.term(b, CaseFormulas.indices(plot.per())));
            });
    Trajectory trajectory = integrator.integrate(caseFile.problem());
    Checker checker = new Checker();
    List<ClaimResult> claimResults = new ArrayList<>();
    for (int i = 0; i < claims.size(); i++) {
      claimResults.add(
          new ClaimResult(
              checker.check(claims.get(i), trajectory),
              verdicts.get(i),
              caseFile.check().get(i).reason()));
    }
    List<ValueResult> values = new ArrayList<>();
    for (int i = 0; i < terms.size(); i++) {
      values.add(value(caseFile.values().get(i), terms.get(i), trajectory));
    }
    return new CaseResult(caseFile, trajectory, integrator.name(), claimResults, values);
  }

  private static Claim claim(Expectation expectation, ClaimCatalogue catalogue) {
    List<String> known = catalogue.claims().stream().map(Claim::id).toList();
    return catalogue
        .find(expectation.claimId())
        .orElseThrow(
            () ->
                expectation
                    .claim()
                    .refuse(
                        "there is no claim '" + expectation.claimId() + "'",
                        known.isEmpty() ? "a claim; none are known" : "one of " + known,
                        nearest(expectation.claimId(), known)));
  }

  /** The claim with the same last part, or else the same first letters. */
  private static Optional<String> nearest(String id, List<String> known) {
    String name = id.substring(id.lastIndexOf('/') + 1);
    return known.stream()
        .filter(k -> k.endsWith("/" + name))
        .findFirst()
        .or(
            () ->
                known.stream()
                    .filter(k -> k.regionMatches(0, id, 0, Math.max(4, id.length() / 2)))
                    .findFirst());
  }

  private static Verdict verdict(Expectation expectation) {
    return Arrays.stream(Verdict.values())
        .filter(v -> v.name().equals(expectation.verdict()))
        .findFirst()
        .orElseThrow(
            () ->
                expectation
                    .claim()
                    .refuse(
                        "unknown verdict '" + expectation.verdict() + "'",
                        "one of " + Arrays.toString(Verdict.values())));
  }

  private static ValueResult value(ExpectedValue expected, Term term, Trajectory trajectory) {
    double time = expected.at().orElse(trajectory.endTime());
    if (time > trajectory.endTime()) {
      return new ValueResult(
          expected,
          Verdict.UNKNOWN,
          Optional.empty(),
          "wanted at t = "
              + Numbers.text(time)
              + ", but the run ends at t = "
              + Numbers.text(trajectory.endTime()));
    }
    try {
      Ball observed =
          new Compiler<>(new BallArithmetic())
              .compile(term)
              .evaluate(Values.of(trajectory), Map.of(), Ball.exact(time));
      return compare(expected, observed);
    } catch (NoValueException e) {
      return new ValueResult(
          expected, Verdict.UNKNOWN, Optional.empty(), "no value: " + e.getMessage());
    }
  }

  private static ValueResult compare(ExpectedValue expected, Ball observed) {
    double difference = Math.abs(observed.value() - expected.equals());
    Verdict verdict =
        difference + observed.radius() <= expected.tolerance()
            ? Verdict.HOLDS
            : difference - observed.radius() > expected.tolerance()
                ? Verdict.VIOLATED
                : Verdict.UNKNOWN;
    String reason =
        verdict == Verdict.HOLDS
            ? ""
            : "expected "
                + expected.equals()
                + " within "
                + Numbers.rough(expected.tolerance())
                + ", found "
                + observed.value()
                + " with numerical error "
                + Numbers.rough(observed.radius());
    return new ValueResult(expected, verdict, Optional.of(observed), reason);
  }
}
