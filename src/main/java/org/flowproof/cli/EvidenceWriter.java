package org.flowproof.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.flowproof.proof.Claim;
import org.flowproof.proof.LemmaOrder;
import org.flowproof.proof.evidence.EvidenceFile;
import org.flowproof.proof.evidence.EvidenceRecord;
import org.flowproof.proof.evidence.Fingerprints;
import org.flowproof.proof.evidence.Foundations;
import org.flowproof.proof.kernel.ProofReport;
import org.flowproof.proof.kernel.RecordedReplay;

/** Writes the evidence of replayed claims beside them. */
final class EvidenceWriter {
  /** A tool that ran out of time may answer on a machine with less to do. */
  private static final Pattern NO_ANSWER =
      Pattern.compile("no answer|unknown: (timeout|canceled|interrupted)");

  private final Workspace workspace;

  EvidenceWriter(Workspace workspace) {
    this.workspace = workspace;
  }

  /**
   * Writes a file for each report; a file that says the same already, times aside, is left alone.
   *
   * @return for each report {@code written}, {@code unchanged}, or why there is nothing to write
   * @throws IOException when the file system refuses
   */
  List<String> write(List<ProofReport> reports) throws IOException {
    Fingerprints fingerprints = new Fingerprints(workspace.claims(), Foundations.current());
    List<String> words = new ArrayList<>();
    for (ProofReport report : reports) {
      words.add(write(report, fingerprints));
    }
    return words;
  }

  private String write(ProofReport report, Fingerprints fingerprints) throws IOException {
    Claim claim = report.claim();
    if (claim.derivation().isEmpty()) {
      return "none: no derivation";
    }
    // without the outcome of every step there is nothing to compare with later
    if (report.steps().size() < claim.derivation().size()) {
      return "not written: no full replay";
    }
    if (LemmaOrder.circular(workspace.claims(), claim)) {
      return "not written: rests on itself";
    }
    if (report.steps().stream()
        .flatMap(step -> step.evidence().stream())
        .anyMatch(e -> NO_ANSWER.matcher(e.output()).lookingAt())) {
      return "not written: a tool gave no answer";
    }
    EvidenceRecord record =
        EvidenceRecord.of(claim.id(), fingerprints.of(claim), RecordedReplay.Course.of(report));
    boolean written = new EvidenceFile(workspace.proofs(), claim).write(record);
    return written ? "written" : "unchanged";
  }
}
