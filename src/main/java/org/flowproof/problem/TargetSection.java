package org.flowproof.problem;

import org.flowproof.problem.yaml.StrictMap;

/** Reads {@code data.target}: labels made by a single neuron with the network's activation. */
final class TargetSection {
  private TargetSection() {}

  /**
   * The target.
   *
   * @param inputs numbers in the weight, the bias among them
   * @param bias whether the last is the bias, for messages
   */
  static SingleNeuron read(StrictMap section, int inputs, boolean bias) {
    section.allow(CaseKeys.TARGET);
    double output = section.get("output").number();
    Vec weight = NumberLists.vector(section.get("weight"));
    if (weight.length() != inputs) {
      throw section
          .get("weight")
          .refuse(
              weight.length() + " numbers",
              inputs + (bias ? ", one a coordinate and one for the bias" : ", one a coordinate"));
    }
    return new SingleNeuron(output, weight);
  }

  /**
   * The samples with labels {@code y_k = output * sigma(<weight, x_k>)}.
   *
   * @param x samples as rows, without the bias coordinate
   * @param bias whether a 1 will be appended to each; the weight has one more coordinate then
   * @param origin of the samples, for readers
   */
  static DataSet labelled(
      StrictMap section, Matrix x, boolean bias, Activation activation, String origin) {
    SingleNeuron target = read(section, x.columns() + (bias ? 1 : 0), bias);
    double[] y = new double[x.rows()];
    for (int k = 0; k < y.length; k++) {
      // without the sign of a zero
      y[k] = target.at(x, k, activation) + 0.0;
      if (!Double.isFinite(y[k])) {
        throw section.refuse("label " + (k + 1) + " is " + y[k], "finite labels");
      }
    }
    return new DataSet(x, Vec.of(y), origin + ", labels of a single neuron");
  }
}
