package org.flowproof.check;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.flowproof.flow.ObservableCatalogue;
import org.flowproof.formula.FormulaException;
import org.flowproof.formula.FormulaParser;
import org.flowproof.formula.IndexKind;
import org.flowproof.formula.ScopedVocabulary;
import org.flowproof.formula.Term;
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
   * @throws org.flowproof.problem.InputException when it is not in the language
   */
  static Term term(Located text, Map<String, IndexKind> indices) {
    try {
      return FormulaParser.term(
          text.text(), ScopedVocabulary.extend(ObservableCatalogue.standard(), indices, List.of()));
    } catch (FormulaException e) {
      throw text.refuse(
          e.reason().text() + " '" + e.symbol() + "' at character " + (e.position() + 1),
          e.expected(),
          Optional.empty());
    }
  }
}
