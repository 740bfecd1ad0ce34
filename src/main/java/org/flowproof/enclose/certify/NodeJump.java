package org.flowproof.enclose.certify;

import org.flowproof.enclose.path.FlowModel;
import org.flowproof.enclose.path.PathStep;
import org.flowproof.enclose.taylor.Bounds;
import org.flowproof.enclose.taylor.Compensated;
import org.flowproof.enclose.taylor.Series;

/** How far a path jumps where one step follows another. */
final class NodeJump {
  private NodeJump() {}

  /** At least the distance of the path's start from the initial weights, for a neuron. */
  static double fromStart(FlowModel model, PathStep step, int j) {
    double[] parts = new double[model.d() + 1];
    for (int i = 0; i < model.d(); i++) {
      parts[i] = jump(step.hidden(j)[i], model.problem().initial().w().get(j, i));
    }
    parts[model.d()] = jump(step.outer(j), model.problem().initial().a().get(j));
    return Bounds.norm(parts);
  }

  /** At least the distance between the end of a step and the start of the next, for a neuron. */
  static double between(PathStep before, PathStep after, int neuron) {
    double sum = 0;
    Series[] from = before.hidden(neuron);
    Series[] to = after.hidden(neuron);
    for (int i = 0; i < from.length; i++) {
      double part = jump(from[i], to[i]);
      sum += part * part;
    }
    double part = jump(before.outer(neuron), after.outer(neuron));
    return Bounds.up(Math.sqrt(Bounds.up(sum + part * part)));
  }

  private static double jump(Series to, double from) {
    Compensated sum = new Compensated();
    sum.add(-from);
    return jump(sum, to);
  }

  private static double jump(Series from, Series to) {
    Compensated sum = new Compensated();
    for (int l = 0; l <= from.degree(); l++) {
      sum.add(-from.coefficient(l));
    }
    for (int l = 0; l < from.pairs(); l++) {
      sum.add(-from.rest(l));
    }
    return jump(sum, to);
  }

  private static double jump(Compensated sum, Series to) {
    sum.add(to.coefficient(0));
    if (to.pairs() > 0) {
      sum.add(to.rest(0));
    }
    return Bounds.up(Math.abs(sum.value()) + sum.error());
  }
}
