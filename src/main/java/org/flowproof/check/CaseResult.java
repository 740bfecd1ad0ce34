package org.flowproof.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.flowproof.flow.Trajectory;
import org.flowproof.flow.choice.IntegratorChoice;
import org.flowproof.problem.CaseFile;

/**
 * A case that was run and checked.
 *
 * @param caseFile the case
 * @param trajectory its run
 * @param integrator who made it, and why
 * @param claims findings in the order of the case
 * @param values numbers in the order of the case
 * @param ending where the run ends, when the case says what it expects
 */
public record CaseResult(
    CaseFile caseFile,
    Trajectory trajectory,
    IntegratorChoice integrator,
    List<ClaimResult> claims,
    List<ValueResult> values,
    Optional<EndingResult> ending) {
  public CaseResult {
    claims = List.copyOf(claims);
    values = List.copyOf(values);
  }

  /** The findings alone, in order. */
  public List<Finding> findings() {
    return claims.stream().map(ClaimResult::finding).toList();
  }

  /** What differs from what the case expects, one line each; empty when all is as expected. */
  public List<String> mismatches() {
    List<String> lines = new ArrayList<>();
    for (ClaimResult claim : claims) {
      if (!claim.asExpected()) {
        Finding finding = claim.finding();
        lines.add(
            finding.claim().id()
                + ": expected "
                + claim.expected()
                + ", found "
                + finding.verdict()
                + (finding.reason().isEmpty() ? "" : " (" + finding.reason() + ")"));
      }
      for (ConditionResult condition : claim.conditions()) {
        if (!condition.surprise().isEmpty()) {
          lines.add(condition.name() + ": " + condition.surprise());
        }
      }
    }
    for (ValueResult value : values) {
      if (!value.asExpected()) {
        lines.add(value.expected().name() + ": " + value.reason());
      }
    }
    ending
        .filter(e -> !e.asExpected())
        .ifPresent(
            e ->
                lines.add(
                    "ends at "
                        + e.verdict().words()
                        + ", expected "
                        + e.expected().words()
                        + (e.reason().isEmpty() ? "" : " (" + e.reason() + ")")));
    return lines;
  }
}
