package org.flowproof.enclose;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;

/** Mutants from tables of tests. */
final class Mutants {
  private Mutants() {}

  /**
   * A mutant from the cells of a table.
   *
   * @param right in which a line break is written {@code \n}
   * @param wrong null, as an empty cell is, where the mutant has nothing there
   */
  static MutantLoader of(String source, String right, String wrong) {
    return MutantLoader.of(
        new MutantLoader.Change(source, right.replace("\\n", "\n"), wrong == null ? "" : wrong));
  }

  /** What a test finds wrong with it. */
  static void assertFound(Optional<String> found) {
    assertTrue(found.isPresent(), "survives");
  }
}
