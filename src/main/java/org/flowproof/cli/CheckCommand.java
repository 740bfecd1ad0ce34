package org.flowproof.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
    List<CaseOutcome> results = runner.check(prepared.get());
    int code = CaseOutcome.exitCode(results);
    if (options.json) {
      Map<String, Object> document = new LinkedHashMap<>(ResultJson.document("check", code));
      document.put("cases", results.stream().map(ResultJson::outcome).toList());
      console().json(document);
    } else {
      CaseTable table = new CaseTable(console());
      results.forEach(table::print);
    }
    return code;
  }
}
