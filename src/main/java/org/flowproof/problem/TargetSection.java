package org.flowproof.problem;

import org.flowproof.problem.yaml.StrictMap;

/** Reads {@code data.target}: labels made by a single neuron with the network's activation. */
final class TargetSection {
  private TargetSection() {}

  /**
   * The samples with labels {@code y_k = output * sigma(<weight, x_k>)}.
   *
   * @param x samples as rows, without the bias coordinate
   * @param bias whether a 1 will be appended to each; the weight has one more coordinate then
   */
  static DataSet labelled(StrictMap section, Matrix x, boolean bias, Activation activation) {
    section.allow(CaseKeys.TARGET);
    double output = section.get("output").number();
    double[] weight = NumberLists.vector(section.get("weight")).toArray();
    int wanted = x.columns() + (bias ? 1 : 0);
    if (weight.length != wanted) {
      throw section
          .get("weight")
          .refuse(
              weight.length + " numbers",
              wanted + (bias ? ", one a coordinate and one for the bias" : ", one a coordinate"));
    }
    double[] y = new double[x.rows()];
    for (int k = 0; k < y.length; k++) {
      double u = bias ? weight[wanted - 1] : 0;
      for (int i = 0; i < x.columns(); i++) {
        u += weight[i] * x.get(k, i);
      }
      y[k] = output * activation.value(u);
      if (!Double.isFinite(y[k])) {
        throw section.refuse("label " + (k + 1) + " is " + y[k], "finite labels");
      }
    }
    return new DataSet(x, Vec.of(y), "inline, labels of a single neuron");
  }
}
