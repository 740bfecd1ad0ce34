package org.flowproof.formula;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Prints trees as mathematics in Unicode plain text, {@code Σ_k |y_k|‖x_k‖ / n}, on one line. The
 * symbols are those of the vocabulary's LaTeX.
 *
 * <p>Brackets are written wherever leaving them out would print another tree the same way. What is
 * not told apart are notations for one thing: an observable whose symbol is a square, such as
 * {@code ‖x_k‖²}, and the square of an observable; the norm as an observable and as the root of its
 * square.
 */
public final class UnicodePrinter {
  private final LatexNames latex;
  private final Times times;
  private final Set<String> names;

  /**
   * @param vocabulary the names that formulas may use, with their symbols
   * @param times when the current time is written
   */
  public UnicodePrinter(Vocabulary vocabulary, Times times) {
    this.latex = new LatexNames(vocabulary, Map.of(), true);
    this.times = times;
    Set<String> all = new HashSet<>(vocabulary.names());
    all.addAll(vocabulary.genericIndices().keySet());
    this.names = Set.copyOf(all);
  }

  /** Mathematics of a statement. */
  public String print(Proposition proposition) {
    return new UnicodeStatements(terms(times.shownIn(proposition))).print(proposition);
  }

  /** Mathematics of a term. */
  public String print(Term term) {
    return terms(times.shownIn(term)).print(term);
  }

  /** A few symbols given as LaTeX, such as {@code \eta}. */
  public static String symbols(String latex) {
    return UnicodeSymbols.of(latex);
  }

  private UnicodeTerms terms(boolean shown) {
    return new UnicodeTerms(latex.withTimes(shown), names);
  }

  /** Statements, when it is settled how terms look. */
  private static final class UnicodeStatements {
    private final UnicodeTerms terms;

    UnicodeStatements(UnicodeTerms terms) {
      this.terms = terms;
    }

    String print(Proposition proposition) {
      if (proposition instanceof Proposition.Comparison comparison) {
        return terms.print(comparison.left())
            + " "
            + sign(comparison.relation())
            + " "
            + terms.print(comparison.right());
      }
      if (proposition instanceof Proposition.And and) {
        return and.parts().isEmpty() ? "true" : joined(and.parts(), " ∧ ");
      }
      if (proposition instanceof Proposition.Or or) {
        return or.parts().isEmpty() ? "false" : joined(or.parts(), " ∨ ");
      }
      if (proposition instanceof Proposition.Not not) {
        return "¬(" + print(not.operand()) + ")";
      }
      if (proposition instanceof Proposition.Implies implies) {
        return inner(implies.premise()) + " ⟹ " + inner(implies.consequence());
      }
      Proposition.Quantified q = (Proposition.Quantified) proposition;
      boolean same = universal(q) && q.body() instanceof Proposition.Quantified b && universal(b);
      return same ? print(q.body()) + " and " + range(q) : inner(q.body()) + " for " + range(q);
    }

    private static boolean universal(Proposition.Quantified q) {
      return q.quantifier() == Proposition.Quantifier.FOR_ALL;
    }

    /** {@code all neurons p}, {@code some sample k}. */
    private String range(Proposition.Quantified q) {
      boolean all = universal(q);
      String index = terms.name(q.index());
      return IndexKind.ofSize(q.size())
          .map(
              kind ->
                  all ? "all " + kind.word() + "s " + index : "some " + kind.word() + " " + index)
          .orElseGet(() -> (all ? "all " : "some ") + index + " = 1, …, " + terms.name(q.size()));
    }

    private String joined(List<Proposition> parts, String sign) {
      String all = parts.stream().map(this::inner).collect(Collectors.joining(sign));
      // one part alone would look like itself
      return parts.size() == 1 ? "(" + all + ")" : all;
    }

    private String inner(Proposition part) {
      boolean simple =
          part instanceof Proposition.Comparison
              || part instanceof Proposition.Not
              || Binding.of(part) == Binding.COMPARISON;
      return simple ? print(part) : "(" + print(part) + ")";
    }

    private static String sign(Proposition.Relation relation) {
      return switch (relation) {
        case EQUAL -> "=";
        case NOT_EQUAL -> "≠";
        case LESS -> "<";
        case LESS_OR_EQUAL -> "≤";
        case GREATER -> ">";
        case GREATER_OR_EQUAL -> "≥";
      };
    }
  }
}
