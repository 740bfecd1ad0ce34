package org.flowproof.enclose.limit;

import java.util.Arrays;
import java.util.List;
import org.flowproof.enclose.certify.StepCertifier;
import org.flowproof.enclose.interval.Interval;
import org.flowproof.enclose.path.FlowModel;
import org.flowproof.enclose.path.PathStep;
import org.flowproof.enclose.path.Side;
import org.flowproof.enclose.taylor.Series;

/**
 * The flow at the end of a tube.
 *
 * @param model the problem
 * @param time the time
 * @param hidden encloses hidden weights, by neuron and coordinate
 * @param outer encloses output weights
 * @param sides sides of neurons, by neuron and sample
 * @param captured whether the flow of a sliding neuron is proven to lie on its kinks
 */
public record FlowEnd(
    FlowModel model,
    double time,
    List<List<Interval>> hidden,
    List<Interval> outer,
    List<List<Side>> sides,
    List<Boolean> captured) {

  /** The end of the last step that was proven. */
  public static FlowEnd of(FlowModel model, double time, PathStep last, StepCertifier certifier) {
    double[] errors = certifier.lastTube();
    List<List<Interval>> hidden = new java.util.ArrayList<>();
    List<Interval> outer = new java.util.ArrayList<>();
    List<List<Side>> sides = new java.util.ArrayList<>();
    List<Boolean> captured = new java.util.ArrayList<>();
    for (int j = 0; j < model.m(); j++) {
      double error = errors[j];
      hidden.add(Arrays.stream(last.hidden(j)).map(w -> end(w, error)).toList());
      outer.add(end(last.outer(j), model.bothLayers() ? error : 0));
      sides.add(List.of(last.sides(j)));
      captured.add(certifier.captured(j));
    }
    return new FlowEnd(model, time, hidden, outer, sides, captured);
  }

  private static Interval end(Series series, double error) {
    Interval sum = Interval.of(-error, error).plus(Interval.of(-series.radius(), series.radius()));
    for (int l = series.degree(); l >= 0; l--) {
      sum = sum.plus(series.coefficient(l));
    }
    return sum;
  }

  /** {@code <w_j, x_k>}. */
  Interval preactivation(int neuron, int sample) {
    Interval sum = Interval.ZERO;
    for (int i = 0; i < model.d(); i++) {
      sum = sum.plus(hidden.get(neuron).get(i).times(model.x(sample)[i]));
    }
    return sum;
  }

  /** The norm of a neuron, both layers, rounded up. */
  double size(int neuron) {
    Interval sum = outer.get(neuron).square();
    for (Interval one : hidden.get(neuron)) {
      sum = sum.plus(one.square());
    }
    return Math.nextUp(Math.sqrt(sum.upper()));
  }

  /** The residual of a sample for the squared loss. */
  Interval residual(int sample) {
    return Interval.of(model.y(sample)).minus(output(sample));
  }

  /** The output of the network on a sample. */
  Interval output(int sample) {
    Interval output = Interval.ZERO;
    for (int j = 0; j < outer.size(); j++) {
      double gate = model.gate(sides.get(j).get(sample));
      if (gate != 0) {
        output = output.plus(outer.get(j).times(preactivation(j, sample)).times(gate));
      }
    }
    return output;
  }
}
