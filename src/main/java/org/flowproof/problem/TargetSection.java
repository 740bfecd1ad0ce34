package org.flowproof.problem;

import java.util.Arrays;
import org.flowproof.problem.yaml.StrictMap;
import org.flowproof.problem.yaml.StrictValue;

/** Reads {@code data.target}: labels made by a single neuron with the network's activation. */
final class TargetSection {
  private TargetSection() {}

  /**
   * The target; a single number in place of its weight stands for all coordinates.
   *
   * @param inputs numbers in the weight, the bias among them
   * @param bias whether the last is the bias, for messages
   */
  static SingleNeuron read(StrictMap section, int inputs, boolean bias) {
    section.allow(CaseKeys.TARGET);
    double output = section.get("output").number();
    StrictValue given = section.get("weight");
    Vec weight = given.isList() ? NumberLists.vector(given) : equal(given.number(), inputs);
    if (weight.length() != inputs) {
      throw section
          .get("weight")
          .refuse(
              weight.length() + " numbers",
              inputs + (bias ? ", one a coordinate and one for the bias" : ", one a coordinate"));
    }
    return new SingleNeuron(output, weight);
  }

  private static Vec equal(double number, int inputs) {
    double[] all = new double[inputs];
    Arrays.fill(all, number);
    return Vec.of(all);
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
