package org.flowproof.falsify;

import org.flowproof.check.Finding;

/** What became of a claim on one problem. */
public sealed interface Outcome {

  /** The conclusion holds on the trajectory, beyond the numerical error. */
  record Held(Finding finding) implements Outcome {}

  /** A counterexample, beyond the numerical error. */
  record Violated(Finding finding) implements Outcome {
    @Override
    public String toString() {
      return finding.claim().id() + " is violated: " + finding.reason();
    }
  }

  /** The problem does not meet the hypotheses. */
  record NotApplicable(String reason) implements Outcome {}

  /** Too close to call, or the run failed. */
  record Unknown(String reason) implements Outcome {}

  /** The outcome that a finding amounts to. */
  static Outcome of(Finding finding) {
    return switch (finding.verdict()) {
      case HOLDS, ENCLOSED -> new Held(finding);
      case VIOLATED -> new Violated(finding);
      case NOT_APPLICABLE -> new NotApplicable(finding.reason());
      case UNKNOWN -> new Unknown(finding.reason());
    };
  }

  /** HELD, VIOLATED, NOT_APPLICABLE or UNKNOWN, for statistics. */
  default String word() {
    if (this instanceof Held) {
      return "HELD";
    } else if (this instanceof Violated) {
      return "VIOLATED";
    }
    return this instanceof NotApplicable ? "NOT_APPLICABLE" : "UNKNOWN";
  }
}
