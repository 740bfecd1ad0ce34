package org.flowproof.proof.kernel;

import java.util.List;
import java.util.Map;
import org.flowproof.formula.IndexKind;
import org.flowproof.formula.Proposition;
import org.flowproof.formula.Proposition.Relation;
import org.flowproof.formula.Term;
import org.flowproof.proof.exact.Instantiation;

/**
 * {@code member}: {@code X <= Sum[E, {k, n}]} where X is E at an index in scope and every term of
 * the sum is nonnegative, which must follow from the premises.
 */
final class MemberRule implements Rule {
  // with a blank, so that no index that a claim declares has this name
  private static final String ANY = "any term";

  @Override
  public List<Fact> apply(StepContext c) {
    Proposition.Comparison goal = c.comparison();
    if (goal.relation() != Relation.LESS_OR_EQUAL
        || !(goal.right() instanceof Term.Over sum)
        || sum.fold() != Term.Fold.SUM) {
      throw new Refusal("expected X <= Sum[E, {index, size}]");
    }
    IndexKind kind = IndexKind.ofSize(sum.size()).orElseThrow();
    boolean member =
        c.indices().entrySet().stream()
            .filter(e -> e.getValue() == kind)
            .anyMatch(e -> Trees.same(goal.left(), at(sum, new Term.Name(e.getKey()))));
    if (!member) {
      throw new Refusal("the left side is not a term of the sum at an index in scope");
    }
    Map<String, IndexKind> scope = c.indices();
    scope.put(ANY, kind);
    List<Proposition> premises = c.from.stream().flatMap(f -> f.at(scope).stream()).toList();
    c.checks.requireConsequence(
        premises,
        new Proposition.Comparison(
            Relation.GREATER_OR_EQUAL, at(sum, new Term.Name(ANY)), Trees.ZERO),
        c.definitions,
        c.relu());
    return c.established(goal);
  }

  private static Term at(Term.Over sum, Term index) {
    return Instantiation.apply(sum.body(), Map.of(sum.index(), index));
  }

  @Override
  public String trusts() {
    return "a term of a sum of nonnegative terms is at most the sum";
  }
}
