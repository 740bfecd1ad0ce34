package org.flowproof.check.smallstart;

import org.flowproof.check.Verdict;

/**
 * One statement on the limit of small starts, held against runs.
 *
 * @param kind which one
 * @param verdict what came of it
 * @param detail what was found, one line; empty when nothing was computed
 */
public record StartStatement(Kind kind, Verdict verdict, String detail) {

  /** The statements. */
  public enum Kind {
    /** The growing part near zero, with the slope of the activation there. */
    GROWTH(
        "growth",
        "early on a_j(t) is C_j exp(rate t)/(2|gamma|), rate = |sigma'(0)| |gamma| for the half sum"),
    /** The same as printed. */
    PRINTED_GROWTH("printed-growth", "the same with rate and C_j as printed, for sigma'(0) = 1"),
    /** There is a limit. */
    LIMIT(
        "limit",
        "phi(alpha theta, t + log(1/alpha)/rate) tends to h(theta, t) as alpha tends to 0"),
    /** There is none with the time that is printed. */
    PRINTED_SHIFT(
        "printed-shift",
        "the same with the time as printed, t + log(1/alpha)/|gamma|, for |sigma'(0)| = 1"),
    /** The rate of the theorem as a bound. */
    BOUND("bound", "the distance falls at least like alpha^p, p = 1/2 (2/3 in one dimension)"),
    /** The rate that is seen. */
    FIRST_ORDER("first-order", "the distance falls like alpha"),
    /** The rate of the theorem as an equality. */
    PRINTED_RATE("printed-rate", "the distance falls like alpha^p, p = 1/2 (2/3 in one dimension)"),
    /** Dependence on the imbalance alone. */
    SAME_RATIO("same-ratio", "starts with equal C/|C| tend to the same trajectory"),
    /** And dependence on it at all. */
    OTHER_RATIO("other-ratio", "starts with unequal C/|C| tend to different trajectories"),
    /** A misreading. */
    RAW_RATIO("raw-ratio", "starts with equal a/|a| tend to the same trajectory");

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
