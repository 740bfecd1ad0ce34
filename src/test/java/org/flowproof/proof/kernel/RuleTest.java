package org.flowproof.proof.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The soundness set of one rule; a subclass is listed in {@link RuleSets}. */
abstract class RuleTest extends Trials {
  private final String rule;

  RuleTest(String rule) {
    this.rule = rule;
  }

  /** The name of the rule. */
  final String rule() {
    return rule;
  }

  /** Its table. */
  abstract RuleRows rows();

  /** A claim about a neuron j and a sample k, with one step by this rule. */
  final Desk use(String shows, String... extra) {
    return one(rule, shows, extra);
  }

  @TestFactory
  Stream<DynamicTest> trueUsesAreProved() {
    return rows().holding().stream().map(row -> valid(row.what(), row.desk()));
  }

  @TestFactory
  Stream<DynamicTest> nearMissesAreRefused() {
    return rows().failing().stream()
        .map(
            row ->
                DynamicTest.dynamicTest(
                    row.what(),
                    () -> {
                      ProofReport report = prove(row.desk());
                      refused(row.reason(), report);
                      assertEquals(rule, firstOpen(report), report.status().toString());
                    }));
  }

  // The rule itself has to see the fault, not a step before it.
  private static String firstOpen(ProofReport report) {
    assertTrue(report.steps().stream().anyMatch(s -> !s.discharged()), "every step passed");
    return report.steps().stream()
        .filter(s -> !s.discharged())
        .findFirst()
        .orElseThrow()
        .step()
        .rule();
  }
}
