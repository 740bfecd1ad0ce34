package org.flowproof.proof.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.flowproof.proof.Claim;
import org.junit.jupiter.api.Test;

/** Every rule has a soundness set of some size, and no row stands twice. */
class RuleSetsTest {
  private static final int LEAST = 10;

  @Test
  void everyRuleHasASet() {
    List<String> names = new RuleBook(id -> null).names();
    TreeSet<String> covered = new TreeSet<>();
    for (RuleTest test : RuleSets.all()) {
      assertTrue(covered.add(test.rule()), test.rule() + " is listed twice");
    }
    assertEquals(new TreeSet<>(names), covered);
  }

  @Test
  void everySetIsLargeEnough() {
    for (RuleTest test : RuleSets.all()) {
      RuleRows rows = test.rows();
      assertTrue(rows.holding().size() >= LEAST, test.rule() + ": " + rows.holding().size());
      assertTrue(rows.failing().size() >= LEAST, test.rule() + ": " + rows.failing().size());
    }
  }

  @Test
  void everyRowUsesItsRuleAndSaysWhyItIsRefused() {
    for (RuleTest test : RuleSets.all()) {
      all(test)
          .forEach(
              row ->
                  assertTrue(
                      row.desk().claim().derivation().stream()
                          .anyMatch(step -> step.rule().equals(test.rule())),
                      test.rule() + ": " + row.what()));
      test.rows().failing().forEach(row -> assertFalse(row.reason().isBlank(), row.what()));
    }
  }

  @Test
  void noRowStandsTwice() {
    Map<Claim, String> seen = new HashMap<>();
    List<String> twice = new ArrayList<>();
    for (RuleTest test : RuleSets.all()) {
      all(test)
          .forEach(
              row -> {
                String before = seen.put(row.desk().claim(), test.rule() + ": " + row.what());
                if (before != null) {
                  twice.add(before + " = " + test.rule() + ": " + row.what());
                }
              });
    }
    assertEquals(List.of(), twice);
  }

  private static Stream<RuleRows.Row> all(RuleTest test) {
    return Stream.concat(test.rows().holding().stream(), test.rows().failing().stream());
  }
}
