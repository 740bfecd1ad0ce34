package org.flowproof.proof.kernel;

import java.util.List;

/**
 * What is known of a claim. {@link Proved} has no public constructor: only the kernel of this
 * package makes one.
 */
public sealed interface ClaimStatus {

  /** Every step is discharged. */
  final class Proved implements ClaimStatus {
    private final List<String> trusted;

    Proved(List<String> trusted) {
      this.trusted = List.copyOf(trusted);
    }

    /** The meta-theorems and tools that the proof leans on, one line each. */
    public List<String> trusted() {
      return trusted;
    }
  }

  /** Steps are left open. */
  record Partial(List<String> open) implements ClaimStatus {
    public Partial {
      open = List.copyOf(open);
    }
  }

  /** Taken from a paper, not derived again. */
  record Cited(String reference) implements ClaimStatus {}

  /** Neither derived nor taken from anywhere: a statement to attack. */
  record Conjectured() implements ClaimStatus {}

  /** A counterexample is known. */
  record Refuted(String counterexample) implements ClaimStatus {}

  /** The word used in tables: PROVED, PARTIAL, CITED, CONJECTURE or REFUTED. */
  default String word() {
    if (this instanceof Proved) {
      return "PROVED";
    } else if (this instanceof Partial) {
      return "PARTIAL";
    } else if (this instanceof Cited) {
      return "CITED";
    } else if (this instanceof Conjectured) {
      return "CONJECTURE";
    }
    return "REFUTED";
  }
}
