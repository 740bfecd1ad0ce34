package org.flowproof.cli;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.flowproof.proof.Claim;
import org.flowproof.proof.ClaimCatalogue;
import org.flowproof.proof.kernel.ClaimStatus;
import org.flowproof.proof.kernel.ProofReport;
import org.flowproof.proof.kernel.Prover;

/** Replays derivations, several at once. */
final class Proofs {
  private final ClaimCatalogue catalogue;
  private final Work work;
  private final Console console;

  Proofs(ClaimCatalogue catalogue, Work work, Console console) {
    this.catalogue = catalogue;
    this.work = work;
    this.console = console;
  }

  /**
   * Replays each derivation.
   *
   * @return the reports in the order of the claims; PARTIAL where a replay ran out of time or broke
   */
  List<ProofReport> replay(List<Claim> claims) {
    // a prover holds a worker process that only one thread may use at a time; one that a claim ran
    // out of time with does not come back
    Queue<Prover> idle = new ConcurrentLinkedQueue<>();
    Queue<Prover> all = new ConcurrentLinkedQueue<>();
    List<Callable<ProofReport>> tasks = new ArrayList<>();
    for (Claim claim : claims) {
      tasks.add(
          () -> {
            console.message("proving " + claim.id() + " ...");
            Prover prover = idle.poll();
            if (prover == null) {
              prover = new Prover(catalogue);
              all.add(prover);
            }
            ProofReport report = prover.prove(claim);
            idle.add(prover);
            return report;
          });
    }
    List<Work.Outcome<ProofReport>> outcomes;
    try {
      outcomes = work.all(tasks);
    } finally {
      all.forEach(Prover::close);
    }
    List<ProofReport> reports = new ArrayList<>();
    for (int i = 0; i < claims.size(); i++) {
      Claim claim = claims.get(i);
      String failure = outcomes.get(i).failure();
      reports.add(outcomes.get(i).value().orElseGet(() -> notReplayed(claim, failure)));
    }
    return reports;
  }

  private static ProofReport notReplayed(Claim claim, String failure) {
    return new ProofReport(
        claim, new ClaimStatus.Partial(List.of("not replayed: " + failure)), List.of());
  }

  /** The claims, then the claims that their derivations lean on, each once. */
  List<Claim> withLemmas(List<Claim> claims) {
    Set<Claim> all = new LinkedHashSet<>(claims);
    List<Claim> open = new ArrayList<>(claims);
    while (!open.isEmpty()) {
      Claim next = open.remove(0);
      for (Claim.Step step : next.derivation()) {
        String lemma = step.parameters().get("claim");
        if (lemma != null) {
          catalogue.find(lemma).filter(all::add).ifPresent(open::add);
        }
      }
    }
    return List.copyOf(all);
  }
}
