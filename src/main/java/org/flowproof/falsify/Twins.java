package org.flowproof.falsify;

import java.util.LinkedHashMap;
import java.util.Map;
import org.flowproof.formula.Proposition;
import org.flowproof.proof.Claim;

/** Falsified twins as claims of their own. */
public final class Twins {
  private Twins() {}

  /**
   * The claim that a twin wrongly makes: the twin's conclusion in place of the claim's, or one
   * hypothesis less. Its id is {@code claim#twin}, and it has no derivation.
   */
  public static Claim asClaim(Claim claim, Claim.Twin twin) {
    Map<String, Proposition> hypotheses = new LinkedHashMap<>(claim.hypotheses());
    if (twin.droppedHypothesis() != null && hypotheses.remove(twin.droppedHypothesis()) == null) {
      throw new IllegalArgumentException(
          claim.id() + " has no hypothesis '" + twin.droppedHypothesis() + "' to drop");
    }
    return new Claim(
        claim.id() + "#" + twin.id(),
        claim.title(),
        claim.source(),
        claim.subject(),
        claim.generic(),
        hypotheses,
        claim.range(),
        twin.conclusion() == null ? claim.conclusion() : twin.conclusion(),
        claim.definitions(),
        java.util.List.of(),
        java.util.List.of(),
        twin.because());
  }
}
