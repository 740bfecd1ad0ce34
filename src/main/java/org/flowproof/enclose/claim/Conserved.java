package org.flowproof.enclose.claim;

import java.util.List;
import java.util.Set;
import org.flowproof.formula.Rational;
import org.flowproof.formula.Rebuild;
import org.flowproof.formula.Term;
import org.flowproof.problem.Activation;
import org.flowproof.problem.Dynamics;
import org.flowproof.problem.Network;
import org.flowproof.problem.Problem;

/**
 * Writes squared norms of hidden weights through what the flow conserves: {@code a^2 - |w|^2} of
 * each neuron (the claim envelopes/balancedness), when both layers are trained and the activation
 * is piecewise linear. Otherwise two intervals would stand for numbers whose difference is known
 * exactly.
 */
final class Conserved {
  private static final Term START = new Term.Literal(Rational.ZERO);

  private Conserved() {}

  /** Whether the flow of a problem conserves the difference. */
  static boolean by(Problem problem) {
    return problem.network().trained() == Network.Trained.BOTH
        && problem.network().activation() instanceof Activation.Leaky
        && problem.dynamics() instanceof Dynamics.Flow;
  }

  /** The term with {@code normW2} and {@code balance} at later times written through time 0. */
  static Term rewritten(Term term) {
    if (term instanceof Term.Observed o && o.primes() == 0 && !START.equals(o.time())) {
      if (o.name().equals("balance")) {
        return at("balance", o, START);
      }
      if (o.name().equals("normW2")) {
        Term two = new Term.Literal(Rational.of(2));
        Term now = new Term.Operation(Term.Operator.POWER, at("a", o, o.time()), two);
        Term then = new Term.Operation(Term.Operator.POWER, at("a", o, START), two);
        return new Term.Operation(
            Term.Operator.PLUS,
            new Term.Operation(Term.Operator.MINUS, now, then),
            at("normW2", o, START));
      }
    }
    return Rebuild.mapped(term, Set.<String>of(), (part, bound) -> rewritten(part));
  }

  private static Term at(String name, Term.Observed like, Term time) {
    List<Term> neuron = like.indices();
    return new Term.Observed(name, 0, neuron, time);
  }
}
