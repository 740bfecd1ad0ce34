package org.flowproof.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.flowproof.check.Verdict;
import org.flowproof.check.alignment.AlignmentResult;
import org.flowproof.problem.ExpectedAlignment;

/**
 * The early-alignment theorem on a case that asks for it, beside what the case expects.
 *
 * @param expected what should come of it
 * @param result what came of it; empty when it was not decided
 * @param failure why not, one line; empty otherwise
 */
record AlignmentOutcome(
    ExpectedAlignment expected, Optional<AlignmentResult> result, String failure) {

  /** Both parts. */
  List<PartOutcome> parts() {
    return List.of(
        part("(i) weights", result.map(AlignmentResult::weights), expected.weights()),
        part("(ii) directions", result.map(AlignmentResult::directions), expected.directions()));
  }

  private PartOutcome part(String name, Optional<AlignmentResult.Part> part, String wanted) {
    return new PartOutcome(
        name,
        part.map(AlignmentResult.Part::verdict).orElse(Verdict.UNKNOWN),
        Verdict.valueOf(wanted),
        part.map(AlignmentResult.Part::reason).orElse(failure));
  }

  /** For JSON. */
  Map<String, Object> tree() {
    Map<String, Object> map =
        new LinkedHashMap<>(result.map(AlignmentTree::summary).orElse(Map.of()));
    map.put("failure", failure.isEmpty() ? null : failure);
    map.put("expectedWeights", expected.weights());
    map.put("expectedDirections", expected.directions());
    map.put("asExpected", parts().stream().allMatch(PartOutcome::asExpected));
    return map;
  }

  /** For readers. */
  void print(Console console) {
    PartOutcome.print(console, "EARLY ALIGNMENT", parts());
  }
}
