package org.flowproof.proof.exact;

import java.util.List;
import org.flowproof.formula.Proposition;
import org.flowproof.formula.Term;

/** Rebuilds a tree from the leaves up; subclasses change what they need. */
public class TreeRewriter {

  /** The rebuilt term. */
  public Term term(Term term) {
    if (term instanceof Term.Name n) {
      return name(n);
    } else if (term instanceof Term.Observed o) {
      return observed(
          new Term.Observed(
              o.name(), o.primes(), terms(o.indices()), o.time() == null ? null : term(o.time())));
    } else if (term instanceof Term.Negation n) {
      return new Term.Negation(term(n.operand()));
    } else if (term instanceof Term.Operation o) {
      return new Term.Operation(o.operator(), term(o.left()), term(o.right()));
    } else if (term instanceof Term.Call c) {
      return call(new Term.Call(c.function(), terms(c.arguments())));
    } else if (term instanceof Term.Over o) {
      return over(o);
    } else if (term instanceof Term.OverTime o) {
      return overTime(o);
    }
    return term;
  }

  /** The rebuilt statement. */
  public Proposition proposition(Proposition p) {
    if (p instanceof Proposition.Comparison c) {
      return new Proposition.Comparison(c.relation(), term(c.left()), term(c.right()));
    } else if (p instanceof Proposition.And a) {
      return new Proposition.And(propositions(a.parts()));
    } else if (p instanceof Proposition.Or o) {
      return new Proposition.Or(propositions(o.parts()));
    } else if (p instanceof Proposition.Not n) {
      return new Proposition.Not(proposition(n.operand()));
    } else if (p instanceof Proposition.Implies i) {
      return new Proposition.Implies(proposition(i.premise()), proposition(i.consequence()));
    }
    return quantified((Proposition.Quantified) p);
  }

  protected Term name(Term.Name name) {
    return name;
  }

  /** Receives the observable with rebuilt indices and time. */
  protected Term observed(Term.Observed observed) {
    return observed;
  }

  /** Receives the call with rebuilt arguments. */
  protected Term call(Term.Call call) {
    return call;
  }

  protected Term over(Term.Over over) {
    return new Term.Over(over.fold(), over.index(), over.size(), term(over.body()));
  }

  protected Term overTime(Term.OverTime over) {
    return new Term.OverTime(
        over.fold(), over.variable(), term(over.from()), term(over.to()), term(over.body()));
  }

  protected Proposition quantified(Proposition.Quantified q) {
    return new Proposition.Quantified(q.quantifier(), q.index(), q.size(), proposition(q.body()));
  }

  /** Visits terms for what a subclass collects on the way. */
  public final void terms(Term... terms) {
    for (Term term : terms) {
      term(term);
    }
  }

  private List<Term> terms(List<Term> terms) {
    return terms.stream().map(this::term).toList();
  }

  private List<Proposition> propositions(List<Proposition> parts) {
    return parts.stream().map(this::proposition).toList();
  }
}
