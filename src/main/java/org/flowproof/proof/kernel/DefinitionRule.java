package org.flowproof.proof.kernel;

import java.util.List;
import org.flowproof.formula.Proposition;
import org.flowproof.formula.Term;

/**
 * {@code definition} with {@code of: lambdaMax}: the largest eigenvalue of X'X/n bounds {@code
 * Sum_i (Sum_k v_k x_ki)^2 <= n * lambdaMax * Sum_k v_k^2} for every vector v (the nonzero
 * eigenvalues of XX' and X'X are the same).
 */
final class DefinitionRule implements Rule {
  @Override
  public List<Fact> apply(StepContext c) {
    if (!c.parameter("of").equals("lambdaMax")) {
      throw new Refusal("the only definition known is that of lambdaMax");
    }
    c.requireNoPremises();
    Term v = c.term("v", "k");
    if (c.indices().containsKey("i")) {
      throw new Refusal("the index i is in use");
    }
    Term x = new Term.Observed("x", 0, List.of(new Term.Name("k"), new Term.Name("i")), null);
    Proposition expected =
        new Proposition.Comparison(
            Proposition.Relation.LESS_OR_EQUAL,
            Trees.sum("i", Trees.square(Trees.sum("k", Trees.times(v, x)))),
            Trees.times(
                Trees.times(new Term.Name("n"), new Term.Name("lambdaMax")),
                Trees.sum("k", Trees.square(v))));
    c.checks.requireDefined(List.of(), List.of(v), c.definitions, c.relu());
    if (!Trees.same(expected, c.shows())) {
      throw new Refusal("expected Sum[Sum[v*x[k,i],{k,n}]^2,{i,d}] <= n*lambdaMax*Sum[v^2,{k,n}]");
    }
    return c.established(c.shows());
  }

  @Override
  public String trusts() {
    return "largest eigenvalue as the maximum of the Rayleigh quotient";
  }
}
