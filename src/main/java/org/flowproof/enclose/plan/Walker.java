package org.flowproof.enclose.plan;

import org.flowproof.enclose.path.FlowModel;
import org.flowproof.enclose.path.PathStep;
import org.flowproof.enclose.path.Side;
import org.flowproof.enclose.path.Slidings;
import org.flowproof.enclose.taylor.Series;

/** Where a path is: weights and sides, in plain doubles. */
final class Walker {
  private final FlowModel model;
  private final double[][] hidden;
  private final double[] outer;
  private final Side[][] sides;

  Walker(FlowModel model) {
    this.model = model;
    int m = model.m();
    hidden = new double[m][model.d()];
    outer = new double[m];
    sides = new Side[m][model.n()];
    for (int j = 0; j < m; j++) {
      outer[j] = model.problem().initial().a().get(j);
      for (int i = 0; i < model.d(); i++) {
        hidden[j][i] = model.problem().initial().w().get(j, i);
      }
      for (int k = 0; k < model.n(); k++) {
        sides[j][k] = preactivation(j, k) > 0 ? Side.PLUS : Side.MINUS;
      }
    }
  }

  private Walker(Walker other) {
    model = other.model;
    int m = model.m();
    hidden = new double[m][];
    sides = new Side[m][];
    outer = other.outer.clone();
    for (int j = 0; j < m; j++) {
      hidden[j] = other.hidden[j].clone();
      sides[j] = other.sides[j].clone();
    }
  }

  Walker copy() {
    return new Walker(this);
  }

  /** Goes back to where a copy was made. */
  void back(Walker copy) {
    for (int j = 0; j < outer.length; j++) {
      outer[j] = copy.outer[j];
      System.arraycopy(copy.hidden[j], 0, hidden[j], 0, hidden[j].length);
      System.arraycopy(copy.sides[j], 0, sides[j], 0, sides[j].length);
    }
  }

  double preactivation(int j, int k) {
    double sum = 0;
    double[] x = model.x(k);
    for (int i = 0; i < x.length; i++) {
      sum += x[i] * hidden[j][i];
    }
    return sum;
  }

  /** The residuals here. */
  double[] residuals() {
    double[] r = new double[model.n()];
    for (int k = 0; k < r.length; k++) {
      double h = 0;
      for (int j = 0; j < outer.length; j++) {
        h += outer[j] * model.gate(sides[j][k]) * preactivation(j, k);
      }
      double y = model.y(k);
      r[k] = model.logistic() ? y / (1 + Math.exp(y * h)) : y - h;
    }
    return r;
  }

  double norm(int j) {
    double sum = 0;
    for (double one : hidden[j]) {
      sum += one * one;
    }
    return Math.sqrt(sum);
  }

  double[][] hidden() {
    return hidden;
  }

  double[] hidden(int j) {
    return hidden[j];
  }

  double[] outer() {
    return outer;
  }

  Side[][] sides() {
    return sides;
  }

  /** Sides as they are, for a step that outlives later changes. */
  Side[][] sidesNow() {
    Side[][] copy = new Side[sides.length][];
    for (int j = 0; j < copy.length; j++) {
      copy[j] = sides[j].clone();
    }
    return copy;
  }

  /** Goes to the end of a step. */
  void follow(PathStep step) {
    for (int j = 0; j < outer.length; j++) {
      outer[j] = end(step.outer(j));
      for (int i = 0; i < model.d(); i++) {
        hidden[j][i] = end(step.hidden(j)[i]);
      }
    }
  }

  private static double end(Series series) {
    double sum = 0;
    for (int l = series.degree(); l > 0; l--) {
      sum += series.coefficient(l);
    }
    return series.coefficient(0) + sum;
  }

  /** Puts a neuron on a kink's side by a rounding, where it is not on it yet. */
  void nudge(int j, int k) {
    double[] x = model.x(k);
    int sign = sides[j][k].sign();
    double square = 0;
    for (double one : x) {
      square += one * one;
    }
    double margin = 3e-16 * norm(j) * Math.sqrt(square);
    for (int tries = 0; tries < 8; tries++) {
      double g = preactivation(j, k);
      if (sign * g >= margin) {
        return;
      }
      double by = (sign * 1.5 * margin - g) / square;
      for (int i = 0; i < x.length; i++) {
        hidden[j][i] += by * x[i];
      }
    }
  }

  /** Puts neurons back on their sides where a rounding has moved them across. */
  void keepSides() {
    for (int pass = 0; pass < 3; pass++) {
      boolean kept = true;
      for (int j = 0; j < outer.length; j++) {
        for (int k = 0; k < model.n(); k++) {
          if (sides[j][k] != Side.SLIDE && sides[j][k].sign() * preactivation(j, k) <= 0) {
            nudge(j, k);
            kept = false;
          }
        }
      }
      if (kept) {
        return;
      }
    }
  }

  /** Puts a neuron on the kinks that it slides on. */
  void project(int j, int[] samples, Slidings slidings) {
    var sliding = slidings.on(samples);
    if (sliding.isEmpty()) {
      return;
    }
    for (int pass = 0; pass < 2; pass++) {
      double[] off = new double[samples.length];
      for (int q = 0; q < off.length; q++) {
        off[q] = preactivation(j, samples[q]);
      }
      for (int p = 0; p < samples.length; p++) {
        double force = 0;
        for (int q = 0; q < off.length; q++) {
          force += sliding.get().gramInverse(p)[q] * off[q];
        }
        double[] x = model.x(samples[p]);
        for (int i = 0; i < x.length; i++) {
          hidden[j][i] -= force * x[i];
        }
      }
    }
  }
}
