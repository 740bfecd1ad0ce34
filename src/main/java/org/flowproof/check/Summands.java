package org.flowproof.check;

import java.util.ArrayList;
import java.util.List;
import org.flowproof.formula.Term;

/** The parts that a term adds and subtracts; their size is what an equality is measured by. */
final class Summands {
  private Summands() {}

  static List<Term> of(Term term) {
    List<Term> parts = new ArrayList<>();
    collect(term, parts);
    return parts;
  }

  private static void collect(Term term, List<Term> into) {
    if (term instanceof Term.Operation op
        && (op.operator() == Term.Operator.PLUS || op.operator() == Term.Operator.MINUS)) {
      collect(op.left(), into);
      collect(op.right(), into);
    } else if (term instanceof Term.Negation negation) {
      collect(negation.operand(), into);
    } else {
      into.add(term);
    }
  }
}
