package org.flowproof.exposition;

import org.flowproof.formula.Proposition;
import org.flowproof.formula.Proposition.Comparison;
import org.flowproof.formula.Proposition.Relation;
import org.flowproof.formula.Rational;
import org.flowproof.formula.Term;
import org.flowproof.proof.Claim;

/** The falsified variants of a claim as remarks on what cannot be improved. */
public final class RemarkWords {
  private static final Term TWO = new Term.Literal(Rational.of(2));

  private final Claim claim;
  private final Notation notation;

  /** The words for one claim. */
  public RemarkWords(Claim claim, Notation notation) {
    this.claim = claim;
    this.notation = notation;
  }

  /**
   * The words before the wrong formula, or the whole remark up to its reason when no formula is
   * needed.
   */
  public String before(Claim.Twin twin) {
    if (twin.conclusion() == null) {
      return "Hypothesis " + notation.tag(twin.droppedHypothesis()) + " cannot be left out";
    }
    if (halved(twin)) {
      return "The bound cannot be halved";
    }
    if (reversed(twin)) {
      return "The inequality cannot be reversed";
    }
    return "The conclusion cannot be replaced by";
  }

  /** Whether the wrong formula must be shown for the remark to be understood. */
  public boolean displayed(Claim.Twin twin) {
    return twin.conclusion() != null && !halved(twin) && !reversed(twin);
  }

  /** Why it is wrong. */
  public String because(Claim.Twin twin) {
    return notation.prose(twin.because().strip().replaceFirst("[.]$", ""));
  }

  private boolean halved(Claim.Twin twin) {
    return claim.conclusion() instanceof Comparison right
        && twin.conclusion() instanceof Comparison wrong
        && right.relation() == Relation.LESS_OR_EQUAL
        && wrong.equals(
            new Comparison(
                right.relation(),
                right.left(),
                new Term.Operation(Term.Operator.DIVIDE, right.right(), TWO)));
  }

  private boolean reversed(Claim.Twin twin) {
    return claim.conclusion() instanceof Comparison right
        && twin.conclusion() instanceof Comparison wrong
        && right.left().equals(wrong.left())
        && right.right().equals(wrong.right())
        && opposite(right.relation()) == wrong.relation();
  }

  private static Relation opposite(Proposition.Relation relation) {
    return switch (relation) {
      case LESS_OR_EQUAL -> Relation.GREATER_OR_EQUAL;
      case GREATER_OR_EQUAL -> Relation.LESS_OR_EQUAL;
      case LESS -> Relation.GREATER;
      case GREATER -> Relation.LESS;
      default -> relation;
    };
  }
}
