package org.flowproof.proof.exact;

import java.util.Map;
import java.util.function.Function;
import org.flowproof.formula.IndexKind;
import org.flowproof.formula.Term;

/**
 * Is {@code d/dt derived + rest} zero, for all values of the atoms, for given sizes?
 *
 * <p>Sums are bounded by the sizes; a size that is written as a number in a formula, such as the n
 * in {@code 1/n}, is an atom of its own and not the size of the range.
 *
 * @param derived the term to differentiate; {@code null} when there is none
 * @param rest a term, with everything unfolded that is to be unfolded
 * @param dots how observables change, by the observable as it stands in a term
 * @param nameDots derivatives of scalars such as {@code t}
 * @param free the free indices with their kinds
 */
public record Question(
    Term derived,
    Term rest,
    Function<Term.Observed, Dot> dots,
    Map<String, Term> nameDots,
    Map<String, IndexKind> free) {

  /** Is a term zero? */
  public static Question zero(Term term, Map<String, IndexKind> free) {
    return new Question(null, term, o -> new Dot.Constant(), Map.of(), free);
  }
}
