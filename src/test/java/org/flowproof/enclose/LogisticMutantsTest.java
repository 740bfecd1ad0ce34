package org.flowproof.enclose;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

/**
 * Certifiers of limits of the logistic loss with one thing wrong: what they say of random flows is
 * contradicted by runs. What the right one says is not.
 */
class LogisticMutantsTest {
  private static final int FLOWS = 60;

  /** How many limits are said, and how many of them are contradicted. */
  private static int[] count(String source, String right, String wrong) {
    MutantLoader mutant = MutantLoader.of(new MutantLoader.Change(source, right, wrong));
    try {
      var method =
          mutant
              .loadClass("org.flowproof.enclose.limit.LogisticAttack")
              .getDeclaredMethod("count", int.class);
      method.setAccessible(true);
      return (int[]) method.invoke(null, FLOWS);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void contradicted(String source, String right, String wrong) {
    int[] counts = count(source, right, wrong);
    assertTrue(counts[1] >= 1, () -> "of limits and contradictions " + Arrays.toString(counts));
  }

  @Test
  void theRightOneIsNotContradicted() {
    int[] counts = count("limit/Drift", "Interval margin() {", "Interval margin( ) {");
    assertTrue(counts[0] >= 15, Arrays.toString(counts));
    assertEquals(0, counts[1]);
  }

  @Test
  void theSignOfAPush() {
    contradicted("limit/AwayFromKinks", "push * side.sign() < 0", "push * side.sign() > 0");
  }

  @Test
  void pushesThatAreNotLookedAt() {
    contradicted("limit/AwayFromKinks", "push * side.sign() < 0", "push * side.sign() < -1");
  }

  @Test
  void twiceTheSlowestRate() {
    contradicted(
        "limit/LogisticTerminal",
        "times(separation.squaredMargin()).lower()",
        "times(separation.squaredMargin()).times(2).lower()");
  }

  @Test
  void aFastestRateThatIsTooSlow() {
    contradicted("limit/SignedFeatures", "return largest;", "return 0.9 * largest;");
  }

  @Test
  void costsThatAreTakenForSmall() {
    contradicted(
        "limit/LogisticTerminal",
        "steepness(falling ? largest : costs.upper())",
        "steepness(1e-9)");
  }

  @Test
  void aDriftTowardsTheKink() {
    contradicted("limit/Drift", "if (drift.lower() < 0) {", "if (drift.lower() < -1e9) {");
  }

  @Test
  void aBallThatIsTooSmall() {
    contradicted(
        "limit/DriftSearch",
        "Interval square = budget.times(2);",
        "Interval square = Interval.ZERO;");
  }

  @Test
  void aMarginThatIsTooLarge() {
    contradicted(
        "limit/Drift",
        "sqrt());\n  }\n\n  /**\n   * At most how far",
        "sqrt()).times(0.5);\n  }\n\n  /**\n   * At most how far");
  }
}
