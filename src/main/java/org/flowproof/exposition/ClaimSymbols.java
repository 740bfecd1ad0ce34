package org.flowproof.exposition;

import java.util.LinkedHashMap;
import java.util.Map;
import org.flowproof.flow.ObservableCatalogue;
import org.flowproof.formula.IndexKind;
import org.flowproof.formula.ScopedVocabulary;
import org.flowproof.formula.Vocabulary;
import org.flowproof.proof.Claim;

/** The names that the formulas of a claim may use, for printers. */
public final class ClaimSymbols {
  private ClaimSymbols() {}

  /** Observables, definitions, and the indices of the claim and of its steps. */
  public static Vocabulary of(Claim claim) {
    Map<String, IndexKind> indices = new LinkedHashMap<>(IndexKind.LETTERS);
    indices.putAll(claim.generic());
    return ScopedVocabulary.extend(
        ObservableCatalogue.standard(), indices, claim.definitions().keySet());
  }
}
