package org.flowproof.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.flowproof.proof.Claim;
import org.flowproof.proof.LemmaOrder;
import org.flowproof.proof.evidence.EvidenceCheck;
import org.flowproof.proof.evidence.Foundations;

/** {@code prove --check}: what the written evidence is worth now. */
final class EvidenceTable {
  private final Workspace workspace;
  private final Work work;
  private final Console console;
  private final boolean json;

  EvidenceTable(Workspace workspace, Work work, Console console, boolean json) {
    this.workspace = workspace;
    this.work = work;
    this.console = console;
    this.json = json;
  }

  /**
   * Checks the evidence of the claims and of the lemmas that they lean on, and prints the result.
   *
   * @return the exit code
   */
  int check(List<Claim> claims) {
    List<Claim> ordered = LemmaOrder.withLemmas(workspace.claims(), claims);
    List<Work.Outcome<EvidenceCheck.Outcome>> outcomes = outcomes(ordered);
    Set<Claim> shown = new LinkedHashSet<>(claims);
    shown.addAll(ordered);
    int code = ExitCode.OK;
    TextTable table = new TextTable("CLAIM", "EVIDENCE", "OPEN STEPS");
    List<Object> documents = new ArrayList<>();
    for (Claim claim : shown) {
      Work.Outcome<EvidenceCheck.Outcome> outcome = outcomes.get(ordered.indexOf(claim));
      String word = outcome.value().map(o -> o.word().text()).orElse("unknown");
      String detail = outcome.value().map(EvidenceCheck.Outcome::detail).orElse(outcome.failure());
      List<String> open = outcome.value().map(EvidenceCheck.Outcome::open).orElse(List.of());
      code = ExitCode.worse(code, exitCode(outcome));
      table.row(
          claim.id(),
          word + (detail.isEmpty() ? "" : ": " + detail),
          word.equals("verified") ? String.valueOf(open.size()) : "");
      documents.add(document(claim, word, detail, open));
    }
    if (json) {
      Map<String, Object> document = new LinkedHashMap<>(ResultJson.document("prove-check", code));
      document.put("claims", documents);
      console.json(document);
    } else {
      console.print(table);
    }
    console.message(
        "evidence was checked, nothing was proved: answers of Symja and Z3 are the recorded ones");
    return code;
  }

  private List<Work.Outcome<EvidenceCheck.Outcome>> outcomes(List<Claim> ordered) {
    EvidenceCheck check =
        new EvidenceCheck(workspace.claims(), workspace.proofs(), Foundations.current());
    try (Progress progress = Progress.of(console, "checking evidence of", ordered.size())) {
      List<Callable<EvidenceCheck.Outcome>> tasks = new ArrayList<>();
      for (Claim claim : ordered) {
        tasks.add(
            () -> {
              progress.begins(claim.id());
              EvidenceCheck.Outcome outcome = check.of(claim);
              progress.ends(claim.id());
              return outcome;
            });
      }
      return work.all(
          tasks,
          LemmaOrder.before(ordered),
          (index, outcome) -> progress.ends(ordered.get(index).id()));
    }
  }

  private static Map<String, Object> document(
      Claim claim, String word, String detail, List<String> open) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("claim", claim.id());
    map.put("evidence", word);
    map.put("detail", detail.isEmpty() ? null : detail);
    map.put("open", open);
    return map;
  }

  private static int exitCode(Work.Outcome<EvidenceCheck.Outcome> outcome) {
    return outcome
        .value()
        .map(
            o ->
                switch (o.word()) {
                  case VERIFIED, NONE -> ExitCode.OK;
                  case STALE, MISSING -> ExitCode.UNKNOWN;
                  case DIFFERS -> ExitCode.DIFFERENT;
                })
        .orElse(ExitCode.UNKNOWN);
  }
}
