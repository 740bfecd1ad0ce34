package org.flowproof.report;

import java.util.Map;
import org.flowproof.flow.Observable;
import org.flowproof.flow.ObservableCatalogue;
import org.flowproof.formula.FormulaParser;
import org.flowproof.formula.IndexKind;
import org.flowproof.formula.ScopedVocabulary;
import org.flowproof.formula.Term;

/** Values of formulas on the trajectory of a report. */
interface Readings {

  /**
   * The value of a term.
   *
   * @param term a formula
   * @param indices values of its free indices, 1-based
   * @param time the time {@code t}
   * @return the value, or NaN where the formula has none
   */
  double at(Term term, Map<String, Integer> indices, double time);

  /** Reads a formula without free indices. */
  static Term parse(String formula) {
    return parse(formula, Map.of());
  }

  /** Reads a formula with free indices. */
  static Term parse(String formula, Map<String, IndexKind> free) {
    return FormulaParser.term(
        formula,
        ScopedVocabulary.extend(ObservableCatalogue.standard(), free, java.util.List.of()));
  }

  /** The definition of an observable as a tree. */
  static Term definition(Observable observable) {
    return FormulaParser.term(
        observable.definition().orElseThrow(),
        ScopedVocabulary.ofDefinition(ObservableCatalogue.standard(), observable.signature()));
  }
}
