package org.flowproof.cli;

import java.io.IOException;
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
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code prove}: replays derivations. */
@Command(
    name = "prove",
    description = {
      "Replay the derivation of each claim; of all claims when none is named.",
      "Exit code 0: all PROVED or CITED (a CONJECTURE has nothing to replay); 3: a step is open (PARTIAL); 1: REFUTED.",
      "With --check, 0: all evidence verified; 3: stale or missing; 1: differs from what the kernel"
          + " finds; 2: a file that is not evidence as it was written."
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

  @Option(
      names = "--replay",
      description =
          "Also write what the tools were asked and answered beside the claims and the lemmas they"
              + " rest on, as CLAIM.evidence.json.")
  boolean replay;

  @Option(
      names = "--check",
      description =
          "Verify the written evidence of the claims and of the lemmas they rest on, without asking"
              + " Symja and Z3 anew; proves nothing.")
  boolean check;

  @Mixin TextOptions text;

  ProveCommand(Surroundings surroundings) {
    super(surroundings);
  }

  @Override
  public Integer call() throws IOException {
    if (check && (replay || explain)) {
      throw new UsageException("--check goes with neither --replay nor --explain");
    }
    Workspace workspace = workspace();
    List<Claim> claims = claims(workspace);
    if (check) {
      return new EvidenceTable(workspace, work(), console(), options.json).check(claims);
    }
    Proofs proofs = new Proofs(workspace.claims(), work(), console());
    List<ProofReport> reports = proofs.replay(replay ? proofs.withLemmas(claims) : claims);
    List<String> evidence =
        replay ? new EvidenceWriter(workspace).write(reports) : List.<String>of();
    int code =
        reports.stream()
            .mapToInt(report -> exitCode(report.status()))
            .reduce(ExitCode.OK, ExitCode::worse);
    if (options.json) {
      List<Map<String, Object>> documents = new ArrayList<>();
      for (int i = 0; i < reports.size(); i++) {
        documents.add(ResultJson.proof(reports.get(i), explain));
        if (replay) {
          documents.get(i).put("evidenceFile", evidence.get(i));
        }
      }
      Map<String, Object> document = new LinkedHashMap<>(ResultJson.document("prove", 2, code));
      document.put("claims", documents);
      console().json(document);
    } else if (explain) {
      reports.forEach(report -> print(report, workspace));
    } else {
      table(reports, evidence);
    }
    return code;
  }

  private void print(ProofReport report, Workspace workspace) {
    TextStyle style = text.style(surroundings());
    new ClaimText(report.claim(), workspace.claims()::find, style, console()).print();
    new CheckedText(new Page(console(), style)).print(report);
  }

  private List<Claim> claims(Workspace workspace) {
    if (names.isEmpty()) {
      return workspace.claims().claims();
    }
    Set<Claim> claims = new LinkedHashSet<>();
    names.forEach(name -> claims.add(workspace.claim(name)));
    return List.copyOf(claims);
  }

  private void table(List<ProofReport> reports, List<String> evidence) {
    TextTable table =
        replay
            ? new TextTable("CLAIM", "STATUS", "STEPS", "EVIDENCE", "OPEN")
            : new TextTable("CLAIM", "STATUS", "STEPS", "OPEN");
    for (int i = 0; i < reports.size(); i++) {
      ProofReport report = reports.get(i);
      long done = report.steps().stream().filter(ProofReport.StepOutcome::discharged).count();
      List<String> row = new ArrayList<>();
      row.add(report.claim().id());
      row.add(report.status().word());
      row.add(done + "/" + report.steps().size());
      if (replay) {
        row.add(evidence.get(i));
      }
      row.add(
          report.status() instanceof ClaimStatus.Partial partial
              ? String.join("; ", partial.open())
              : report.status() instanceof ClaimStatus.Refuted refuted
                  ? refuted.counterexample()
                  : "");
      table.row(row.toArray(String[]::new));
    }
    console().print(table);
  }

  private static int exitCode(ClaimStatus status) {
    return switch (status.word()) {
      case "PROVED", "CITED", "CONJECTURE" -> ExitCode.OK;
      case "REFUTED" -> ExitCode.DIFFERENT;
      default -> ExitCode.UNKNOWN;
    };
  }
}
