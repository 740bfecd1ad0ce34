package org.flowproof.cli;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.flowproof.check.Verdict;
import org.flowproof.check.smallstart.SmallStartResult;
import org.flowproof.check.smallstart.StartStatement;
import org.flowproof.problem.ExpectedSmallStart;

/**
 * The limit of small starts on a case that asks for it, beside what it expects.
 *
 * @param expected what should come of it
 * @param result what came of it; empty when nothing was decided
 * @param failure why not, one line; empty otherwise
 */
record SmallStartOutcome(
    ExpectedSmallStart expected, Optional<SmallStartResult> result, String failure) {

  /** All statements. */
  List<PartOutcome> parts() {
    return Arrays.stream(StartStatement.Kind.values()).map(this::part).toList();
  }

  private PartOutcome part(StartStatement.Kind kind) {
    Optional<StartStatement> statement = result.map(r -> r.statement(kind));
    return new PartOutcome(
        kind.id(),
        statement.map(StartStatement::verdict).orElse(Verdict.UNKNOWN),
        Verdict.valueOf(expected.verdicts().get(kind.id())),
        statement.map(StartStatement::detail).orElse(failure));
  }

  /** For JSON. */
  Map<String, Object> tree() {
    return PartOutcome.tree(result.map(SmallStartTree::summary), failure, parts());
  }

  /** For readers. */
  void print(Console console) {
    PartOutcome.print(console, "SMALL START", parts());
  }
}
