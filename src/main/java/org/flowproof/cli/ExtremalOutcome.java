package org.flowproof.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.flowproof.check.Verdict;
import org.flowproof.check.alignment.ExtremalResult;
import org.flowproof.problem.ExpectedExtremal;

/**
 * The extremal vectors of a case that lists them, beside what it expects.
 *
 * @param expected what should come of it
 * @param result what came of it; empty when nothing was decided
 * @param failure why not, one line; empty otherwise
 */
record ExtremalOutcome(ExpectedExtremal expected, Optional<ExtremalResult> result, String failure) {

  /** Cones and vectors. */
  List<PartOutcome> parts() {
    return List.of(
        new PartOutcome(
            "cones",
            result.map(ExtremalResult::coneVerdict).orElse(Verdict.UNKNOWN),
            Verdict.HOLDS,
            result.map(ExtremalResult::coneReason).orElse(failure)),
        new PartOutcome(
            "vectors",
            result.map(ExtremalResult::vectorVerdict).orElse(Verdict.UNKNOWN),
            Verdict.HOLDS,
            result.map(ExtremalResult::vectorReason).orElse(failure)));
  }

  /** For JSON. */
  Map<String, Object> tree() {
    return PartOutcome.tree(result.map(ExtremalOutcome::summary), failure, parts());
  }

  private static Map<String, Object> summary(ExtremalResult result) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("cones", result.cones());
    map.put(
        "vectors",
        result.vectors().stream()
            .map(v -> Map.of("kind", v.kind().word(), "signs", v.signs()))
            .toList());
    return map;
  }

  /** For readers. */
  void print(Console console) {
    PartOutcome.print(console, "EXTREMAL VECTORS", parts());
  }
}
