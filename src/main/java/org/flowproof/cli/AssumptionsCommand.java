package org.flowproof.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.flowproof.check.nonconvergence.NonConvergence;
import org.flowproof.check.nonconvergence.NonConvergence.Applies;
import org.flowproof.problem.CaseFile;
import org.flowproof.problem.CaseLoader;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code assumptions}: whether the theorems on non-convergence apply. */
@Command(
    name = "assumptions",
    description = {
      "Decide Assumptions 3 to 6 of the theorems on non-convergence of Boursier and Flammarion,"
          + " Early alignment, for a case's data, exactly, each with what holds it up or makes it"
          + " fail, and whether Theorems 2 and 4 apply.",
      "Nothing is integrated. Exit code 3 when whether a theorem applies is not known."
    })
final class AssumptionsCommand extends CommandBase {
  @Parameters(arity = "1", paramLabel = "CASE", description = "Case file, or id below cases/.")
  String name;

  AssumptionsCommand(Surroundings surroundings) {
    super(surroundings);
  }

  @Override
  public Integer call() {
    CaseFile file = CaseLoader.load(workspace().caseFile(name), options.seed());
    List<Callable<NonConvergence>> task = List.of(() -> NonConvergence.of(file.problem()));
    Work.Outcome<NonConvergence> outcome = work().all(task).get(0);
    int code = outcome.value().map(AssumptionsCommand::code).orElse(ExitCode.UNKNOWN);
    if (outcome.value().isEmpty()) {
      console().error(file.id() + ": no decision: " + outcome.failure());
    }
    if (options.json) {
      Map<String, Object> document = new LinkedHashMap<>(ResultJson.document("assumptions", code));
      document.put("case", file.id());
      outcome.value().ifPresent(found -> document.putAll(AssumptionsText.tree(found)));
      if (outcome.value().isEmpty()) {
        document.put("failure", outcome.failure());
      }
      console().json(document);
    } else if (outcome.value().isPresent()) {
      console().print(file.id() + ": " + file.title());
      new AssumptionsText(console()).print(outcome.value().get());
    }
    return code;
  }

  private static int code(NonConvergence found) {
    boolean open =
        found.theorem2().applies() == Applies.UNKNOWN
            || found.theorem4().applies() == Applies.UNKNOWN;
    return open ? ExitCode.UNKNOWN : ExitCode.OK;
  }
}
