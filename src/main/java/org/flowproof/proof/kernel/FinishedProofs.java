package org.flowproof.proof.kernel;

import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.flowproof.proof.Claim;
import org.flowproof.proof.ClaimCatalogue;

/**
 * The finished reports of the claims of one catalogue, shared by provers on several threads. Nobody
 * waits here: two provers that meet the same claim at the same time both replay it, and the report
 * of the first to finish is kept.
 */
public final class FinishedProofs {
  private final ClaimCatalogue catalogue;
  private final ConcurrentMap<Claim, ProofReport> reports = new ConcurrentHashMap<>();

  /**
   * @param catalogue where the claims named by {@code lemma} steps are found; a report holds for
   *     one catalogue only, since another may have a different claim under the name of a lemma
   */
  public FinishedProofs(ClaimCatalogue catalogue) {
    this.catalogue = catalogue;
  }

  ClaimCatalogue catalogue() {
    return catalogue;
  }

  Optional<ProofReport> find(Claim claim) {
    return Optional.ofNullable(reports.get(claim));
  }

  /** The report that is kept for the claim: the first one given. */
  ProofReport keep(Claim claim, ProofReport report) {
    ProofReport earlier = reports.putIfAbsent(claim, report);
    return earlier == null ? report : earlier;
  }
}
