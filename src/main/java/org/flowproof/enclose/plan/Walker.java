package org.flowproof.enclose.plan;

import java.util.Arrays;
import org.flowproof.enclose.path.FlowModel;
import org.flowproof.enclose.path.PathPoint;
import org.flowproof.enclose.path.PathStep;
import org.flowproof.enclose.path.Side;
import org.flowproof.enclose.taylor.PairSum;
import org.flowproof.enclose.taylor.Series;

/** Where a path is: weights and sides. Nothing is proven with it. */
final class Walker implements PathPoint {
  /** More than the rounding of a plain inner product, relative to both norms. */
  static final double ROUGH = 1e-14;

  private final FlowModel model;
  private final double[][] hidden;
  private final double[][] hiddenRest;
  private final double[] outer;
  private final double[] outerRest;
  private final Side[][] sides;
  private final Precision precision;
  private Side[][] lastSides;
  private final PairSum sum = new PairSum();

  Walker(FlowModel model, Precision precision) {
    this.model = model;
    this.precision = precision;
    int m = model.m();
    hiddenRest = new double[m][model.d()];
    outerRest = new double[m];
    hidden = new double[m][model.d()];
    outer = new double[m];
    sides = new Side[m][model.n()];
    lastSides = new Side[m][];
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
    precision = other.precision;
    int m = model.m();
    hidden = new double[m][];
    hiddenRest = new double[m][];
    outerRest = other.outerRest.clone();
    sides = new Side[m][];
    lastSides = other.lastSides;
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

  /**
   * As precisely as its weights are known: beside a kink the sign of a rounded sum says nothing.
   */
  double preactivation(int j, int k) {
    double[] x = model.x(k);
    sum.clear();
    for (int i = 0; i < x.length; i++) {
      sum.addProduct(hidden[j][i], hiddenRest[j][i], x[i]);
    }
    return sum.high();
  }

  /**
   * The preactivations of a neuron for all samples, up to less than {@link #ROUGH} times both
   * norms.
   */
  double[] roughPreactivations(int j) {
    double[] g = new double[model.n()];
    for (int i = 0; i < hidden[j].length; i++) {
      double factor = hidden[j][i];
      double[] column = model.column(i);
      for (int k = 0; k < g.length; k++) {
        g[k] += factor * column[k];
      }
    }
    return g;
  }

  /** The residuals here. */
  double[] residuals() {
    double[] h = new double[model.n()];
    for (int j = 0; j < outer.length; j++) {
      double[] g = roughPreactivations(j);
      for (int k = 0; k < h.length; k++) {
        h[k] += outer[j] * model.gate(sides[j][k]) * g[k];
      }
    }
    double[] r = new double[h.length];
    for (int k = 0; k < r.length; k++) {
      double y = model.y(k);
      r[k] = model.logistic() ? y / (1 + Math.exp(y * h[k])) : y - h[k];
    }
    return r;
  }

  /** {@code a_j r_k} here: negative at a convex kink, positive at a concave one. */
  double bend(int j, int k) {
    return outer[j] * model.kinks().of(k).residual(residuals());
  }

  double norm(int j) {
    double sum = 0;
    for (double one : hidden[j]) {
      sum += one * one;
    }
    return Math.sqrt(sum);
  }

  /**
   * What distances of a neuron from kinks are small against: the norm of its hidden weights, or, in
   * one dimension, where these are 0 on the kink, of all its weights.
   */
  double scale(int j) {
    return model.d() == 1 ? size(j) : norm(j);
  }

  /** The norm of all weights of a neuron. */
  double size(int j) {
    double norm = norm(j);
    return Math.sqrt(norm * norm + outer[j] * outer[j]);
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

  /**
   * Sides as they are, for a step that outlives later changes. Those of neurons that stay on theirs
   * are shared between steps, which are many.
   */
  Side[][] sidesNow() {
    Side[][] copy = new Side[sides.length][];
    for (int j = 0; j < copy.length; j++) {
      copy[j] = Arrays.equals(sides[j], lastSides[j]) ? lastSides[j] : sides[j].clone();
    }
    lastSides = copy;
    return copy.clone();
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

  /** Moves the hidden weights of a neuron. */
  void move(int j, double by, double[] direction) {
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
}
