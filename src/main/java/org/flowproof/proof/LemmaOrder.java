package org.flowproof.proof;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which claims the derivations of a catalogue lean on. */
public final class LemmaOrder {
  private LemmaOrder() {}

  /** The ids that the {@code lemma} steps of a claim name, each once, in the order of the steps. */
  public static List<String> lemmas(Claim claim) {
    Set<String> ids = new LinkedHashSet<>();
    for (Claim.Step step : claim.derivation()) {
      Optional.ofNullable(step.parameters().get("claim")).ifPresent(ids::add);
    }
    return List.copyOf(ids);
  }

  /**
   * The claims and all claims of the catalogue that they lean on, lemmas first; otherwise in the
   * order given. Claims that rest on each other in a circle come in some fixed order.
   */
  public static List<Claim> withLemmas(ClaimCatalogue catalogue, List<Claim> claims) {
    Map<String, Claim> ordered = new LinkedHashMap<>();
    Set<String> entered = new LinkedHashSet<>();
    claims.forEach(c -> visit(catalogue, c, entered, ordered));
    return List.copyOf(ordered.values());
  }

  private static void visit(
      ClaimCatalogue catalogue, Claim claim, Set<String> entered, Map<String, Claim> ordered) {
    if (entered.add(claim.id())) {
      for (String id : lemmas(claim)) {
        catalogue.find(id).ifPresent(lemma -> visit(catalogue, lemma, entered, ordered));
      }
      ordered.put(claim.id(), claim);
    }
  }

  /**
   * For each claim of a list the 0-based indices of earlier ones that it names as lemmas. Indices
   * of later ones, which only a circle can ask for, are left out.
   */
  public static List<List<Integer>> before(List<Claim> claims) {
    List<List<Integer>> all = new ArrayList<>();
    Map<String, Integer> seen = new HashMap<>();
    for (Claim claim : claims) {
      all.add(lemmas(claim).stream().filter(seen::containsKey).map(seen::get).toList());
      seen.put(claim.id(), seen.size());
    }
    return List.copyOf(all);
  }

  /** Whether a claim rests on itself, or on a claim that does. */
  public static boolean circular(ClaimCatalogue catalogue, Claim claim) {
    return circular(catalogue, claim, new LinkedHashSet<>(), new LinkedHashSet<>());
  }

  private static boolean circular(
      ClaimCatalogue catalogue, Claim claim, Set<String> path, Set<String> settled) {
    if (settled.contains(claim.id())) {
      return false;
    }
    if (!path.add(claim.id())) {
      return true;
    }
    List<Claim> lemmas = new ArrayList<>();
    lemmas(claim).forEach(id -> catalogue.find(id).ifPresent(lemmas::add));
    if (lemmas.stream().anyMatch(l -> circular(catalogue, l, path, settled))) {
      return true;
    }
    path.remove(claim.id());
    settled.add(claim.id());
    return false;
  }
}
