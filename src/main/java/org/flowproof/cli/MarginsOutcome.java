package org.flowproof.cli;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.flowproof.check.Verdict;
import org.flowproof.check.margins.LimitStatement;
import org.flowproof.check.margins.MarginsResult;
import org.flowproof.problem.ExpectedMargins;

/**
 * The limits of margins and stable ranks on a case that asks for them, beside what it expects.
 *
 * @param expected what should come of them
 * @param result what came of them; empty when they were not decided
 * @param failure why not, one line; empty otherwise
 */
record MarginsOutcome(ExpectedMargins expected, Optional<MarginsResult> result, String failure) {

  /** All statements. */
  List<PartOutcome> parts() {
    return Arrays.stream(LimitStatement.Kind.values()).map(this::part).toList();
  }

  private PartOutcome part(LimitStatement.Kind kind) {
    Optional<LimitStatement> statement = result.map(r -> r.statement(kind));
    return new PartOutcome(
        kind.id(),
        statement.map(LimitStatement::verdict).orElse(Verdict.UNKNOWN),
        Verdict.valueOf(expected.verdicts().get(kind.id())),
        statement.map(LimitStatement::reason).orElse(failure));
  }

  /** For JSON. */
  Map<String, Object> tree() {
    return PartOutcome.tree(result.map(MarginsTree::summary), failure, parts());
  }

  /** For readers. */
  void print(Console console) {
    PartOutcome.print(console, "MARGINS", parts());
  }
}
