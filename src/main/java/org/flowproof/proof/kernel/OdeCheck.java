package org.flowproof.proof.kernel;

import java.util.Map;
import org.flowproof.formula.Term;
import org.flowproof.proof.exact.ClosedForm;
import org.flowproof.proof.exact.NotRationalException;
import org.flowproof.proof.exact.Question;
import org.flowproof.proof.exact.Show;

/** Whether closed forms satisfy a differential equation and start where they should. */
final class OdeCheck {
  private OdeCheck() {}

  /** Requires {@code bound' == right} as functions of t. */
  static void requireSolves(StepContext c, Term bound, Term right) {
    try {
      ClosedForm form = new ClosedForm(c.checks::isZero);
      Term derived = form.rational(bound);
      Term rest = new Term.Negation(form.rational(right));
      c.checks.requireZero(
          new Question(
              form.settle(derived),
              form.settle(rest),
              o -> new org.flowproof.proof.exact.Dot.Constant(),
              form.dots(),
              Map.of()),
          "d/dt (" + Show.of(bound) + ") == " + Show.of(right));
    } catch (NotRationalException e) {
      throw new Refusal(e.getMessage());
    }
  }

  /** Requires that two closed forms are equal. */
  static void requireEqual(StepContext c, Term left, Term right) {
    try {
      ClosedForm form = new ClosedForm(c.checks::isZero);
      Term difference = Trees.minus(form.rational(left), form.rational(right));
      c.checks.requireZero(
          Question.zero(form.settle(difference), Map.of()),
          Show.of(left) + " == " + Show.of(right));
    } catch (NotRationalException e) {
      throw new Refusal(e.getMessage());
    }
  }
}
