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
import org.flowproof.proof.LemmaOrder;
import org.flowproof.proof.kernel.ClaimStatus;
import org.flowproof.proof.kernel.FinishedProofs;
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
   * Replays each derivation, and those of the lemmas that they lean on.
   *
   * @return the reports in the order of the claims, without those of other lemmas; PARTIAL where a
   *     replay ran out of time or broke
   */
  List<ProofReport> replay(List<Claim> claims) {
    // lemmas first, each proved once: a claim waits until its lemmas are in the shared reports
    List<Claim> ordered = LemmaOrder.withLemmas(catalogue, claims);
    FinishedProofs finished = new FinishedProofs(catalogue);
    // a prover holds a worker process that only one thread may use at a time; one that a claim ran
    // out of time with does not come back
    Queue<Prover> idle = new ConcurrentLinkedQueue<>();
    Queue<Prover> all = new ConcurrentLinkedQueue<>();
    List<Work.Outcome<ProofReport>> outcomes;
    try (Progress progress = Progress.of(console, "proving", ordered.size())) {
      List<Callable<ProofReport>> tasks = new ArrayList<>();
      for (Claim claim : ordered) {
        tasks.add(
            () -> {
              progress.begins(claim.id());
              Prover prover = idle.poll();
              if (prover == null) {
                prover = new Prover(finished);
                all.add(prover);
              }
              ProofReport report = prover.prove(claim);
              idle.add(prover);
              progress.ends(claim.id());
              return report;
            });
      }
      outcomes =
          work.all(
              tasks,
              LemmaOrder.before(ordered),
              // for those that ran out of time
              (index, outcome) -> progress.ends(ordered.get(index).id()));
    } finally {
      all.forEach(Prover::close);
    }
    List<ProofReport> reports = new ArrayList<>();
    for (Claim claim : claims) {
      Work.Outcome<ProofReport> outcome = outcomes.get(ordered.indexOf(claim));
      reports.add(outcome.value().orElseGet(() -> notReplayed(claim, outcome.failure())));
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
    all.addAll(LemmaOrder.withLemmas(catalogue, claims));
    return List.copyOf(all);
  }
}
