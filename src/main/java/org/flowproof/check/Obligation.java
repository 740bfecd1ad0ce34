package org.flowproof.check;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.flowproof.formula.IndexKind;
import org.flowproof.formula.Proposition;

/**
 * One part of a conjunction: for all values of the bound indices, if the premises hold then the
 * statement holds. A statement is true exactly when all its obligations are, and an obligation
 * whose statement is a comparison has a margin.
 *
 * @param bound indices bound by {@code ForAll}, outermost first
 * @param premises left sides of {@code Implies}, outermost first
 * @param statement a comparison, or a disjunction, negation or existence that stays whole
 */
record Obligation(Map<String, IndexKind> bound, List<Proposition> premises, Proposition statement) {

  /** Takes a statement apart. */
  static List<Obligation> of(Proposition proposition) {
    List<Obligation> parts = new ArrayList<>();
    collect(proposition, Map.of(), List.of(), parts);
    return parts;
  }

  private static void collect(
      Proposition proposition,
      Map<String, IndexKind> bound,
      List<Proposition> premises,
      List<Obligation> into) {
    if (proposition instanceof Proposition.And and) {
      and.parts().forEach(part -> collect(part, bound, premises, into));
    } else if (proposition instanceof Proposition.Implies implies) {
      List<Proposition> more = new ArrayList<>(premises);
      more.add(implies.premise());
      collect(implies.consequence(), bound, more, into);
    } else if (proposition instanceof Proposition.Quantified all
        && all.quantifier() == Proposition.Quantifier.FOR_ALL) {
      Map<String, IndexKind> more = new LinkedHashMap<>(bound);
      more.put(all.index(), IndexKind.ofSize(all.size()).orElseThrow());
      collect(all.body(), more, premises, into);
    } else {
      into.add(new Obligation(bound, premises, proposition));
    }
  }
}
