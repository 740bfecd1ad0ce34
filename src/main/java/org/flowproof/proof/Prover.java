package org.flowproof.proof;

/**
 * Replays derivations. Holds a worker process for the algebra system; close it when done. Not for
 * use by several threads at once.
 */
public final class Prover implements AutoCloseable {
  private final ClaimCatalogue catalogue;

  /**
   * @param catalogue where the claims named by {@code lemma} steps are found
   */
  public Prover(ClaimCatalogue catalogue) {
    this.catalogue = catalogue;
  }

  /** Replays the derivation of one claim. Never throws for a bad proof: the report says why. */
  public ProofReport prove(Claim claim) {
    throw new UnsupportedOperationException("not written yet: " + claim.id() + catalogue);
  }

  @Override
  public void close() {}
}
