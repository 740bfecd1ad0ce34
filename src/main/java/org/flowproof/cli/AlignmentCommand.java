package org.flowproof.cli;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.flowproof.check.Verdict;
import org.flowproof.check.alignment.AlignmentCheck;
import org.flowproof.check.alignment.AlignmentResult;
import org.flowproof.problem.AlignmentRequest;
import org.flowproof.problem.CaseFile;
import org.flowproof.problem.ExpectedAlignment;
import org.flowproof.report.Pictures;
import org.flowproof.report.Staging;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code alignment}: the early-alignment theorem on a case, neuron by neuron. */
@Command(
    name = "alignment",
    description = {
      "Hold the early-alignment theorem against a case: its hypotheses, the weights up to the end of"
          + " the alignment phase, and where each neuron points by then.",
      "The run ends with the phase, whatever the case says. Exit code 1 when the theorem is violated,"
          + " 3 when something is not decided."
    })
final class AlignmentCommand extends TheoremCommand<AlignmentResult> {
  private static final double USUAL_EPSILON = 0.25;
  private static final double USUAL_ALPHA0 = 0.5;

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
    super(surroundings, "alignment");
  }

  @Override
  Optional<String> directory() {
    return Optional.ofNullable(output);
  }

  @Override
  Callable<AlignmentResult> task(CaseFile file) {
    AlignmentRequest request = request(file.alignment().map(ExpectedAlignment::request));
    return () -> AlignmentCheck.of(file.problem(), request);
  }

  @Override
  Stream<Verdict> verdicts(AlignmentResult result) {
    return Stream.of(result.weights(), result.directions()).map(AlignmentResult.Part::verdict);
  }

  @Override
  Map<String, Object> document(CaseFile file, AlignmentResult result, int code) {
    return AlignmentTree.document(file, result, code);
  }

  @Override
  void print(AlignmentResult result) {
    new AlignmentText(console()).print(result);
  }

  @Override
  Optional<Table> table(AlignmentResult result) {
    return result.neurons().isEmpty()
        ? Optional.empty()
        : Optional.of(new Table("neurons.csv", AlignmentTree.table(result.neurons())));
  }

  @Override
  List<String> pictures(AlignmentResult result, String title, Staging staging) throws IOException {
    return new Pictures().write(result, title, staging);
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
}
