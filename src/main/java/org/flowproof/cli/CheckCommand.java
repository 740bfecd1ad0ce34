package org.flowproof.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.flowproof.check.CaseCheck;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code check}: integrates cases and holds their claims against the runs. */
@Command(
    name = "check",
    description = {
      "Integrate each case and hold its claims against the run.",
      "Prints a table of findings and what is not as the case expects."
    })
final class CheckCommand extends CommandBase {
  @Parameters(arity = "1..*", paramLabel = "CASE", description = "Case file, or id below cases/.")
  List<String> cases;

  CheckCommand(Surroundings surroundings) {
    super(surroundings);
  }

  @Override
  public Integer call() {
    CaseRunner runner = new CaseRunner(workspace(), work(), console());
    Optional<List<CaseCheck>> prepared = runner.prepare(cases, options.seed());
    if (prepared.isEmpty()) {
      return ExitCode.INPUT;
    }
    // one document has to wait for the last case; readers see each case as it finishes
    CaseTable table = new CaseTable(console());
    Consumer<CaseOutcome> shown = options.json ? outcome -> {} : table::print;
    List<CaseOutcome> results = runner.check(prepared.get(), shown);
    int code = CaseOutcome.exitCode(results);
    if (options.json) {
      Map<String, Object> document = new LinkedHashMap<>(ResultJson.document("check", code));
      document.put("cases", results.stream().map(ResultJson::outcome).toList());
      console().json(document);
    }
    return code;
  }
}
