package org.flowproof.proof.smt;

import java.util.List;
import org.flowproof.formula.Proposition;

/**
 * Does a goal follow from assumptions for all real values of the scalars in them?
 *
 * <p>Terms contain literals, names, arithmetic, {@code Abs}, and {@code Max} and {@code Min} of two
 * arguments only.
 *
 * @param assumptions what may be used
 * @param goal what is to follow
 * @param domains what each scalar can be
 */
public record RealQuestion(
    List<Proposition> assumptions, Proposition goal, java.util.Map<String, Domain> domains) {
  public RealQuestion {
    assumptions = List.copyOf(assumptions);
    domains = java.util.Map.copyOf(domains);
  }

  /** A hint for drawing samples; the assumptions say the same for the solver. */
  public enum Domain {
    REAL,
    NONNEGATIVE,
    /** 1, 2, 3, ... */
    SIZE,
    /** in [0, 1] */
    UNIT
  }
}
