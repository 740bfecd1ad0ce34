package org.flowproof.exposition;

import java.util.LinkedHashMap;
import java.util.Map;
import org.flowproof.formula.IndexKind;
import org.flowproof.formula.ScopedVocabulary;
import org.flowproof.formula.Vocabulary;
import org.flowproof.proof.Claim;

/** The names that the formulas of a claim may use, for printers. */
public final class ClaimSymbols {
  private ClaimSymbols() {}

  /** The symbols of its subject, its definitions, its indices and those of its steps. */
  public static Vocabulary of(Claim claim) {
    Map<String, IndexKind> indices = new LinkedHashMap<>(IndexKind.LETTERS);
    indices.keySet().removeIf(letter -> claim.vocabulary().find(letter).isPresent());
    indices.keySet().removeAll(claim.definitions().keySet());
    indices.putAll(claim.generic());
    return ScopedVocabulary.extend(claim.vocabulary(), indices, claim.definitions().keySet());
  }
}
