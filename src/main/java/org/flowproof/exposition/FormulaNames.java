package org.flowproof.exposition;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.flowproof.formula.Proposition;
import org.flowproof.formula.Term;
import org.flowproof.formula.Terms;

/** Finds and renames the names in formulas. */
public final class FormulaNames {
  private FormulaNames() {}

  /** The observables and constants that a term mentions, in order of appearance. */
  public static Set<String> of(Term term) {
    Set<String> out = new LinkedHashSet<>();
    collect(term, out);
    return out;
  }

  /** The observables and constants that a proposition mentions, in order of appearance. */
  public static Set<String> of(Proposition proposition) {
    Set<String> out = new LinkedHashSet<>();
    collect(proposition, out);
    return out;
  }

  private static void collect(Term term, Set<String> out) {
    if (term instanceof Term.Name name) {
      out.add(name.name());
    } else if (term instanceof Term.Observed observed) {
      out.add(observed.name());
    } else if (term instanceof Term.Negation negation) {
      collect(negation.operand(), out);
    } else if (term instanceof Term.Operation operation) {
      collect(operation.left(), out);
      collect(operation.right(), out);
    } else if (term instanceof Term.Call call) {
      call.arguments().forEach(a -> collect(a, out));
    } else if (term instanceof Term.Over over) {
      collect(over.body(), out);
    } else if (term instanceof Term.OverTime over) {
      collect(over.from(), out);
      collect(over.to(), out);
      collect(over.body(), out);
    }
  }

  private static void collect(Proposition p, Set<String> out) {
    if (p instanceof Proposition.Comparison c) {
      collect(c.left(), out);
      collect(c.right(), out);
    } else if (p instanceof Proposition.And and) {
      and.parts().forEach(part -> collect(part, out));
    } else if (p instanceof Proposition.Or or) {
      or.parts().forEach(part -> collect(part, out));
    } else if (p instanceof Proposition.Not not) {
      collect(not.operand(), out);
    } else if (p instanceof Proposition.Implies i) {
      collect(i.premise(), out);
      collect(i.consequence(), out);
    } else if (p instanceof Proposition.Quantified q) {
      collect(q.body(), out);
    }
  }

  /**
   * Renames free indices. A bound index that has one of the new names gets another letter, so that
   * it cannot capture.
   */
  public static Proposition rename(Proposition p, Map<String, String> names) {
    if (names.isEmpty()) {
      return p;
    }
    if (p instanceof Proposition.Comparison c) {
      return new Proposition.Comparison(
          c.relation(), rename(c.left(), names), rename(c.right(), names));
    } else if (p instanceof Proposition.And and) {
      return new Proposition.And(and.parts().stream().map(x -> rename(x, names)).toList());
    } else if (p instanceof Proposition.Or or) {
      return new Proposition.Or(or.parts().stream().map(x -> rename(x, names)).toList());
    } else if (p instanceof Proposition.Not not) {
      return new Proposition.Not(rename(not.operand(), names));
    } else if (p instanceof Proposition.Implies i) {
      return new Proposition.Implies(rename(i.premise(), names), rename(i.consequence(), names));
    }
    Proposition.Quantified q = (Proposition.Quantified) p;
    Map<String, String> inner = inside(q.index(), names, Terms.names(q.body()));
    return new Proposition.Quantified(
        q.quantifier(),
        inner.getOrDefault(q.index(), q.index()),
        q.size(),
        rename(q.body(), inner));
  }

  /** Renames free indices of a term. */
  public static Term rename(Term term, Map<String, String> names) {
    if (term instanceof Term.Name name) {
      return new Term.Name(names.getOrDefault(name.name(), name.name()));
    } else if (term instanceof Term.Observed o) {
      List<Term> indices = o.indices().stream().map(i -> rename(i, names)).toList();
      return new Term.Observed(
          o.name(), o.primes(), indices, o.time() == null ? null : rename(o.time(), names));
    } else if (term instanceof Term.Negation negation) {
      return new Term.Negation(rename(negation.operand(), names));
    } else if (term instanceof Term.Operation o) {
      return new Term.Operation(o.operator(), rename(o.left(), names), rename(o.right(), names));
    } else if (term instanceof Term.Call call) {
      return new Term.Call(
          call.function(), call.arguments().stream().map(a -> rename(a, names)).toList());
    } else if (term instanceof Term.Over over) {
      Map<String, String> inner = inside(over.index(), names, Terms.names(over.body()));
      return new Term.Over(
          over.fold(),
          inner.getOrDefault(over.index(), over.index()),
          over.size(),
          rename(over.body(), inner));
    } else if (term instanceof Term.OverTime over) {
      return new Term.OverTime(
          over.fold(),
          over.variable(),
          rename(over.from(), names),
          rename(over.to(), names),
          rename(over.body(), names));
    }
    return term;
  }

  /** The renaming inside a place that binds an index. */
  private static Map<String, String> inside(
      String bound, Map<String, String> names, Set<String> used) {
    Map<String, String> inner = new LinkedHashMap<>(names);
    inner.remove(bound);
    if (inner.containsValue(bound)) {
      String fresh = bound + "1";
      while (used.contains(fresh) || inner.containsValue(fresh)) {
        fresh += "1";
      }
      inner.put(bound, fresh);
    }
    return inner;
  }
}
