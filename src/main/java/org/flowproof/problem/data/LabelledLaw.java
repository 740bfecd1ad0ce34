package org.flowproof.problem.data;

import java.util.List;
import org.flowproof.problem.Matrix;
import org.flowproof.problem.Vec;

/** A law of samples with labels 1 and -1 whose numbers are fixed beforehand. */
public sealed interface LabelledLaw permits NearlyOrthogonalLaw, LabelledGaussianLaw {

  /**
   * The draw, always the same.
   *
   * @throws IllegalArgumentException when rounding keeps the law from being met
   */
  LabelledSamples draw();

  /** For reports: the law with all its numbers. */
  String words();

  /**
   * Labels of two classes by turns, 1 first, until one class is used up; so a smaller balanced set
   * is the beginning of a larger one.
   *
   * @param plus number of labels 1, at least 1
   * @param minus number of labels -1, at least 1
   */
  static LabelledSamples labelled(Matrix x, int plus, int minus) {
    double[] y = new double[plus + minus];
    int left = plus;
    for (int k = 0; k < y.length; k++) {
      boolean turn = (k % 2 == 0 || k - (plus - left) >= minus) && left > 0;
      y[k] = turn ? 1 : -1;
      left -= turn ? 1 : 0;
    }
    return new LabelledSamples(x, Vec.of(y), List.of());
  }
}
