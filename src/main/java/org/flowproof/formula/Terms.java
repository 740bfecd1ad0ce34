package org.flowproof.formula;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Questions about trees. All answers keep the order of first appearance. */
public final class Terms {
  private Terms() {}

  /** Names of the observables with indices or time in a term. */
  public static Set<String> observables(Term term) {
    Set<String> found = new LinkedHashSet<>();
    observables(term, found);
    return found;
  }

  /** Names of the observables with indices or time in a statement. */
  public static Set<String> observables(Proposition proposition) {
    Set<String> found = new LinkedHashSet<>();
    observables(proposition, found);
    return found;
  }

  /** Every place in a term that reads an observable with indices or time, from left to right. */
  public static List<Term.Observed> occurrences(Term term) {
    List<Term.Observed> found = new ArrayList<>();
    occurrences(term, found);
    return found;
  }

  private static void occurrences(Term term, List<Term.Observed> found) {
    if (term instanceof Term.Observed observed) {
      found.add(observed);
    }
    Children.of(term).forEach(child -> occurrences(child, found));
  }

  /**
   * Free plain names: the time {@code t}, sizes that occur as numbers, constants, definitions and
   * generic indices; not the names bound inside.
   */
  public static Set<String> names(Term term) {
    Set<String> found = new LinkedHashSet<>();
    names(term, Set.of(), found);
    return found;
  }

  /** Free plain names of a statement; see {@link #names(Term)}. */
  public static Set<String> names(Proposition proposition) {
    Set<String> found = new LinkedHashSet<>();
    names(proposition, Set.of(), found);
    return found;
  }

  /** What is added to 1 under a logarithm; empty for any other call. */
  static Optional<Term> logOnePlus(Term.Call call) {
    boolean sum =
        call.function() == Term.Function.LOG
            && call.arguments().get(0) instanceof Term.Operation operation
            && operation.operator() == Term.Operator.PLUS;
    if (!sum) {
      return Optional.empty();
    }
    Term.Operation operation = (Term.Operation) call.arguments().get(0);
    Term one = new Term.Literal(Rational.ONE);
    return operation.left().equals(one)
        ? Optional.of(operation.right())
        : operation.right().equals(one) ? Optional.of(operation.left()) : Optional.empty();
  }

  /** Whether a term reads observables at times other than the present and 0, or folds over time. */
  public static boolean speaksOfOtherTimes(Term term) {
    if (term instanceof Term.OverTime) {
      return true;
    }
    if (term instanceof Term.Observed observed && observed.time() != null) {
      boolean start =
          observed.time() instanceof Term.Literal literal
              && literal.value().compareTo(Rational.of(0)) == 0;
      if (!start && !Times.now(observed.time())) {
        return true;
      }
    }
    return Children.of(term).stream().anyMatch(Terms::speaksOfOtherTimes);
  }

  /** Height of a term, at least 1. */
  public static int depth(Term term) {
    return 1 + Children.of(term).stream().mapToInt(Terms::depth).max().orElse(0);
  }

  private static void observables(Term term, Set<String> found) {
    if (term instanceof Term.Observed observed) {
      found.add(observed.name());
    }
    Children.of(term).forEach(child -> observables(child, found));
  }

  private static void observables(Proposition proposition, Set<String> found) {
    Children.terms(proposition).forEach(term -> observables(term, found));
    Children.of(proposition).forEach(part -> observables(part, found));
  }

  private static void names(Term term, Set<String> bound, Set<String> found) {
    if (term instanceof Term.Name name) {
      if (!bound.contains(name.name())) {
        found.add(name.name());
      }
    } else if (term instanceof Term.Over over) {
      names(over.body(), with(bound, over.index()), found);
    } else if (term instanceof Term.OverTime over) {
      names(over.body(), with(bound, over.variable()), found);
      names(over.from(), bound, found);
      names(over.to(), bound, found);
    } else {
      Children.of(term).forEach(child -> names(child, bound, found));
    }
  }

  private static void names(Proposition proposition, Set<String> bound, Set<String> found) {
    if (proposition instanceof Proposition.Quantified quantified) {
      names(quantified.body(), with(bound, quantified.index()), found);
      return;
    }
    Children.terms(proposition).forEach(term -> names(term, bound, found));
    Children.of(proposition).forEach(part -> names(part, bound, found));
  }

  private static Set<String> with(Set<String> bound, String name) {
    Set<String> more = new LinkedHashSet<>(bound);
    more.add(name);
    return more;
  }
}
