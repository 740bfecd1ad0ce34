package org.flowproof.proof.kernel;

import java.util.List;
import org.flowproof.formula.IndexKind;
import org.flowproof.formula.Proposition;
import org.flowproof.formula.Term;

/**
 * {@code definition} with {@code of: n} (or {@code m}, {@code d}): {@code Sum[1, {k, n}] == n}.
 * With {@code of: lambdaMax}: the largest eigenvalue of X'X/n bounds {@code Sum_i (Sum_k v_k
 * x_ki)^2 <= n * lambdaMax * Sum_k v_k^2} for every vector v (the nonzero eigenvalues of XX' and
 * X'X are the same).
 */
final class DefinitionRule implements Rule {
  @Override
  public List<Fact> apply(StepContext c) {
    String of = c.parameter("of");
    c.requireNoPremises();
    if (IndexKind.ofSize(of).isPresent()) {
      return size(c, of);
    }
    if (!of.equals("lambdaMax") || !c.definitions.network()) {
      throw new Refusal("the definitions known are those of m, n, d and of lambdaMax");
    }
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

  private static List<Fact> size(StepContext c, String of) {
    Term count = new Term.Over(Term.Fold.SUM, "every", of, Trees.literal(1));
    if (!Trees.same(Trees.equal(count, new Term.Name(of)), c.shows())) {
      throw new Refusal("expected Sum[1, {index, " + of + "}] == " + of);
    }
    return c.established(c.shows());
  }

  @Override
  public String trusts() {
    return "sizes count; the largest eigenvalue is the maximum of the Rayleigh quotient";
  }
}
