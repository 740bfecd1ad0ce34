package org.flowproof.cli;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.flowproof.check.Verdict;
import org.flowproof.check.branches.BranchStatement;
import org.flowproof.check.branches.BranchesResult;
import org.flowproof.problem.ExpectedBranches;

/**
 * The branches of the target set of a case that asks for them, beside what it expects.
 *
 * @param expected what should come of it
 * @param result what came of it; empty when nothing was decided
 * @param failure why not, one line; empty otherwise
 */
record BranchesOutcome(ExpectedBranches expected, Optional<BranchesResult> result, String failure) {

  /** All statements. */
  List<PartOutcome> parts() {
    return Arrays.stream(BranchStatement.Kind.values()).map(this::part).toList();
  }

  private PartOutcome part(BranchStatement.Kind kind) {
    Optional<BranchStatement> statement = result.map(r -> r.statement(kind));
    return new PartOutcome(
        kind.id(),
        statement.map(BranchStatement::verdict).orElse(Verdict.UNKNOWN),
        Verdict.valueOf(expected.verdicts().get(kind.id())),
        statement.map(BranchStatement::detail).orElse(failure));
  }

  /** For JSON. */
  Map<String, Object> tree() {
    return PartOutcome.tree(result.map(BranchesTree::summary), failure, parts());
  }

  /** For readers. */
  void print(Console console) {
    PartOutcome.print(console, "BRANCHES", parts());
  }
}
