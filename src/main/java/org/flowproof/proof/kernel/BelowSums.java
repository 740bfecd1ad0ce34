package org.flowproof.proof.kernel;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.flowproof.formula.IndexKind;
import org.flowproof.formula.Proposition;
import org.flowproof.formula.Term;
import org.flowproof.proof.exact.TreeRewriter;
import org.flowproof.proof.smt.Abstraction;

/** Premises instantiated for the indices that sums bind, so that summands can be shown to exist. */
final class BelowSums {
  private BelowSums() {}

  /**
   * What the premises say about the indices in scope, and about any index below sums in some terms,
   * where it may be needed for the terms to have values.
   */
  static List<Proposition> of(StepContext c, boolean unrestrictedOnly, Term... terms) {
    Map<String, IndexKind> scope = c.indices();
    // an abbreviation has a value where its definition has one
    Term[] written = new Term[terms.length];
    Arrays.setAll(written, i -> c.definitions.unfoldBelow(terms[i], Set.of()));
    new TreeRewriter() {
      private final Map<IndexKind, Integer> depths = new EnumMap<>(IndexKind.class);

      @Override
      protected Term over(Term.Over o) {
        if (!Trees.any(o.body(), BelowSums::mayLackValue)) {
          return o;
        }
        IndexKind kind = IndexKind.ofSize(o.size()).orElseThrow();
        scope.put(Abstraction.anyIndex(kind, depths.merge(kind, 1, Integer::sum)), kind);
        Term rebuilt = super.over(o);
        depths.merge(kind, -1, Integer::sum);
        return rebuilt;
      }
    }.terms(written);
    return c.premises(unrestrictedOnly, scope);
  }

  /** As above, for the terms of statements. */
  static List<Proposition> of(
      StepContext c, boolean unrestrictedOnly, List<Proposition> statements) {
    List<Term> terms = new ArrayList<>();
    TreeRewriter collect =
        new TreeRewriter() {
          @Override
          public Term term(Term t) {
            terms.add(t);
            return t;
          }
        };
    statements.forEach(collect::proposition);
    return of(c, unrestrictedOnly, terms.toArray(Term[]::new));
  }

  private static boolean mayLackValue(Term t) {
    if (t instanceof Term.Operation o) {
      return (o.operator() == Term.Operator.DIVIDE && !(o.right() instanceof Term.Literal))
          || (o.operator() == Term.Operator.POWER && o.right() instanceof Term.Negation);
    }
    return t instanceof Term.Call c
        && switch (c.function()) {
          case SQRT, LOG, ARTANH -> true;
          default -> false;
        };
  }
}
