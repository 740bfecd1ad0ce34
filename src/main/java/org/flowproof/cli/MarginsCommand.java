package org.flowproof.cli;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.flowproof.check.Verdict;
import org.flowproof.check.margins.LimitStatement;
import org.flowproof.check.margins.MarginsCheck;
import org.flowproof.check.margins.MarginsResult;
import org.flowproof.problem.CaseFile;
import org.flowproof.problem.ExpectedMargins;
import org.flowproof.report.MarginsTable;
import org.flowproof.report.Pictures;
import org.flowproof.report.Staging;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code margins}: margins and stable ranks of a case, and their limits. */
@Command(
    name = "margins",
    description = {
      "Read margins, stable ranks and the loss of a classifier over a long run, and hold the limits"
          + " that its neurons lead to against what the run extrapolates to.",
      "Exit code 1 when a limit is violated, 3 when one is not decided."
    })
final class MarginsCommand extends TheoremCommand<MarginsResult> {
  @Option(
      names = "--delta",
      paramLabel = "D",
      description = "Probability in the theorem's hypotheses (default: that of the case, or 0.05).")
  Double delta;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "DIR",
      description = "Write the readings to DIR/readings.csv, and figures.")
  String output;

  MarginsCommand(Surroundings surroundings) {
    super(surroundings, "margins");
  }

  @Override
  Optional<String> directory() {
    return Optional.ofNullable(output);
  }

  @Override
  Callable<MarginsResult> task(CaseFile file) {
    double probability =
        delta != null
            ? delta
            : file.margins().map(ExpectedMargins::delta).orElse(ExpectedMargins.USUAL_DELTA);
    if (!ExpectedMargins.deltaFits(probability)) {
      throw new UsageException("--delta: expected a number " + ExpectedMargins.DELTA_RANGE);
    }
    return () -> MarginsCheck.of(file.problem(), probability);
  }

  @Override
  Stream<Verdict> verdicts(MarginsResult result) {
    return result.statements().stream().map(LimitStatement::verdict);
  }

  @Override
  Map<String, Object> document(CaseFile file, MarginsResult result, int code) {
    return MarginsTree.document(file, result, code);
  }

  @Override
  void print(MarginsResult result) {
    new MarginsText(console()).print(result);
  }

  @Override
  Optional<Table> table(MarginsResult result) {
    return result.late().isEmpty()
        ? Optional.empty()
        : Optional.of(new Table("readings.csv", MarginsTable.of(result.late())));
  }

  @Override
  List<String> pictures(MarginsResult result, String title, Staging staging) throws IOException {
    return new Pictures().write(result, title, staging);
  }
}
