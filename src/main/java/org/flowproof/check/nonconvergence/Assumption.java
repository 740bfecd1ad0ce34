package org.flowproof.check.nonconvergence;

import java.util.Comparator;
import java.util.List;

/**
 * What became of one assumption.
 *
 * @param name such as {@code Assumption 4}
 * @param says what it asks for, one line
 * @param status the decision
 * @param comparisons its inequalities, those that fail first, then those that hold by least; for
 *     conditions on many samples or pairs the extreme ones only
 * @param remark what the numbers do not tell; may be empty
 */
public record Assumption(
    String name, String says, Status status, List<Comparison> comparisons, String remark) {
  private static final Comparator<Comparison> WORST_FIRST =
      Comparator.comparing(Comparison::met).thenComparing(Comparison::margin);

  public Assumption {
    comparisons = comparisons.stream().sorted(WORST_FIRST).toList();
  }

  /** The decisions. */
  public enum Status {
    MET,
    NOT_MET,
    /** Too expensive to decide, or a part of it is not known. */
    NOT_DECIDED
  }

  /** An assumption that consists of its inequalities. */
  static Assumption of(String name, String says, List<Comparison> comparisons) {
    boolean met = comparisons.stream().allMatch(Comparison::met);
    return new Assumption(name, says, met ? Status.MET : Status.NOT_MET, comparisons, "");
  }

  public boolean met() {
    return status == Status.MET;
  }
}
