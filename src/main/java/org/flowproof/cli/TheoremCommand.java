package org.flowproof.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.flowproof.check.Verdict;
import org.flowproof.flow.choice.IntegratorChoice;
import org.flowproof.problem.CaseFile;
import org.flowproof.problem.CaseLoader;
import org.flowproof.problem.json.Json;
import org.flowproof.report.Staging;
import picocli.CommandLine.Parameters;

/**
 * A command that holds a theorem against one case: runs it, prints what came of it, and writes it
 * to a directory when asked.
 *
 * @param <R> what comes of it
 */
abstract class TheoremCommand<R> extends CommandBase {
  private final String word;

  @Parameters(arity = "1", paramLabel = "CASE", description = "Case file, or id below cases/.")
  String name;

  /**
   * A command.
   *
   * @param word its name, also that of the JSON file that marks its directories
   */
  TheoremCommand(Surroundings surroundings, String word) {
    super(surroundings);
    this.word = word;
  }

  /** A table among the files, CSV. */
  record Table(String file, String text) {}

  /** The directory of the files, if they are asked for. */
  abstract Optional<String> directory();

  /**
   * What is to be computed for a case.
   *
   * @throws UsageException when an option does not fit
   */
  abstract Callable<R> task(CaseFile file);

  /** The verdicts that decide the exit code. */
  abstract Stream<Verdict> verdicts(R result);

  /** The whole of it, for JSON. */
  abstract Map<String, Object> document(CaseFile file, R result, int code);

  /** The whole of it, for readers. */
  abstract void print(R result);

  /** The table; empty when nothing was computed. */
  abstract Optional<Table> table(R result);

  /** Writes the pictures; gives why there is no PDF, and the warnings of TeX. */
  abstract List<String> pictures(R result, String title, Staging staging) throws IOException;

  @Override
  public final Integer call() throws IOException {
    CaseFile file = CaseLoader.load(workspace().caseFile(name), options.seed());
    Callable<R> task = task(file);
    IntegratorChoice.of(file);
    console().message("running " + file.id() + " ...");
    Work.Outcome<R> outcome = work().all(List.of(task)).get(0);
    if (outcome.value().isEmpty()) {
      return nothing(file, outcome.failure());
    }
    R result = outcome.value().get();
    int code = verdicts(result).map(TheoremCommand::code).reduce(ExitCode.OK, ExitCode::worse);
    if (directory().isPresent()) {
      Path directory = workspace().output(directory().get());
      console().message("writing " + directory + " ...");
      write(directory, file, result, code).forEach(console()::error);
    }
    if (options.json) {
      console().json(document(file, result, code));
    } else {
      console().print(file.id() + ": " + file.title());
      print(result);
    }
    return code;
  }

  private int nothing(CaseFile file, String failure) {
    console().error(file.id() + ": not decided: " + failure);
    if (options.json) {
      Map<String, Object> document = ResultJson.document(word, ExitCode.UNKNOWN);
      document.put("case", file.id());
      document.put("failure", failure);
      console().json(document);
    }
    return ExitCode.UNKNOWN;
  }

  /** Writes everything; a reader of the directory sees the old files or the new ones. */
  private List<String> write(Path directory, CaseFile file, R result, int code) throws IOException {
    String marker = word + ".json";
    try (Staging staging = Staging.open(directory, marker)) {
      List<String> told = pictures(result, file.title(), staging);
      staging.write(marker, Json.text(document(file, result, code)));
      Optional<Table> table = table(result);
      if (table.isPresent()) {
        staging.write(table.get().file(), table.get().text());
      }
      staging.commit();
      return told;
    }
  }

  private static int code(Verdict verdict) {
    return verdict == Verdict.VIOLATED
        ? ExitCode.DIFFERENT
        : verdict == Verdict.UNKNOWN ? ExitCode.UNKNOWN : ExitCode.OK;
  }
}
