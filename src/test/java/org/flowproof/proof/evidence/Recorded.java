package org.flowproof.proof.evidence;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.flowproof.proof.Claim;
import org.flowproof.proof.ClaimCatalogue;
import org.flowproof.proof.kernel.Prover;
import org.flowproof.proof.kernel.RecordedReplay;

/** A directory of small claims whose evidence was recorded with the tools. */
final class Recorded {
  /** Two inequalities of which the second is false, so that its step stays open. */
  static final String OPEN =
      """
      format: 1
      claim: envelopes/open
      title: One step is wrong
      source: {kind: derived, reference: "", locator: ""}
      model: {loss: any, layers: any, activation: leaky-or-relu, dynamics: flow}
      for: {k: sample}
      hypotheses: {}
      conclusion: {range: "t >= 0", holds: "y[k] <= y[k]^2"}
      derivation:
        - {id: s1, rule: inequality, shows: "y[k] <= y[k]^2 + 1"}
        - {id: s2, rule: identity, shows: "r[k] == r[k] + h[k]"}
        - {id: s3, rule: inequality, shows: "y[k] <= y[k]^2"}
      falsified:
        - {id: strict, holds: "y[k] < y[k]^2", because: "labels may be 0"}
      """;

  static final String KEPT = "envelopes/domination-kept";
  static final String BALANCE = "envelopes/balancedness";

  final Path proofs;

  private Recorded(Path proofs) {
    this.proofs = proofs;
  }

  /** Copies three claims of the project, adds {@link #OPEN}, proves and records all. */
  static Recorded in(Path directory) throws IOException {
    Path proofs = Files.createDirectories(directory.resolve("proofs/envelopes")).getParent();
    for (String id : List.of(KEPT, BALANCE, "envelopes/cauchy-schwarz")) {
      Files.copy(Path.of("proofs", id + ".yaml"), proofs.resolve(id + ".yaml"));
    }
    Files.writeString(proofs.resolve("envelopes/open.yaml"), OPEN);
    Recorded recorded = new Recorded(proofs);
    recorded.record();
    return recorded;
  }

  void record() throws IOException {
    ClaimCatalogue catalogue = catalogue();
    Fingerprints fingerprints = new Fingerprints(catalogue, Foundations.current());
    try (Prover prover = new Prover(catalogue)) {
      for (Claim claim : catalogue.claims()) {
        RecordedReplay.Course course = RecordedReplay.Course.of(prover.prove(claim));
        file(claim.id()).write(EvidenceRecord.of(claim.id(), fingerprints.of(claim), course));
      }
    }
  }

  ClaimCatalogue catalogue() {
    return ClaimCatalogue.load(proofs);
  }

  EvidenceFile file(String id) {
    return new EvidenceFile(proofs, catalogue().find(id).orElseThrow());
  }

  /** The outcome as {@link EvidenceCheck} tells it, files read anew. */
  String outcome(String id) {
    return outcome(id, Foundations.current());
  }

  String outcome(String id, Foundations foundations) {
    ClaimCatalogue catalogue = catalogue();
    return new EvidenceCheck(catalogue, proofs, foundations)
        .of(catalogue.find(id).orElseThrow())
        .text();
  }

  /** A copy, so that a test can spoil it. */
  Recorded copy(Path directory) throws IOException {
    Path proofs = Files.createDirectories(directory.resolve("proofs/envelopes")).getParent();
    try (var files = Files.list(this.proofs.resolve("envelopes"))) {
      for (Path file : files.toList()) {
        Files.copy(file, proofs.resolve("envelopes").resolve(file.getFileName()));
      }
    }
    return new Recorded(proofs);
  }

  /** Replaces one piece of text in a file; there must be one. */
  void edit(String name, String old, String replacement) throws IOException {
    Path file = proofs.resolve(name);
    String text = Files.readString(file);
    int at = text.indexOf(old);
    if (at < 0) {
      throw new IllegalArgumentException(old + " is not in " + file);
    }
    Files.writeString(
        file, text.substring(0, at) + replacement + text.substring(at + old.length()));
  }
}
