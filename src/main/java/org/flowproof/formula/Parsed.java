package org.flowproof.formula;

import java.util.List;
import org.flowproof.formula.FormulaException.Reason;

/**
 * A subtree with the place where it starts: exactly one of term and proposition is present.
 *
 * @param first its first token
 * @param depth height of the tree, at least 1
 */
record Parsed(Term term, Proposition proposition, Token first, int depth) {

  /**
   * Higher trees are refused, so that no recursion over a tree (also equality and hashing of
   * records) can exhaust a stack. Sums may chain, brackets nest; this bounds both together.
   */
  static final int MAX_DEPTH = 200;

  Parsed {
    if (depth > MAX_DEPTH) {
      throw new FormulaException(
          Reason.TOO_DEEP,
          first.position(),
          first.shown(),
          "expected at most " + MAX_DEPTH + " operations inside each other");
    }
  }

  static Parsed of(Term term, Token first, Parsed... parts) {
    return new Parsed(term, null, first, above(List.of(parts)));
  }

  static Parsed of(Proposition proposition, Token first, List<Parsed> parts) {
    return new Parsed(null, proposition, first, above(parts));
  }

  private static int above(List<Parsed> parts) {
    return 1 + parts.stream().mapToInt(Parsed::depth).max().orElse(0);
  }

  Term asTerm() {
    if (term == null) {
      throw new FormulaException(
          Reason.NOT_A_TERM, first.position(), first.shown(), "a statement stands here");
    }
    return term;
  }

  Proposition asProposition() {
    if (proposition == null) {
      throw new FormulaException(
          Reason.NOT_A_PROPOSITION,
          first.position(),
          first.shown(),
          "a number stands here; compare it with ==, <, <=, >, >= or !=");
    }
    return proposition;
  }
}
