package org.flowproof.formula;

import java.util.ArrayList;
import java.util.List;

/** Direct parts of a tree. */
final class Children {
  private Children() {}

  /** The terms directly inside a term, in the order of the text. */
  static List<Term> of(Term term) {
    if (term instanceof Term.Negation negation) {
      return List.of(negation.operand());
    }
    if (term instanceof Term.Operation operation) {
      return List.of(operation.left(), operation.right());
    }
    if (term instanceof Term.Call call) {
      return call.arguments();
    }
    if (term instanceof Term.Over over) {
      return List.of(over.body());
    }
    if (term instanceof Term.OverTime over) {
      return List.of(over.body(), over.from(), over.to());
    }
    if (term instanceof Term.Observed observed) {
      List<Term> parts = new ArrayList<>(observed.indices());
      if (observed.time() != null) {
        parts.add(observed.time());
      }
      return parts;
    }
    return List.of();
  }

  /** The terms directly inside a statement; those of inner statements are not among them. */
  static List<Term> terms(Proposition proposition) {
    return proposition instanceof Proposition.Comparison comparison
        ? List.of(comparison.left(), comparison.right())
        : List.of();
  }

  /** The statements directly inside a statement. */
  static List<Proposition> of(Proposition proposition) {
    if (proposition instanceof Proposition.And and) {
      return and.parts();
    }
    if (proposition instanceof Proposition.Or or) {
      return or.parts();
    }
    if (proposition instanceof Proposition.Not not) {
      return List.of(not.operand());
    }
    if (proposition instanceof Proposition.Implies implies) {
      return List.of(implies.premise(), implies.consequence());
    }
    if (proposition instanceof Proposition.Quantified quantified) {
      return List.of(quantified.body());
    }
    return List.of();
  }
}
