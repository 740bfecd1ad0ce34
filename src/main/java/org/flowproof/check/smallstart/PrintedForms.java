package org.flowproof.check.smallstart;

import java.util.List;
import java.util.Optional;

/**
 * What the source prints, for a slope 1 of the activation at 0, beside what is true for any slope,
 * in numbers.
 *
 * @param growth relative deviation of early output weights from the growth with the slope
 * @param printedGrowth the same from the growth as printed
 * @param outputs of two neurons, while they grow; empty for other widths, or where a ratio has no
 *     value
 * @param sizes of the weights at one time, one a scale
 */
public record PrintedForms(
    double growth, double printedGrowth, Optional<Ratios> outputs, List<Size> sizes) {
  public PrintedForms {
    sizes = List.copyOf(sizes);
  }

  /**
   * Ratios of the first neuron to the second.
   *
   * @param corrected C_1/C_2 with the sign of the slope
   * @param printed C_1/C_2 as printed
   * @param observed a_1/a_2 where weights have grown to norm 1e-5
   */
  public record Ratios(double corrected, double printed, double observed) {}

  /**
   * The norm of the weights of a run from a scale.
   *
   * @param scale norm at the start
   * @param corrected norm at the first time of the request plus log(1/scale)/rate
   * @param printed norm at that time plus log(1/scale)/|gamma|, in units of the factor of the loss;
   *     NaN where no run gets there
   */
  public record Size(double scale, double corrected, double printed) {}
}
