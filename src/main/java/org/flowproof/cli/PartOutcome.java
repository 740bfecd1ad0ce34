package org.flowproof.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.flowproof.check.Verdict;

/**
 * One part of what a theorem says of a case, beside what the case expects.
 *
 * @param name as readers see it, or its key in case files
 * @param verdict what came of it
 * @param expected what should
 * @param reason why it does not plainly hold; empty when it does
 */
record PartOutcome(String name, Verdict verdict, Verdict expected, String reason) {
  boolean asExpected() {
    return verdict == expected;
  }

  /**
   * What came of a theorem, for JSON.
   *
   * @param summary of the result; empty when there is none
   * @param failure why not, one line; empty otherwise
   * @param parts by the names in case files
   */
  static Map<String, Object> tree(
      Optional<Map<String, Object>> summary, String failure, List<PartOutcome> parts) {
    Map<String, Object> map = new LinkedHashMap<>(summary.orElse(Map.of()));
    map.put("failure", failure.isEmpty() ? null : failure);
    Map<String, Object> wanted = new LinkedHashMap<>();
    parts.forEach(part -> wanted.put(part.name(), part.expected().name()));
    map.put("expected", wanted);
    map.put("asExpected", parts.stream().allMatch(PartOutcome::asExpected));
    return map;
  }

  /** All parts of a theorem, for readers. */
  static void print(Console console, String theorem, List<PartOutcome> parts) {
    TextTable table = new TextTable("  " + theorem, "VERDICT", "EXPECTED");
    for (PartOutcome part : parts) {
      table.row(
          "  " + part.name(),
          part.verdict().name(),
          part.asExpected() ? "as expected" : part.expected().name());
    }
    console.print(table);
    for (PartOutcome part : parts) {
      if (!part.reason().isEmpty()) {
        console.print("  - " + part.name() + ": " + part.reason());
      }
    }
  }
}
