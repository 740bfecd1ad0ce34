package org.flowproof.proof.kernel;

import java.util.ArrayList;
import java.util.List;

/** The table of one rule: uses that are true, and near misses that are not. */
final class RuleRows {
  private final List<Row> holding = new ArrayList<>();
  private final List<Row> failing = new ArrayList<>();

  /**
   * One use of the rule.
   *
   * @param what in words
   * @param reason part of what the kernel says when it refuses; empty for a true use
   * @param desk the claim with its derivation
   */
  record Row(String what, String reason, Desk desk) {}

  /** A true claim with a valid derivation, which has to be PROVED. */
  RuleRows holds(String what, Desk desk) {
    holding.add(new Row(what, "", desk));
    return this;
  }

  /**
   * A false claim, or a derivation with a gap.
   *
   * @param why it is wrong
   * @param reason part of what the kernel says
   */
  RuleRows fails(String why, String reason, Desk desk) {
    failing.add(new Row(why, reason, desk));
    return this;
  }

  List<Row> holding() {
    return List.copyOf(holding);
  }

  List<Row> failing() {
    return List.copyOf(failing);
  }
}
