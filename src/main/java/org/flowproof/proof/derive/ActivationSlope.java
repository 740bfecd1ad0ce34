package org.flowproof.proof.derive;

import java.util.List;
import java.util.Map;
import org.flowproof.formula.Rational;
import org.flowproof.formula.Term;
import org.flowproof.problem.SmoothFunction;
import org.flowproof.proof.exact.Dot;
import org.flowproof.proof.exact.Grounding;
import org.flowproof.proof.exact.Instance;
import org.flowproof.proof.exact.NotRationalException;
import org.flowproof.proof.exact.Question;
import org.flowproof.proof.symja.AlgebraOracle;
import org.flowproof.proof.symja.SymjaProcess;

/**
 * Whether the algebra system finds the derivative of an activation that runs use. Elementary
 * functions are atoms whose derivatives are told; roots and inverse hyperbolic tangents are not
 * among them.
 *
 * @param confirmed whether the difference of both derivatives is zero
 * @param tool name and version of the algebra system; empty when it was not asked
 * @param answer its answer, or why it was not asked
 */
public record ActivationSlope(boolean confirmed, String tool, String answer) {

  /** Asks the algebra system in a process of its own. */
  public static ActivationSlope of(SmoothFunction function) {
    try (SymjaProcess symja = new SymjaProcess()) {
      return of(function.formula(), function.derivative(), symja);
    }
  }

  /** Whether a term is the derivative of another by {@code z}. */
  static ActivationSlope of(Term formula, Term derivative, AlgebraOracle oracle) {
    Grounding.Written question;
    try {
      question =
          Grounding.write(
              new Question(
                  formula,
                  new Term.Negation(derivative),
                  o -> new Dot.Constant(),
                  Map.of(SmoothFunction.ARGUMENT, new Term.Literal(Rational.ONE)),
                  Map.of()),
              new Instance(Map.of(), Map.of()));
    } catch (NotRationalException e) {
      return new ActivationSlope(false, "", e.getMessage());
    }
    String answer = oracle.simplify(List.of(question)).get(0);
    return new ActivationSlope(answer.equals("0"), oracle.tool(), answer);
  }
}
