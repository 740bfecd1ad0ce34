package org.flowproof.cli;

import java.util.List;
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
