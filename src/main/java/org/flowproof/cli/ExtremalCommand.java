package org.flowproof.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.flowproof.formula.NoValueException;
import org.flowproof.problem.CaseFile;
import org.flowproof.problem.CaseLoader;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code extremal}: the directions in which neurons of a small network gather at first. */
@Command(
    name = "extremal",
    description = {
      "List the extremal vectors of a case's data: the directions in which neurons gather while the"
          + " output is still near 0, with the constants of the early-alignment theorem.",
      "All activation cones are listed and decided exactly; where there are too many, extremal"
          + " vectors are searched from random directions, and the exit code is 3."
    })
final class ExtremalCommand extends CommandBase {
  private static final int MOST_STARTS = 1_000_000;

  @Parameters(arity = "1", paramLabel = "CASE", description = "Case file, or id below cases/.")
  String name;

  @Option(
      names = "--starts",
      paramLabel = "N",
      defaultValue = "1000",
      description = "Random directions for the basins (default: ${DEFAULT-VALUE}).")
  int starts;

  @Option(
      names = "--epsilon",
      paramLabel = "E",
      defaultValue = "0.25",
      description = "Of the theorem, between 0 and 1/3 (default: ${DEFAULT-VALUE}).")
  double epsilon;

  @Option(
      names = "--alpha0",
      paramLabel = "A",
      defaultValue = "0.5",
      description = "Of the theorem, above 0 and at most 1 (default: ${DEFAULT-VALUE}).")
  double alpha0;

  ExtremalCommand(Surroundings surroundings) {
    super(surroundings);
  }

  @Override
  public Integer call() {
    require(starts >= 1 && starts <= MOST_STARTS, "--starts", "from 1 to " + MOST_STARTS);
    require(epsilon > 0 && epsilon < 1.0 / 3, "--epsilon", "between 0 and 1/3");
    require(alpha0 > 0 && alpha0 <= 1, "--alpha0", "above 0 and at most 1");
    CaseFile file = CaseLoader.load(workspace().caseFile(name), options.seed());
    ExtremalSurvey.Request request =
        new ExtremalSurvey.Request(starts, options.seed().orElse(1), epsilon, alpha0);
    List<Callable<ExtremalSurvey>> task = List.of(() -> survey(file, request));
    Work.Outcome<ExtremalSurvey> outcome = work().all(task).get(0);
    if (outcome.value().isEmpty()) {
      console().error(file.id() + ": no extremal vectors: " + outcome.failure());
      if (options.json) {
        Map<String, Object> document = ResultJson.document("extremal", ExitCode.UNKNOWN);
        document.put("case", file.id());
        document.put("failure", outcome.failure());
        console().json(document);
      }
      return ExitCode.UNKNOWN;
    }
    ExtremalSurvey survey = outcome.value().get();
    int code = survey.refusal().isEmpty() ? ExitCode.OK : ExitCode.UNKNOWN;
    if (options.json) {
      Map<String, Object> document = new LinkedHashMap<>(ResultJson.document("extremal", code));
      document.put("case", file.id());
      document.putAll(ExtremalText.tree(survey));
      console().json(document);
    } else {
      console().print(file.id() + ": " + file.title());
      new ExtremalText(console()).print(survey);
    }
    return code;
  }

  private static ExtremalSurvey survey(CaseFile file, ExtremalSurvey.Request request) {
    try {
      return ExtremalSurvey.of(file.problem(), request);
    } catch (NoValueException e) {
      throw new UsageException(file.path() + ": no extremal vectors: " + e.getMessage());
    }
  }

  private static void require(boolean met, String option, String expected) {
    if (!met) {
      throw new UsageException(option + ": expected a number " + expected);
    }
  }
}
