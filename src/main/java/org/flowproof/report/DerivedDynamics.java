package org.flowproof.report;

import java.util.List;

/**
 * The way from the loss to the vector field, as derived by computer algebra, and its comparison
 * with the numerical right-hand side.
 *
 * @param steps in order
 * @param comparison one row for each kind of random problem that was tried
 */
public record DerivedDynamics(List<Step> steps, List<Comparison> comparison) {
  public DerivedDynamics {
    steps = List.copyOf(steps);
    comparison = List.copyOf(comparison);
  }

  /**
   * One displayed formula.
   *
   * @param words what is done to get there, a clause of plain text such as "Differentiating with
   *     respect to the output weight"
   * @param latex the formula, LaTeX math without delimiters
   */
  public record Step(String words, String latex) {}

  /**
   * Derived against numerical right-hand side on random states.
   *
   * @param what which derived expression, plain text
   * @param setting network and data sizes and activation, plain text
   * @param states number of random states
   * @param largestDifference largest difference found, relative to the size of the field
   */
  public record Comparison(String what, String setting, int states, double largestDifference) {}
}
