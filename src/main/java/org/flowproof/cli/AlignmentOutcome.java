package org.flowproof.cli;

import java.util.ArrayList;
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

  /**
   * One part of the theorem.
   *
   * @param name {@code (i) weights} or {@code (ii) directions}
   * @param verdict what came of it
   * @param expected what should
   * @param reason why it does not plainly hold; empty when it does
   */
  record Part(String name, Verdict verdict, Verdict expected, String reason) {
    boolean asExpected() {
      return verdict == expected;
    }
  }

  /** Both parts. */
  List<Part> parts() {
    List<Part> parts = new ArrayList<>();
    parts.add(part("(i) weights", result.map(AlignmentResult::weights), expected.weights()));
    parts.add(
        part("(ii) directions", result.map(AlignmentResult::directions), expected.directions()));
    return parts;
  }

  private Part part(String name, Optional<AlignmentResult.Part> part, String wanted) {
    return new Part(
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
    map.put("asExpected", parts().stream().allMatch(Part::asExpected));
    return map;
  }

  /** For readers. */
  void print(Console console) {
    TextTable table = new TextTable("  EARLY ALIGNMENT", "VERDICT", "EXPECTED");
    for (Part part : parts()) {
      table.row(
          "  " + part.name(),
          part.verdict().name(),
          part.asExpected() ? "as expected" : part.expected().name());
    }
    console.print(table);
    for (Part part : parts()) {
      if (!part.reason().isEmpty()) {
        console.print("  - " + part.name() + ": " + part.reason());
      }
    }
  }
}
