package org.flowproof.proof.evidence;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.flowproof.flow.Observable;
import org.flowproof.flow.ObservableCatalogue;
import org.flowproof.proof.smt.Smt;
import org.flowproof.proof.symja.SymjaProcess;

/**
 * What all proofs rest on besides their claims.
 *
 * @param parts hashes by name: {@code rules}, {@code formulas}, {@code tools} (how they are asked,
 *     with exact evaluation and sampling) and {@code observables}
 * @param algebra name and version of the algebra system
 * @param solver name and version of the solver
 */
public record Foundations(Map<String, String> parts, String algebra, String solver) {
  public Foundations {
    parts = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(parts));
  }

  /** Those of this build. */
  public static Foundations current() {
    Map<String, String> sources = KernelSources.all();
    Map<String, String> parts = new LinkedHashMap<>();
    parts.put("rules", hash(sources, "org/flowproof/proof/kernel/.*"));
    parts.put("formulas", hash(sources, "org/flowproof/(formula/.*|proof/[A-Za-z]+[.]java)"));
    parts.put("tools", hash(sources, "org/flowproof/proof/(exact|smt|symja)/.*"));
    parts.put("observables", Sha256.ofTree(observables()));
    try (SymjaProcess symja = new SymjaProcess()) {
      return new Foundations(parts, symja.tool(), new Smt(1).tool());
    }
  }

  private static String hash(Map<String, String> sources, String pattern) {
    Map<String, String> chosen = new LinkedHashMap<>();
    sources.forEach(
        (name, text) -> {
          if (name.matches(pattern)) {
            chosen.put(name, text);
          }
        });
    if (chosen.isEmpty()) {
      throw new IllegalStateException("no sources " + pattern);
    }
    return Sha256.ofTree(chosen);
  }

  private static Map<String, Object> observables() {
    Map<String, Object> all = new LinkedHashMap<>();
    for (Observable o : ObservableCatalogue.standard().all()) {
      List<String> kinds = new ArrayList<>();
      o.signature().indices().forEach(kind -> kinds.add(kind.name()));
      Map<String, Object> one = new LinkedHashMap<>();
      one.put("indices", kinds);
      one.put("moves", o.signature().timed());
      one.put("definition", o.definition().orElse(null));
      all.put(o.signature().name(), one);
    }
    return all;
  }
}
