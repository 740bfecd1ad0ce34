package org.flowproof.cli;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.flowproof.check.Verdict;
import org.flowproof.check.branches.BranchStatement;
import org.flowproof.check.branches.BranchesCheck;
import org.flowproof.check.branches.BranchesResult;
import org.flowproof.problem.BranchesRequest;
import org.flowproof.problem.CaseFile;
import org.flowproof.problem.ExpectedBranches;
import org.flowproof.proof.ClaimCatalogue;
import org.flowproof.report.Staging;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code branches}: the target set of a single neuron. */
@Command(
    name = "branches",
    description = {
      "List the branches of the set of networks that compute the target of a case: dimensions,"
          + " sample sizes for generic inputs, and certified ranks on the inputs of the case.",
      "Exit code 3 when a stated rank is not certified."
    })
final class BranchesCommand extends TheoremCommand<BranchesResult> {
  private static final int USUAL_POINTS = 5;

  @Option(
      names = "--points",
      paramLabel = "N",
      description = "Points drawn on each branch, 1 to 1000 (default: those of the case, or 5).")
  Integer points;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "DIR",
      description = "Write the result and the branches to DIR.")
  String output;

  BranchesCommand(Surroundings surroundings) {
    super(surroundings, "branches");
  }

  @Override
  Optional<String> directory() {
    return Optional.ofNullable(output);
  }

  @Override
  Callable<BranchesResult> task(CaseFile file) {
    BranchesRequest own =
        file.branches().map(ExpectedBranches::request).orElse(new BranchesRequest(USUAL_POINTS, 1));
    int wanted = points == null ? own.points() : points;
    if (wanted < 1 || wanted > BranchesRequest.MOST) {
      throw new UsageException("--points: expected a number from 1 to " + BranchesRequest.MOST);
    }
    BranchesRequest request = new BranchesRequest(wanted, options.seed().orElse(own.seed()));
    ClaimCatalogue claims = workspace().claims();
    return () -> BranchesCheck.of(file.problem(), file.target(), claims, request);
  }

  @Override
  Stream<Verdict> verdicts(BranchesResult result) {
    return result.statements().stream().map(BranchStatement::verdict);
  }

  @Override
  Map<String, Object> document(CaseFile file, BranchesResult result, int code) {
    return BranchesTree.document(file, result, code);
  }

  @Override
  void print(BranchesResult result) {
    new BranchesText(console()).print(result);
  }

  @Override
  Optional<Table> table(BranchesResult result) {
    return result.branches().isEmpty()
        ? Optional.empty()
        : Optional.of(new Table("branches.csv", BranchesTree.table(result)));
  }

  @Override
  List<String> pictures(BranchesResult result, String title, Staging staging) throws IOException {
    return List.of();
  }
}
