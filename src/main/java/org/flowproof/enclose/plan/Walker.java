package org.flowproof.enclose.plan;

import java.util.Arrays;
import java.util.Optional;
import org.flowproof.enclose.path.FlowModel;
import org.flowproof.enclose.path.PathPoint;
import org.flowproof.enclose.path.PathStep;
import org.flowproof.enclose.path.Side;
import org.flowproof.enclose.path.Sliding;
import org.flowproof.enclose.path.Slidings;
import org.flowproof.enclose.taylor.PairSum;
import org.flowproof.enclose.taylor.Series;

/** Where a path is: weights and sides. Nothing is proven with it. */
final class Walker implements PathPoint {
  private static final int MOST_PASSES = 50;

  private final FlowModel model;
  private final Slidings slidings;
  private final double[][] hidden;
  private final double[][] hiddenRest;
  private final double[] outer;
  private final double[] outerRest;
  private final Side[][] sides;
  private final Precision precision;
  private final PairSum sum = new PairSum();

  Walker(FlowModel model, Slidings slidings, Precision precision) {
    this.model = model;
    this.slidings = slidings;
    this.precision = precision;
    int m = model.m();
    hiddenRest = new double[m][model.d()];
    outerRest = new double[m];
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
    slidings = other.slidings;
    precision = other.precision;
    int m = model.m();
    hidden = new double[m][];
    hiddenRest = new double[m][];
    outerRest = other.outerRest.clone();
    sides = new Side[m][];
    outer = other.outer.clone();
    for (int j = 0; j < m; j++) {
      hidden[j] = other.hidden[j].clone();
      hiddenRest[j] = other.hiddenRest[j].clone();
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
      outerRest[j] = copy.outerRest[j];
      System.arraycopy(copy.hiddenRest[j], 0, hiddenRest[j], 0, hidden[j].length);
      System.arraycopy(copy.hidden[j], 0, hidden[j], 0, hidden[j].length);
      System.arraycopy(copy.sides[j], 0, sides[j], 0, sides[j].length);
    }
  }

  double preactivation(int j, int k) {
    double[] x = model.x(k);
    if (precision.pairs() == 0) {
      double plain = 0;
      for (int i = 0; i < x.length; i++) {
        plain += x[i] * hidden[j][i];
      }
      return plain;
    }
    sum.clear();
    for (int i = 0; i < x.length; i++) {
      sum.addProduct(hidden[j][i], hiddenRest[j][i], x[i]);
    }
    return sum.high();
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
      end(step.outer(j));
      outer[j] = sum.high();
      outerRest[j] = rest();
      for (int i = 0; i < model.d(); i++) {
        end(step.hidden(j)[i]);
        hidden[j][i] = sum.high();
        hiddenRest[j][i] = rest();
      }
    }
  }

  private double rest() {
    return precision.pairs() == 0 ? 0 : sum.rest();
  }

  private void end(Series series) {
    sum.clear();
    for (int l = series.degree(); l >= 0; l--) {
      sum.add(series.coefficient(l));
    }
    for (int l = 0; l < series.pairs(); l++) {
      sum.add(series.rest(l));
    }
  }

  private void move(int j, double by, double[] direction) {
    for (int i = 0; i < direction.length; i++) {
      sum.clear();
      sum.add(hidden[j][i]);
      sum.add(hiddenRest[j][i]);
      sum.addProduct(by, direction[i]);
      hidden[j][i] = sum.high();
      hiddenRest[j][i] = rest();
    }
  }

  @Override
  public double hidden(int neuron, int coordinate) {
    return hidden[neuron][coordinate];
  }

  @Override
  public double hiddenRest(int neuron, int coordinate) {
    return hiddenRest[neuron][coordinate];
  }

  @Override
  public double outer(int neuron) {
    return outer[neuron];
  }

  @Override
  public double outerRest(int neuron) {
    return outerRest[neuron];
  }

  /** Puts a neuron elsewhere. */
  void place(int j, double[] weights) {
    System.arraycopy(weights, 0, hidden[j], 0, weights.length);
    Arrays.fill(hiddenRest[j], 0);
  }

  /** Puts a neuron on its sides of kinks, besides those that it slides on. */
  void nudge(int j, int[] kinks) {
    boolean moved = true;
    for (int pass = 0; moved && pass < MOST_PASSES; pass++) {
      moved = false;
      for (int k : kinks) {
        moved |= sides[j][k] != Side.SLIDE && nudge(j, k);
      }
    }
  }

  /** Puts a neuron on a kink's side by a rounding, where it is not on it yet. */
  private boolean nudge(int j, int k) {
    double[] x = model.x(k);
    double[] along = alongSlide(j, x);
    int sign = sides[j][k].sign();
    double square = 0;
    for (int i = 0; i < x.length; i++) {
      square += along[i] * x[i];
    }
    double margin = 3 * precision.unit() * norm(j) * model.sampleNorm(k);
    for (int tries = 0; tries < 8; tries++) {
      double g = preactivation(j, k);
      if (sign * g >= margin) {
        return tries > 0;
      }
      move(j, (sign * 1.5 * margin - g) / square, along);
    }
    return true;
  }

  /** The part of a sample along the kinks that a neuron slides on. */
  private double[] alongSlide(int j, double[] x) {
    int[] samples = Sliding.samples(sides[j]);
    var sliding = samples.length == 0 ? Optional.<Sliding>empty() : slidings.on(samples);
    if (sliding.isEmpty()) {
      return x;
    }
    double[] along = new double[x.length];
    double size = 0;
    for (int i = 0; i < x.length; i++) {
      for (int l = 0; l < x.length; l++) {
        along[i] += sliding.get().projection(i)[l] * x[l];
      }
      size += along[i] * x[i];
    }
    return size > 0 ? along : x;
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
  void project(int j, int[] samples) {
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
        move(j, -force, model.x(samples[p]));
      }
    }
  }
}
