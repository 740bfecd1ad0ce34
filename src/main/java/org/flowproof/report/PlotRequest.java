package org.flowproof.report;

import java.util.List;

/**
 * A figure over time asked for by a case.
 *
 * @param title plain text for the caption
 * @param terms formulas of the formula language, one curve each; generic indices {@code j} and
 *     {@code k} give one curve for each value, up to a limit that the caption states
 * @param logarithmic whether the vertical axis is logarithmic
 */
public record PlotRequest(String title, List<String> terms, boolean logarithmic) {
  public PlotRequest {
    terms = List.copyOf(terms);
  }
}
