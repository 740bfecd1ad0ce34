package org.flowproof.proof.kernel;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.flowproof.formula.Proposition;
import org.flowproof.formula.Term;
import org.flowproof.proof.Claim;
import org.flowproof.proof.exact.Instantiation;
import org.flowproof.proof.exact.TreeRewriter;

/** Brings formulas of one claim into the kernel's form: where-names replaced, binders canonical. */
final class NormalForm {
  private static final TreeRewriter CONSTANTS =
      new TreeRewriter() {
        @Override
        protected Term observed(Term.Observed o) {
          return o.indices().isEmpty() && o.time() == null ? new Term.Name(o.name()) : o;
        }
      };

  private final Map<String, Term> definitions = new LinkedHashMap<>();

  NormalForm(Claim claim) {
    claim
        .definitions()
        .forEach(
            (name, term) ->
                definitions.put(
                    name, Instantiation.apply(CONSTANTS.term(term), new HashMap<>(definitions))));
  }

  Proposition normal(Proposition p) {
    return Instantiation.apply(CONSTANTS.proposition(p), definitions);
  }

  Term normal(Term t) {
    return Instantiation.apply(CONSTANTS.term(t), definitions);
  }
}
