package org.flowproof.formula;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;

/** Copies of terms with changed parts. */
public final class Rebuild {
  private Rebuild() {}

  /**
   * The term with each direct part replaced.
   *
   * @param bound names bound around the term
   * @param change gets a part and the names bound around that part
   */
  public static Term mapped(
      Term term, Set<String> bound, BiFunction<Term, Set<String>, Term> change) {
    if (term instanceof Term.Negation negation) {
      return new Term.Negation(change.apply(negation.operand(), bound));
    }
    if (term instanceof Term.Operation operation) {
      return new Term.Operation(
          operation.operator(),
          change.apply(operation.left(), bound),
          change.apply(operation.right(), bound));
    }
    if (term instanceof Term.Call call) {
      return new Term.Call(
          call.function(), call.arguments().stream().map(a -> change.apply(a, bound)).toList());
    }
    if (term instanceof Term.Observed o) {
      List<Term> indices = o.indices().stream().map(index -> change.apply(index, bound)).toList();
      Term time = o.time() == null ? null : change.apply(o.time(), bound);
      return new Term.Observed(o.name(), o.primes(), indices, time);
    }
    if (term instanceof Term.Over over) {
      return new Term.Over(
          over.fold(),
          over.index(),
          over.size(),
          change.apply(over.body(), with(bound, over.index())));
    }
    if (term instanceof Term.OverTime over) {
      return new Term.OverTime(
          over.fold(),
          over.variable(),
          change.apply(over.from(), bound),
          change.apply(over.to(), bound),
          change.apply(over.body(), with(bound, over.variable())));
    }
    return term;
  }

  /**
   * The statement with each outermost term replaced.
   *
   * @param bound names bound around the statement
   * @param change gets a term and the names bound around it
   */
  public static Proposition mapped(
      Proposition proposition, Set<String> bound, BiFunction<Term, Set<String>, Term> change) {
    if (proposition instanceof Proposition.Comparison c) {
      return new Proposition.Comparison(
          c.relation(), change.apply(c.left(), bound), change.apply(c.right(), bound));
    }
    if (proposition instanceof Proposition.And and) {
      return new Proposition.And(mapped(and.parts(), bound, change));
    }
    if (proposition instanceof Proposition.Or or) {
      return new Proposition.Or(mapped(or.parts(), bound, change));
    }
    if (proposition instanceof Proposition.Not not) {
      return new Proposition.Not(mapped(not.operand(), bound, change));
    }
    if (proposition instanceof Proposition.Implies implies) {
      return new Proposition.Implies(
          mapped(implies.premise(), bound, change), mapped(implies.consequence(), bound, change));
    }
    Proposition.Quantified q = (Proposition.Quantified) proposition;
    return new Proposition.Quantified(
        q.quantifier(), q.index(), q.size(), mapped(q.body(), with(bound, q.index()), change));
  }

  private static List<Proposition> mapped(
      List<Proposition> parts, Set<String> bound, BiFunction<Term, Set<String>, Term> change) {
    return parts.stream().map(part -> mapped(part, bound, change)).toList();
  }

  /** The term with its own bound names changed where they are among {@code taken}. */
  static Term renamedBound(Term term, Set<String> taken) {
    if (term instanceof Term.Over over && taken.contains(over.index())) {
      String fresh = fresh(over.index(), over.body(), taken);
      Term body = renamedFree(over.body(), over.index(), fresh);
      return new Term.Over(over.fold(), fresh, over.size(), renamedBound(body, with(taken, fresh)));
    }
    if (term instanceof Term.OverTime over && taken.contains(over.variable())) {
      String fresh = fresh(over.variable(), over.body(), taken);
      Term body = renamedFree(over.body(), over.variable(), fresh);
      return new Term.OverTime(
          over.fold(), fresh, over.from(), over.to(), renamedBound(body, with(taken, fresh)));
    }
    return taken.isEmpty()
        ? term
        : mapped(term, taken, (part, around) -> renamedBound(part, around));
  }

  private static Term renamedFree(Term term, String from, String to) {
    if (term instanceof Term.Name name) {
      return name.name().equals(from) ? new Term.Name(to) : name;
    }
    boolean hidden =
        (term instanceof Term.Over over && over.index().equals(from))
            || (term instanceof Term.OverTime time && time.variable().equals(from));
    return hidden ? term : mapped(term, Set.of(), (part, around) -> renamedFree(part, from, to));
  }

  private static String fresh(String name, Term body, Set<String> taken) {
    Set<String> used = new LinkedHashSet<>(taken);
    collectNames(body, used);
    for (int i = 1; ; i++) {
      if (!used.contains(name + i)) {
        return name + i;
      }
    }
  }

  private static void collectNames(Term term, Set<String> found) {
    if (term instanceof Term.Name name) {
      found.add(name.name());
    } else if (term instanceof Term.Observed observed) {
      found.add(observed.name());
    } else if (term instanceof Term.Over over) {
      found.add(over.index());
    } else if (term instanceof Term.OverTime over) {
      found.add(over.variable());
    }
    Children.of(term).forEach(child -> collectNames(child, found));
  }

  private static Set<String> with(Set<String> bound, String name) {
    Set<String> more = new LinkedHashSet<>(bound);
    more.add(name);
    return more;
  }
}
