package org.flowproof.proof.evidence;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;

/**
 * Everything that a proof depends on, part by part, so that a change can be named.
 *
 * @param text hash of the claim as it was read
 * @param lemmas hash of each claim that the derivation names, with those it leans on in turn
 * @param foundations what all proofs rest on
 */
public record Fingerprint(String text, Map<String, String> lemmas, Foundations foundations) {
  private static final Map<String, String> WORDS =
      Map.of(
          "rules", "version of the rules",
          "formulas", "version of the formula language",
          "tools", "version of exact evaluation, sampling or how tools are asked",
          "observables", "definitions of observables");

  public Fingerprint {
    lemmas = Collections.unmodifiableMap(new LinkedHashMap<>(lemmas));
  }

  /** SHA-256 over all parts, 64 hexadecimal digits. */
  public String sha256() {
    return Sha256.ofTree(tree());
  }

  /** The parts in fixed order, for files. */
  Map<String, Object> tree() {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("text", text);
    tree.put("lemmas", lemmas);
    tree.putAll(foundations.parts());
    tree.put("algebra", foundations.algebra());
    tree.put("solver", foundations.solver());
    return tree;
  }

  /**
   * What is different in another one, for readers: such as {@code claim text} or {@code lemma
   * envelopes/output-bound}; empty when nothing is.
   */
  public List<String> changes(Fingerprint now) {
    List<String> changes = new ArrayList<>();
    if (!text.equals(now.text)) {
      changes.add("claim text");
    }
    TreeSet<String> ids = new TreeSet<>(lemmas.keySet());
    ids.addAll(now.lemmas.keySet());
    for (String id : ids) {
      if (!Objects.equals(lemmas.get(id), now.lemmas.get(id))) {
        changes.add("lemma " + id);
      }
    }
    foundations
        .parts()
        .forEach(
            (name, hash) -> {
              if (!hash.equals(now.foundations.parts().get(name))) {
                changes.add(WORDS.getOrDefault(name, name));
              }
            });
    tool(foundations.algebra(), now.foundations.algebra(), changes);
    tool(foundations.solver(), now.foundations.solver(), changes);
    return changes;
  }

  private static void tool(String then, String now, List<String> changes) {
    if (!then.equals(now)) {
      changes.add("tool version (" + then + ", now " + now + ")");
    }
  }
}
