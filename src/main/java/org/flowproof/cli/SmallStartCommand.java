package org.flowproof.cli;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.flowproof.check.Verdict;
import org.flowproof.check.smallstart.SmallStartCheck;
import org.flowproof.check.smallstart.SmallStartResult;
import org.flowproof.check.smallstart.StartStatement;
import org.flowproof.problem.CaseFile;
import org.flowproof.problem.ExpectedSmallStart;
import org.flowproof.problem.SmallStartRequest;
import org.flowproof.report.Pictures;
import org.flowproof.report.Staging;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code small-start}: the limit of ever smaller starts of a case. */
@Command(
    name = "small-start",
    description = {
      "Compute the limit of the flow from ever smaller initial weights of a network with a smooth"
          + " activation, and hold the theorems on it against runs from small scales.",
      "Exit code 1 when growth, limit or dependence on C/|C| alone is violated, 3 when one is not"
          + " decided."
    })
final class SmallStartCommand extends TheoremCommand<SmallStartResult> {
  private static final List<Double> USUAL_SCALES = List.of(1e-2, 1e-3, 1e-4, 1e-5, 1e-20);

  /** The statements that are true of every problem that they apply to. */
  private static final List<StartStatement.Kind> THEOREMS =
      List.of(
          StartStatement.Kind.GROWTH,
          StartStatement.Kind.LIMIT,
          StartStatement.Kind.BOUND,
          StartStatement.Kind.SAME_RATIO);

  @Option(
      names = "--times",
      split = ",",
      paramLabel = "T",
      description = "Times of the limit flow, increasing (default: those of the case, or 0).")
  List<Double> times;

  @Option(
      names = "--scales",
      split = ",",
      paramLabel = "A",
      description =
          "Norms of the weights at the start, decreasing (default: those of the case, or 1e-2 to"
              + " 1e-5 and 1e-20).")
  List<Double> scales;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "DIR",
      description = "Write the result and the distances to DIR.")
  String output;

  SmallStartCommand(Surroundings surroundings) {
    super(surroundings, "small-start");
  }

  @Override
  Optional<String> directory() {
    return Optional.ofNullable(output);
  }

  @Override
  Callable<SmallStartResult> task(CaseFile file) {
    SmallStartRequest own =
        file.smallStart()
            .map(ExpectedSmallStart::request)
            .orElse(new SmallStartRequest(List.of(0.0), USUAL_SCALES, 1));
    List<Double> wanted = times == null ? own.times() : times;
    if (!SmallStartRequest.increasing(wanted)) {
      throw new UsageException("--times: expected increasing numbers");
    }
    List<Double> sizes = scales == null ? own.scales() : scales;
    if (!SmallStartRequest.scalesFit(sizes)) {
      throw new UsageException("--scales: expected " + SmallStartRequest.SCALES);
    }
    SmallStartRequest request =
        new SmallStartRequest(wanted, sizes, options.seed().orElse(own.seed()), own.imbalances());
    return () -> SmallStartCheck.of(file.problem(), request);
  }

  @Override
  Stream<Verdict> verdicts(SmallStartResult result) {
    return THEOREMS.stream().map(result::verdict);
  }

  @Override
  Map<String, Object> document(CaseFile file, SmallStartResult result, int code) {
    return SmallStartTree.document(file, result, code);
  }

  @Override
  void print(SmallStartResult result) {
    new SmallStartText(console()).print(result);
  }

  @Override
  Optional<Table> table(SmallStartResult result) {
    return result.found().map(f -> new Table("distances.csv", SmallStartTree.table(f.approach())));
  }

  @Override
  List<String> pictures(SmallStartResult result, String title, Staging staging) throws IOException {
    return new Pictures().write(result, title, staging);
  }
}
