package org.flowproof.check.nonconvergence;

import java.util.ArrayList;
import java.util.List;
import org.flowproof.flow.cones.ExactVector;
import org.flowproof.formula.Rational;
import org.flowproof.problem.DataSet;

/**
 * A data set as rational numbers.
 *
 * @param samples n vectors of dimension d
 * @param labels n numbers
 */
record ExactData(List<ExactVector> samples, List<Rational> labels) {
  ExactData {
    samples = List.copyOf(samples);
    labels = List.copyOf(labels);
  }

  static ExactData of(DataSet data) {
    List<ExactVector> samples = new ArrayList<>();
    List<Rational> labels = new ArrayList<>();
    for (int k = 0; k < data.n(); k++) {
      samples.add(ExactVector.of(data.x().row(k)));
      labels.add(Rational.ofDouble(data.y().get(k)));
    }
    return new ExactData(samples, labels);
  }

  int n() {
    return samples.size();
  }

  int d() {
    return samples.get(0).dimension();
  }

  /** {@code <x_k, x_l>}, 0-based. */
  Rational product(int k, int l) {
    return samples.get(k).dot(samples.get(l));
  }
}
