package org.flowproof.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.flowproof.proof.Claim;
import org.flowproof.proof.kernel.ClaimStatus;
import org.flowproof.proof.kernel.ProofReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code prove}: replays derivations. */
@Command(
    name = "prove",
    description = {
      "Replay the derivation of each claim; of all claims when none is named.",
      "Exit code 0: all PROVED or CITED; 3: a step is open (PARTIAL); 1: REFUTED."
    })
final class ProveCommand extends CommandBase {
  @Parameters(
      arity = "0..*",
      paramLabel = "CLAIM",
      description = "Id of a claim, or the end of it when only one fits.")
  List<String> names = new ArrayList<>();

  @Option(
      names = "--explain",
      description = "Print the statement and every step with what was checked.")
  boolean explain;

  ProveCommand(Surroundings surroundings) {
    super(surroundings);
  }

  @Override
  public Integer call() {
    Workspace workspace = workspace();
    List<Claim> claims = claims(workspace);
    List<ProofReport> reports = new Proofs(workspace.claims(), work(), console()).replay(claims);
    int code =
        reports.stream()
            .mapToInt(report -> exitCode(report.status()))
            .reduce(ExitCode.OK, ExitCode::worse);
    if (options.json) {
      Map<String, Object> document = new LinkedHashMap<>(ResultJson.document("prove", code));
      document.put("claims", reports.stream().map(r -> ResultJson.proof(r, explain)).toList());
      console().json(document);
    } else if (explain) {
      reports.forEach(report -> new ClaimText(console()).proof(report));
    } else {
      table(reports);
    }
    return code;
  }

  private List<Claim> claims(Workspace workspace) {
    if (names.isEmpty()) {
      return workspace.claims().claims();
    }
    Set<Claim> claims = new LinkedHashSet<>();
    names.forEach(name -> claims.add(workspace.claim(name)));
    return List.copyOf(claims);
  }

  private void table(List<ProofReport> reports) {
    TextTable table = new TextTable("CLAIM", "STATUS", "STEPS", "OPEN");
    for (ProofReport report : reports) {
      long done = report.steps().stream().filter(ProofReport.StepOutcome::discharged).count();
      table.row(
          report.claim().id(),
          report.status().word(),
          done + "/" + report.steps().size(),
          report.status() instanceof ClaimStatus.Partial partial
              ? String.join("; ", partial.open())
              : report.status() instanceof ClaimStatus.Refuted refuted
                  ? refuted.counterexample()
                  : "");
    }
    console().print(table);
  }

  private static int exitCode(ClaimStatus status) {
    return switch (status.word()) {
      case "PROVED", "CITED" -> ExitCode.OK;
      case "REFUTED" -> ExitCode.DIFFERENT;
      default -> ExitCode.UNKNOWN;
    };
  }
}
