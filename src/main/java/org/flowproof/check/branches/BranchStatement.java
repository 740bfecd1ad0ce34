package org.flowproof.check.branches;

import org.flowproof.check.Verdict;

/**
 * One statement on the target set, held against given inputs.
 *
 * @param kind which one
 * @param verdict HOLDS when the ranks are certified
 * @param detail what was found, one line
 */
public record BranchStatement(Kind kind, Verdict verdict, String detail) {
  /** The statements. */
  public enum Kind {
    /** Zhang et al., equation (12) of paper B. */
    OPTIMISTIC(
        "optimistic",
        "where all input weights are the target's, the tangent functions have rank min(n, d+1) on"
            + " these inputs"),
    /** Rank at almost every point of each branch. */
    RANKS(
        "ranks",
        "at almost every point of every branch they have the largest rank that its shape allows"),
    /** Where rank and codimension agree the zeros of the loss are the branch. */
    SEPARATED(
        "separated",
        "near almost every point of a Morse-Bott branch whose separation size is reached, only the"
            + " branch has loss 0"),
    /** Rank at almost every network. */
    ANYWHERE("anywhere", "at almost every network they have rank min(n, m(d+1))");

    private final String id;
    private final String says;

    Kind(String id, String says) {
      this.id = id;
      this.says = says;
    }

    /** Short name, also the key of its expected verdict in case files. */
    public String id() {
      return id;
    }

    /** The statement in plain text. */
    public String says() {
      return says;
    }
  }
}
