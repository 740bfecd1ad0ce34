package org.flowproof.check;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToIntFunction;
import org.flowproof.check.outcome.Ending;
import org.flowproof.check.outcome.OutcomeJudge;
import org.flowproof.check.outcome.Variation;
import org.flowproof.flow.Integrator;
import org.flowproof.flow.RunWatcher;
import org.flowproof.flow.Trajectory;
import org.flowproof.flow.choice.IntegratorChoice;
import org.flowproof.formula.IndexKind;
import org.flowproof.formula.Term;
import org.flowproof.problem.CaseFile;
import org.flowproof.problem.Expectation;
import org.flowproof.problem.ExpectedCondition;
import org.flowproof.problem.InputException;
import org.flowproof.proof.Claim;
import org.flowproof.proof.ClaimCatalogue;
import org.flowproof.proof.Condition;

/**
 * A case whose claims and formulas are resolved, ready to be run and held against its trajectory.
 * Immutable; the parts may be checked on several threads.
 */
public final class CaseCheck {
  private final CaseFile caseFile;
  private final IntegratorChoice integrator;
  private final List<Claim> claims;
  private final List<Verdict> verdicts;
  private final List<Term> terms;

  private CaseCheck(
      CaseFile caseFile, List<Claim> claims, List<Verdict> verdicts, List<Term> terms) {
    this.caseFile = caseFile;
    this.integrator = IntegratorChoice.of(caseFile);
    this.claims = List.copyOf(claims);
    this.verdicts = List.copyOf(verdicts);
    this.terms = List.copyOf(terms);
  }

  /**
   * Resolves the claims and formulas of a case; nothing is integrated.
   *
   * @throws InputException when the case names an unknown claim or verdict, or when one of its
   *     formulas is not in the language or reads an index that the problem does not have, or when
   *     it asks for an integrator that cannot follow its problem
   */
  public static CaseCheck prepare(CaseFile caseFile, ClaimCatalogue catalogue) {
    List<Claim> claims = new ArrayList<>();
    List<Verdict> verdicts = new ArrayList<>();
    for (Expectation expectation : caseFile.check()) {
      Claim claim = claim(expectation, catalogue);
      requireConditions(expectation, claim);
      claims.add(claim);
      verdicts.add(verdict(expectation));
    }
    ToIntFunction<IndexKind> sizes = IndexValues.sizes(caseFile.problem());
    List<Term> terms =
        caseFile.values().stream().map(v -> CaseFormulas.term(v.value(), Map.of(), sizes)).toList();
    for (int i = 0; i < terms.size(); i++) {
      if (caseFile.values().get(i).atLimit()) {
        LimitValue.require(caseFile.values().get(i), terms.get(i));
      }
    }
    caseFile
        .plots()
        .forEach(
            plot -> {
              CaseFormulas.term(plot.quantity(), CaseFormulas.indices(plot.per()), sizes);
              plot.bound()
                  .ifPresent(b -> CaseFormulas.term(b, CaseFormulas.indices(plot.per()), sizes));
            });
    return new CaseCheck(caseFile, claims, verdicts, terms);
  }

  /**
   * Runs and checks with the integrator that fits the dynamics.
   *
   * @throws InputException as {@link #prepare}
   */
  public static CaseResult run(CaseFile caseFile, ClaimCatalogue catalogue) {
    CaseCheck check = prepare(caseFile, catalogue);
    return check.run(check.integrator);
  }

  /** As above with a given integrator. */
  public static CaseResult run(CaseFile caseFile, ClaimCatalogue catalogue, Integrator integrator) {
    return prepare(caseFile, catalogue).run(IntegratorChoice.given(integrator));
  }

  private CaseResult run(IntegratorChoice choice) {
    Trajectory trajectory = choice.integrate(caseFile.problem());
    List<ClaimResult> claimResults = new ArrayList<>();
    for (int i = 0; i < claims.size(); i++) {
      claimResults.add(claim(i, trajectory).with(conditions(i, trajectory)));
    }
    List<ValueResult> values = new ArrayList<>();
    for (int i = 0; i < terms.size(); i++) {
      values.add(value(i, trajectory));
    }
    return new CaseResult(
        caseFile, trajectory, choice, claimResults, values, ending(trajectory, RunWatcher.NONE));
  }

  /** The case. */
  public CaseFile caseFile() {
    return caseFile;
  }

  /** Who is to integrate the case. */
  public IntegratorChoice integrator() {
    return integrator;
  }

  /** The claims to check, in the order of the case. */
  public List<Claim> claims() {
    return claims;
  }

  /**
   * Checks one claim of the case.
   *
   * @param index 0-based, in the order of the case
   */
  public ClaimResult claim(int index, Trajectory trajectory) {
    return withFinding(index, new Checker().check(claims.get(index), trajectory));
  }

  /**
   * The result for a claim that could not be checked: UNKNOWN.
   *
   * @param index 0-based, in the order of the case
   * @param reason why not, one sentence
   */
  public ClaimResult undecidedClaim(int index, String reason) {
    return withFinding(index, Finding.nothingRead(claims.get(index), Verdict.UNKNOWN, reason));
  }

  /**
   * Evaluates the conditions of one claim of the case, with the end of the run as horizon.
   *
   * @param index 0-based, in the order of the case
   */
  public List<ConditionResult> conditions(int index, Trajectory trajectory) {
    Claim claim = claims.get(index);
    if (claim.conditions().isEmpty()) {
      return List.of();
    }
    ConditionCheck check =
        new ConditionCheck(caseFile.problem(), caseFile.draws(), trajectory.endTime());
    return claim.conditions().stream()
        .map(c -> besideExpected(index, check.evaluate(claim, c)))
        .toList();
  }

  private ConditionResult besideExpected(int index, ConditionResult result) {
    return caseFile.check().get(index).conditions().stream()
        .filter(e -> e.id().text().equals(result.condition().id()))
        .findFirst()
        .map(result::against)
        .orElse(result);
  }

  /**
   * The results for conditions that could not be evaluated: UNKNOWN.
   *
   * @param index 0-based, in the order of the case
   * @param reason why not, one sentence
   */
  public List<ConditionResult> undecidedConditions(int index, String reason) {
    Claim claim = claims.get(index);
    return claim.conditions().stream().map(c -> ConditionResult.unknown(claim, c, reason)).toList();
  }

  private ClaimResult withFinding(int index, Finding finding) {
    return new ClaimResult(finding, verdicts.get(index), caseFile.check().get(index).reason());
  }

  /**
   * Compares one number of the case.
   *
   * @param index 0-based, in the order of the case
   */
  public ValueResult value(int index, Trajectory trajectory) {
    return ValueCheck.value(caseFile.values().get(index), terms.get(index), trajectory);
  }

  /**
   * Judges where the case ends, with all second runs; empty when the case expects nothing.
   *
   * @throws java.util.concurrent.CancellationException when the watcher ended a second run
   */
  public Optional<EndingResult> ending(Trajectory trajectory, RunWatcher watcher) {
    return expectedEnding()
        .map(
            expected ->
                EndingResult.of(
                    expected,
                    OutcomeJudge.judge(
                        caseFile, trajectory, EnumSet.allOf(Variation.class), watcher)));
  }

  /**
   * The result for an ending that could not be judged: UNKNOWN.
   *
   * @param reason why not, one sentence
   */
  public Optional<EndingResult> undecidedEnding(String reason) {
    return expectedEnding().map(expected -> new EndingResult(expected, Ending.UNKNOWN, reason));
  }

  private Optional<Ending> expectedEnding() {
    return caseFile.ending().map(word -> Ending.valueOf(word.text()));
  }

  /**
   * The result for a number that could not be computed: UNKNOWN.
   *
   * @param index 0-based, in the order of the case
   * @param reason why not, one sentence
   */
  public ValueResult undecidedValue(int index, String reason) {
    return new ValueResult(caseFile.values().get(index), Verdict.UNKNOWN, Optional.empty(), reason);
  }

  static Claim claim(Expectation expectation, ClaimCatalogue catalogue) {
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

  private static void requireConditions(Expectation expectation, Claim claim) {
    List<String> known = claim.conditions().stream().map(Condition::id).toList();
    for (ExpectedCondition expected : expectation.conditions()) {
      if (!known.contains(expected.id().text())) {
        throw expected
            .id()
            .refuse(
                claim.id() + " has no condition '" + expected.id().text() + "'",
                known.isEmpty() ? "a claim with conditions" : "one of " + known);
      }
    }
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
    List<Verdict> ofRuns =
        Arrays.stream(Verdict.values()).filter(v -> v != Verdict.ENCLOSED).toList();
    return ofRuns.stream()
        .filter(v -> v.name().equals(expectation.verdict()))
        .findFirst()
        .orElseThrow(
            () ->
                expectation
                    .claim()
                    .refuse("unknown verdict '" + expectation.verdict() + "'", "one of " + ofRuns));
  }
}
