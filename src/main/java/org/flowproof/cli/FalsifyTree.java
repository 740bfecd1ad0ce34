package org.flowproof.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.flowproof.falsify.attack.Acceptance;
import org.flowproof.falsify.attack.AttackResult;
import org.flowproof.falsify.attack.Budget;
import org.flowproof.problem.Problem;

/** What came of attacks, for JSON. */
final class FalsifyTree {
  private FalsifyTree() {}

  /**
   * The whole of it.
   *
   * @param files the cases that were written, one entry an attack
   */
  static Map<String, Object> document(
      List<AttackResult> results, List<Optional<Path>> files, int code) {
    Map<String, Object> document = new LinkedHashMap<>(ResultJson.document("falsify", code));
    List<Object> claims = new ArrayList<>();
    for (int i = 0; i < results.size(); i++) {
      claims.add(claim(results.get(i), files.get(i)));
    }
    document.put("claims", claims);
    return document;
  }

  private static Map<String, Object> claim(AttackResult result, Optional<Path> file) {
    Map<String, Object> map = new LinkedHashMap<>();
    Budget budget = result.budget();
    map.put("claim", result.claim().id());
    map.put("seed", budget.seed());
    map.put("tries", result.tries());
    map.put("missed", result.missed());
    map.put("outcomes", new TreeMap<>(result.outcomes()));
    map.put("strategies", result.acceptances().stream().map(FalsifyTree::acceptance).toList());
    map.put("climbs", result.climbs());
    map.put("climbed", result.climbed());
    map.put("counterexample", result.counterexample().map(FalsifyTree::violation).orElse(null));
    map.put("doubtful", result.unconfirmed());
    map.put(
        "nearest",
        result
            .tightest()
            .map(
                t -> {
                  Map<String, Object> nearest = new LinkedHashMap<>();
                  nearest.put(result.tightened() ? "tightness" : "margin", t.value());
                  nearest.put("how", t.how());
                  return nearest;
                })
            .orElse(null));
    map.put("outOfTime", result.outOfTime());
    map.put("file", file.map(Path::toString).orElse(null));
    return map;
  }

  private static Map<String, Object> acceptance(Acceptance acceptance) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("strategy", acceptance.strategy().text());
    map.put("drawn", acceptance.drawn());
    map.put("met", acceptance.met());
    map.put("repaired", acceptance.repaired());
    return map;
  }

  private static Map<String, Object> violation(AttackResult.Counterexample found) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("how", found.how());
    map.put("found", size(found.found()));
    map.put("smallest", size(found.problem()));
    map.put("confirmed", found.confirmation().runs());
    map.put("reason", found.confirmation().finding().map(f -> f.reason()).orElse(""));
    return map;
  }

  private static Map<String, Object> size(Problem problem) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("n", problem.data().n());
    map.put("m", problem.network().width());
    map.put("d", problem.data().d());
    return map;
  }
}
