package org.flowproof.enclose.limit;

import org.flowproof.enclose.interval.Interval;
import org.flowproof.enclose.path.FlowModel;
import org.flowproof.enclose.path.Side;

/**
 * Labels times outputs while sides stay and output weights are fixed: linear maps of all hidden
 * weights, one vector {@code v_k} for each sample, with the part {@code y_k a_j gate_jk x_k} for
 * neuron j.
 */
final class SignedFeatures {
  private final FlowModel model;
  private final double[] outer;
  private final double[][] gates;
  private final Interval[][] products;

  private SignedFeatures(FlowModel model, double[] outer, double[][] gates) {
    this.model = model;
    this.outer = outer;
    this.gates = gates;
    products = new Interval[model.n()][model.n()];
    for (int k = 0; k < model.n(); k++) {
      for (int l = 0; l <= k; l++) {
        products[k][l] = enclosed(k, l);
        products[l][k] = products[k][l];
      }
    }
  }

  /** For sides that are not slides. */
  static SignedFeatures of(FlowEnd end) {
    FlowModel model = end.model();
    double[][] gates = new double[model.m()][model.n()];
    for (int j = 0; j < model.m(); j++) {
      for (int k = 0; k < model.n(); k++) {
        Side side = end.sides().get(j).get(k);
        if (side == Side.SLIDE) {
          throw new IllegalArgumentException("a slide has no gate");
        }
        gates[j][k] = model.gate(side);
      }
    }
    return new SignedFeatures(model, model.problem().initial().a().toArray(), gates);
  }

  private Interval enclosed(int k, int l) {
    Interval squares = Interval.ZERO;
    for (int j = 0; j < outer.length; j++) {
      if (gates[j][k] != 0 && gates[j][l] != 0) {
        Interval gate = Interval.of(gates[j][k]).times(gates[j][l]);
        squares = squares.plus(Interval.of(outer[j]).square().times(gate));
      }
    }
    Interval labels = Interval.of(model.y(k)).times(model.y(l));
    return squares.times(labels).times(model.inner(k, l));
  }

  /** Number of samples. */
  int size() {
    return products.length;
  }

  /** Encloses the inner product of two of the vectors. */
  Interval product(int first, int second) {
    return products[first][second];
  }

  /** Whether no neuron with an output weight is active on a sample, so that its vector is 0. */
  boolean vanishes(int sample) {
    for (int j = 0; j < outer.length; j++) {
      if (outer[j] != 0 && gates[j][sample] != 0) {
        return false;
      }
    }
    return true;
  }

  /** At least the largest squared norm of the vectors. */
  double largest() {
    double largest = 0;
    for (int k = 0; k < size(); k++) {
      largest = Math.max(largest, products[k][k].upper());
    }
    return largest;
  }
}
