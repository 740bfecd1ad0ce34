package org.flowproof.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import org.flowproof.check.Verdict;
import org.flowproof.check.alignment.AlignmentCheck;
import org.flowproof.check.alignment.AlignmentResult;
import org.flowproof.flow.choice.IntegratorChoice;
import org.flowproof.problem.AlignmentRequest;
import org.flowproof.problem.CaseFile;
import org.flowproof.problem.CaseLoader;
import org.flowproof.problem.ExpectedAlignment;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code alignment}: the early-alignment theorem on a case, neuron by neuron. */
@Command(
    name = "alignment",
    description = {
      "Hold the early-alignment theorem against a case: its hypotheses, the weights up to the end of"
          + " the alignment phase, and where each neuron points by then.",
      "The run ends with the phase, whatever the case says. Exit code 1 when the theorem is violated,"
          + " 3 when something is not decided."
    })
final class AlignmentCommand extends CommandBase {
  private static final double USUAL_EPSILON = 0.25;
  private static final double USUAL_ALPHA0 = 0.5;

  @Parameters(arity = "1", paramLabel = "CASE", description = "Case file, or id below cases/.")
  String name;

  @Option(
      names = "--epsilon",
      paramLabel = "E",
      description = "Of the theorem, between 0 and 1/3 (default: that of the case, or 0.25).")
  Double epsilon;

  @Option(
      names = "--alpha0",
      paramLabel = "A",
      description = "Of the theorem, above 0 and at most 1 (default: that of the case, or 0.5).")
  Double alpha0;

  @Option(
      names = "--lambda",
      paramLabel = "L",
      description =
          "Scale of the initial weights in the theorem (default: that of the case, or the smallest"
              + " that meets its hypothesis (5)).")
  Double lambda;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "DIR",
      description =
          "Write every neuron to DIR/neurons.csv, and figures in two or three dimensions.")
  String output;

  AlignmentCommand(Surroundings surroundings) {
    super(surroundings);
  }

  @Override
  public Integer call() throws IOException {
    CaseFile file = CaseLoader.load(workspace().caseFile(name), options.seed());
    AlignmentRequest request = request(file.alignment().map(ExpectedAlignment::request));
    IntegratorChoice.of(file);
    console().message("running " + file.id() + " ...");
    List<Callable<AlignmentResult>> task =
        List.of(() -> AlignmentCheck.of(file.problem(), request));
    Work.Outcome<AlignmentResult> outcome = work().all(task).get(0);
    if (outcome.value().isEmpty()) {
      return nothing(file, outcome.failure());
    }
    AlignmentResult result = outcome.value().get();
    int code = ExitCode.worse(code(result.weights()), code(result.directions()));
    if (output != null) {
      Path directory = workspace().output(output);
      console().message("writing " + directory + " ...");
      new AlignmentFiles(file, result, code).write(directory).forEach(console()::error);
    }
    if (options.json) {
      Map<String, Object> document = AlignmentTree.document(file, result, code);
      console().json(document);
    } else {
      console().print(file.id() + ": " + file.title());
      new AlignmentText(console()).print(result);
    }
    return code;
  }

  private int nothing(CaseFile file, String failure) {
    console().error(file.id() + ": not decided: " + failure);
    if (options.json) {
      Map<String, Object> document = ResultJson.document("alignment", ExitCode.UNKNOWN);
      document.put("case", file.id());
      document.put("failure", failure);
      console().json(document);
    }
    return ExitCode.UNKNOWN;
  }

  private AlignmentRequest request(Optional<AlignmentRequest> ofCase) {
    double e =
        epsilon != null ? epsilon : ofCase.map(AlignmentRequest::epsilon).orElse(USUAL_EPSILON);
    double a = alpha0 != null ? alpha0 : ofCase.map(AlignmentRequest::alpha0).orElse(USUAL_ALPHA0);
    require(AlignmentRequest.epsilonFits(e), "--epsilon", AlignmentRequest.EPSILON_RANGE);
    require(AlignmentRequest.alpha0Fits(a), "--alpha0", AlignmentRequest.ALPHA0_RANGE);
    OptionalDouble l =
        lambda != null
            ? OptionalDouble.of(lambda)
            : ofCase.map(AlignmentRequest::lambda).orElse(OptionalDouble.empty());
    require(l.isEmpty() || (l.getAsDouble() > 0 && l.getAsDouble() < 1e100), "--lambda", "above 0");
    return new AlignmentRequest(e, a, l);
  }

  private static void require(boolean met, String option, String expected) {
    if (!met) {
      throw new UsageException(option + ": expected a number " + expected);
    }
  }

  private static int code(AlignmentResult.Part part) {
    return part.verdict() == Verdict.VIOLATED
        ? ExitCode.DIFFERENT
        : part.verdict() == Verdict.UNKNOWN ? ExitCode.UNKNOWN : ExitCode.OK;
  }
}
