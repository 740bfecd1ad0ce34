package org.flowproof.proof.smt;

import java.util.Optional;
import java.util.Set;
import org.flowproof.formula.Term;
import org.flowproof.proof.Symbol;
import org.flowproof.proof.exact.Definitions;
import org.flowproof.proof.exact.Exponents;
import org.flowproof.proof.exact.TreeRewriter;

/** Which abbreviations have a value whatever their parts are. */
final class Totality {
  private static final Set<String> SIZES = Set.of("m", "n", "d");

  private final Definitions definitions;
  private final Signs signs;

  Totality(Definitions definitions, Signs signs) {
    this.definitions = definitions;
    this.signs = signs;
  }

  /**
   * The definition of an observable (for a derivative: of what it is the derivative of) that may
   * lack a value.
   *
   * @return one level of definition; empty when there is always a value
   */
  Optional<Term> partial(Term.Observed o) {
    return definitions
        .define(new Term.Observed(o.name(), 0, o.indices(), o.time()))
        .filter(d -> !total(definitions.unfoldBelow(d, Set.of())));
  }

  private boolean total(Term term) {
    boolean[] total = {true};
    new TreeRewriter() {
      @Override
      public Term term(Term t) {
        if (t instanceof Term.Operation o) {
          total[0] &=
              switch (o.operator()) {
                case PLUS, MINUS, TIMES -> true;
                case DIVIDE -> positive(o.right());
                case POWER -> Exponents.integer(o.right()) >= 0 || positive(o.left());
              };
        } else if (t instanceof Term.Call c) {
          total[0] &=
              switch (c.function()) {
                case SQRT -> signs.nonNegative(c.arguments().get(0));
                case LOG, ARTANH -> false;
                default -> true;
              };
        }
        return super.term(t);
      }
    }.term(term);
    return total[0];
  }

  private boolean positive(Term t) {
    if (t instanceof Term.Literal l) {
      return l.value().signum() > 0;
    } else if (t instanceof Term.Operation o && o.operator() == Term.Operator.TIMES) {
      return positive(o.left()) && positive(o.right());
    }
    return t instanceof Term.Name n
        && (SIZES.contains(n.name())
            || definitions
                .kind(n.name())
                .filter(k -> k == Symbol.Kind.POSITIVE || k == Symbol.Kind.SIZE)
                .isPresent());
  }
}
