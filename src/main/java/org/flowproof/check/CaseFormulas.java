package org.flowproof.check;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToIntFunction;
import org.flowproof.flow.ObservableCatalogue;
import org.flowproof.formula.FormulaException;
import org.flowproof.formula.FormulaParser;
import org.flowproof.formula.IndexKind;
import org.flowproof.formula.Rational;
import org.flowproof.formula.ScopedVocabulary;
import org.flowproof.formula.Term;
import org.flowproof.formula.Terms;
import org.flowproof.formula.TextPrinter;
import org.flowproof.problem.Located;
import org.flowproof.problem.Plot;

/** Reads the formulas that people write in case files; refusals point into the file. */
final class CaseFormulas {
  private CaseFormulas() {}

  /** The index that a figure runs over, by its customary name; empty for a single curve. */
  static Map<String, IndexKind> indices(Plot.Per per) {
    return switch (per) {
      case NONE -> Map.of();
      case NEURON -> Map.of("j", IndexKind.NEURON);
      case SAMPLE -> Map.of("k", IndexKind.SAMPLE);
    };
  }

  /**
   * Reads a term.
   *
   * @param sizes of the problem; an index written as a number must not exceed its size
   * @throws org.flowproof.problem.InputException when it is not in the language, or reads a neuron,
   *     sample or coordinate that the problem does not have
   */
  static Term term(Located text, Map<String, IndexKind> indices, ToIntFunction<IndexKind> sizes) {
    try {
      Term term =
          FormulaParser.term(
              text.text(),
              ScopedVocabulary.extend(ObservableCatalogue.standard(), indices, List.of()));
      Terms.occurrences(term).forEach(observed -> refuseBeyond(text, observed, sizes));
      return term;
    } catch (FormulaException e) {
      throw text.refuse(
          e.reason().text() + " '" + e.symbol() + "' at character " + (e.position() + 1),
          e.expected(),
          Optional.empty());
    }
  }

  private static void refuseBeyond(
      Located text, Term.Observed observed, ToIntFunction<IndexKind> sizes) {
    List<IndexKind> kinds =
        ObservableCatalogue.standard().find(observed.name()).orElseThrow().indices();
    for (int i = 0; i < kinds.size(); i++) {
      int size = sizes.applyAsInt(kinds.get(i));
      if (observed.indices().get(i) instanceof Term.Literal literal
          && literal.value().compareTo(Rational.of(size)) > 0) {
        String word = kinds.get(i).name().toLowerCase(Locale.ROOT);
        throw text.refuse(
            "'" + TextPrinter.print(observed) + "' reads " + word + " " + literal.value(),
            "a " + word + " from 1 to " + size + ", as many as the case has");
      }
    }
  }
}
