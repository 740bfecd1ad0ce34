package org.flowproof.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.flowproof.check.Verdict;
import org.flowproof.check.margins.LimitStatement;
import org.flowproof.check.margins.MarginsCheck;
import org.flowproof.check.margins.MarginsResult;
import org.flowproof.flow.choice.IntegratorChoice;
import org.flowproof.problem.CaseFile;
import org.flowproof.problem.CaseLoader;
import org.flowproof.problem.ExpectedMargins;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code margins}: margins and stable ranks of a case, and their limits. */
@Command(
    name = "margins",
    description = {
      "Read margins, stable ranks and the loss of a classifier over a long run, and hold the limits"
          + " that its neurons lead to against what the run extrapolates to.",
      "Exit code 1 when a limit is violated, 3 when one is not decided."
    })
final class MarginsCommand extends CommandBase {
  @Parameters(arity = "1", paramLabel = "CASE", description = "Case file, or id below cases/.")
  String name;

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
    super(surroundings);
  }

  @Override
  public Integer call() throws IOException {
    CaseFile file = CaseLoader.load(workspace().caseFile(name), options.seed());
    double probability =
        delta != null
            ? delta
            : file.margins().map(ExpectedMargins::delta).orElse(ExpectedMargins.USUAL_DELTA);
    if (!ExpectedMargins.deltaFits(probability)) {
      throw new UsageException("--delta: expected a number " + ExpectedMargins.DELTA_RANGE);
    }
    IntegratorChoice.of(file);
    console().message("running " + file.id() + " ...");
    List<Callable<MarginsResult>> task =
        List.of(() -> MarginsCheck.of(file.problem(), probability));
    Work.Outcome<MarginsResult> outcome = work().all(task).get(0);
    if (outcome.value().isEmpty()) {
      return nothing(file, outcome.failure());
    }
    MarginsResult result = outcome.value().get();
    int code =
        result.statements().stream().map(MarginsCommand::code).reduce(ExitCode.OK, ExitCode::worse);
    if (output != null) {
      Path directory = workspace().output(output);
      console().message("writing " + directory + " ...");
      new MarginsFiles(file, result, code).write(directory).forEach(console()::error);
    }
    if (options.json) {
      Map<String, Object> document = MarginsTree.document(file, result, code);
      console().json(document);
    } else {
      console().print(file.id() + ": " + file.title());
      new MarginsText(console()).print(result);
    }
    return code;
  }

  private int nothing(CaseFile file, String failure) {
    console().error(file.id() + ": not decided: " + failure);
    if (options.json) {
      Map<String, Object> document = ResultJson.document("margins", ExitCode.UNKNOWN);
      document.put("case", file.id());
      document.put("failure", failure);
      console().json(document);
    }
    return ExitCode.UNKNOWN;
  }

  private static int code(LimitStatement statement) {
    return statement.verdict() == Verdict.VIOLATED
        ? ExitCode.DIFFERENT
        : statement.verdict() == Verdict.UNKNOWN ? ExitCode.UNKNOWN : ExitCode.OK;
  }
}
