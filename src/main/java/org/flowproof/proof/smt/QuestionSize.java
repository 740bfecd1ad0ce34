package org.flowproof.proof.smt;

import org.flowproof.formula.Term;
import org.flowproof.proof.exact.Exponents;
import org.flowproof.proof.exact.TreeRewriter;

/**
 * How large a question is with its powers written as products. The solver minds its clock only
 * between its own steps, and one step on a power of a power of a power can take for ever.
 */
final class QuestionSize extends TreeRewriter {
  /** Most parts that are asked about. */
  static final double MOST = 10_000;

  private double copies = 1;
  private double parts;

  private QuestionSize() {}

  /** The number of parts of all formulas of a question. */
  static double of(RealQuestion question) {
    QuestionSize size = new QuestionSize();
    question.assumptions().forEach(size::proposition);
    size.proposition(question.goal());
    return size.parts;
  }

  @Override
  public Term term(Term term) {
    parts += copies;
    if (!(term instanceof Term.Operation o) || o.operator() != Term.Operator.POWER) {
      return super.term(term);
    }
    double outside = copies;
    copies *= Math.max(1, Math.abs(Exponents.integer(o.right())));
    term(o.left());
    copies = outside;
    return term;
  }
}
