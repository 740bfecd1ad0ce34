package org.flowproof.enclose.limit;

import java.util.OptionalInt;
import org.flowproof.enclose.interval.Interval;
import org.flowproof.enclose.path.FlowModel;
import org.flowproof.enclose.path.Side;
import org.flowproof.flow.KinkLines;

/**
 * Which samples can move a neuron towards a kink, for the logistic loss with fixed output weights:
 * there {@code g_jk' = factor sum_i l_i a_j y_i gate_ji <x_i, x_k>} with all {@code l_i} positive.
 * Signs are those of the exact values of the doubles. The claim behind this is
 * enclosures/sides-kept.
 */
final class AwayFromKinks {
  private final FlowEnd end;
  private final int[][] signs;

  AwayFromKinks(FlowEnd end) {
    this.end = end;
    FlowModel model = end.model();
    signs = new int[model.n()][model.n()];
    for (int k = 0; k < model.n(); k++) {
      for (int l = 0; l <= k; l++) {
        signs[k][l] = sign(model, k, l);
        signs[l][k] = signs[k][l];
      }
    }
  }

  private static int sign(FlowModel model, int k, int l) {
    Interval inner = model.inner(k, l);
    if (inner.isPositive() || inner.isNegative()) {
      return inner.isPositive() ? 1 : -1;
    }
    return KinkLines.exactSign(model.x(k), 0, model.x(l));
  }

  /** A sample that moves the neuron towards the kink of another one; empty when there is none. */
  OptionalInt against(int neuron, int sample) {
    FlowModel model = end.model();
    double outer = model.problem().initial().a().get(neuron);
    Side side = end.sides().get(neuron).get(sample);
    for (int i = 0; i < model.n(); i++) {
      if (model.gate(end.sides().get(neuron).get(i)) != 0) {
        double push = Math.signum(outer) * Math.signum(model.y(i)) * signs[i][sample];
        if (push * side.sign() < 0) {
          return OptionalInt.of(i);
        }
      }
    }
    return OptionalInt.empty();
  }
}
