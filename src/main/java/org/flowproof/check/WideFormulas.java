package org.flowproof.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.flowproof.flow.PlainReading;
import org.flowproof.formula.Term;
import org.flowproof.problem.Located;
import org.flowproof.problem.Problem;

/**
 * Formulas that can be read of wide networks: single observables at the present time, without
 * anything that has a number for each neuron and sample.
 */
final class WideFormulas {
  /** Pairs of neurons and samples above which a network is read in plain arithmetic. */
  private static final long MOST_PAIRS = 500_000;

  private WideFormulas() {}

  /** Whether a number for each neuron and sample is too much to keep. */
  static boolean needed(Problem problem) {
    return (long) problem.network().width() * problem.data().n() > MOST_PAIRS;
  }

  /** Whether a formula, which speaks of the present or of time 0, is one of those. */
  static boolean readable(Term term) {
    return term instanceof Term.Observed observed
        && PlainReading.NAMES.contains(observed.name())
        && observed.primes() == 0
        && !(observed.time() instanceof Term.Literal)
        && observed.indices().stream()
            .allMatch(index -> index instanceof Term.Literal || index instanceof Term.Name);
  }

  /**
   * Refuses all others.
   *
   * @throws org.flowproof.problem.InputException at the formula
   */
  static void check(Located text, Term term, Problem problem) {
    if (needed(problem) && !readable(term)) {
      throw text.refuse(
          "'"
              + text.text()
              + "' is not read of networks with more than "
              + MOST_PAIRS
              + " pairs of neurons and samples",
          "loss, mse, N, gradNorm2, h[k], r[k], a[j] or w[j,i] at the present time");
    }
  }

  /** The value of such a formula. */
  static double value(PlainReading reading, Term term, Map<String, Integer> indices) {
    Term.Observed observed = (Term.Observed) term;
    List<Integer> places = new ArrayList<>();
    for (Term index : observed.indices()) {
      places.add(
          index instanceof Term.Literal literal
              ? literal.value().numerator().intValueExact()
              : indices.get(((Term.Name) index).name()));
    }
    return reading.value(observed.name(), places);
  }
}
