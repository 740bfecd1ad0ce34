package org.flowproof.enclose.bound;

/**
 * What one step of a path does to errors: bounds over the step and the tube around it. Errors of a
 * neuron obey {@code e_j' <= growth_j e_j + coupling_j (S - size_j e_j) + defect_j}, with {@code S}
 * the sum of {@code size_l e_l}.
 *
 * <p>Arrays have one entry for each neuron and are not to be written to.
 */
public final class StepRates {
  private final double[] growth;
  private final double[] defect;
  private final double[] size;
  private final double coupling;

  /**
   * Rates, integrated over the step.
   *
   * @param growth logarithmic norms of the blocks, at least 0
   * @param defect distances of the path's velocity from the field
   * @param size norms of the neurons over the tube
   * @param coupling {@link org.flowproof.enclose.path.FlowModel#coupling} times the length
   */
  public StepRates(double[] growth, double[] defect, double[] size, double coupling) {
    this.growth = growth;
    this.defect = defect;
    this.size = size;
    this.coupling = coupling;
  }

  /** The growth of the error of a neuron over the step, in the exponent. */
  public double growth(int neuron) {
    return growth[neuron];
  }

  public double defect(int neuron) {
    return defect[neuron];
  }

  double size(int neuron) {
    return size[neuron];
  }

  /** The coupling over the step. */
  public double coupling() {
    return coupling;
  }
}
