package org.flowproof.proof.evidence;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.flowproof.proof.Claim;
import org.flowproof.proof.ClaimCatalogue;
import org.flowproof.proof.LemmaOrder;

/** The fingerprints of the claims of one catalogue. May be used by several threads. */
public final class Fingerprints {
  private final ClaimCatalogue catalogue;
  private final Foundations foundations;
  private final Map<String, String> known = new HashMap<>();

  public Fingerprints(ClaimCatalogue catalogue, Foundations foundations) {
    this.catalogue = catalogue;
    this.foundations = foundations;
  }

  /** What the proof of a claim depends on now. */
  public synchronized Fingerprint of(Claim claim) {
    Deque<String> path = new ArrayDeque<>();
    path.push(claim.id());
    return new Fingerprint(Sha256.ofTree(ClaimTree.of(claim)), lemmas(claim, path), foundations);
  }

  private Map<String, String> lemmas(Claim claim, Deque<String> path) {
    Map<String, String> lemmas = new LinkedHashMap<>();
    for (String id : LemmaOrder.lemmas(claim)) {
      lemmas.put(id, lemma(id, path));
    }
    return lemmas;
  }

  private String lemma(String id, Deque<String> path) {
    if (path.contains(id)) {
      return "circle";
    }
    String found = known.get(id);
    if (found == null) {
      path.push(id);
      found = catalogue.find(id).map(c -> whole(c, path)).orElse("unknown");
      path.pop();
      known.put(id, found);
    }
    return found;
  }

  private String whole(Claim claim, Deque<String> path) {
    return Sha256.ofTree(List.of(ClaimTree.of(claim), lemmas(claim, path)));
  }
}
