package org.flowproof.formula;

/** When a printed formula says that something is taken at the current time {@code t}. */
public enum Times {
  /** Always: {@code |h_k(t)| ≤ N(t) ‖x_k‖}. */
  SHOWN,

  /**
   * Only in a formula that speaks of {@code t} itself or of another time too: {@code |h_k| ≤ N
   * ‖x_k‖}, but {@code N(t) ≤ N(0) + t}. What is printed without a time is then taken at {@code t}.
   */
  WHERE_NEEDED;

  boolean shownIn(Term term) {
    return this == SHOWN || speaksOfTime(term);
  }

  boolean shownIn(Proposition proposition) {
    return this == SHOWN || speaksOfTime(proposition);
  }

  private static boolean speaksOfTime(Proposition proposition) {
    return Children.terms(proposition).stream().anyMatch(Times::speaksOfTime)
        || Children.of(proposition).stream().anyMatch(Times::speaksOfTime);
  }

  private static boolean speaksOfTime(Term term) {
    if (term instanceof Term.Observed observed) {
      return observed.time() != null && !now(observed.time());
    }
    return now(term)
        || term instanceof Term.OverTime
        || Children.of(term).stream().anyMatch(Times::speaksOfTime);
  }

  /** Whether a term is the current time. */
  static boolean now(Term term) {
    return term instanceof Term.Name name && name.name().equals(Heads.TIME);
  }
}
