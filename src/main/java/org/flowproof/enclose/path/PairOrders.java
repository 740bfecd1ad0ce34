package org.flowproof.enclose.path;

import org.flowproof.enclose.taylor.PairSum;
import org.flowproof.enclose.taylor.PairVector;
import org.flowproof.enclose.taylor.Series;

/**
 * The low orders of {@link TaylorCoefficients}, each coefficient in two doubles: the rounded value
 * in its arrays, the rest here.
 */
final class PairOrders {
  private final FlowModel model;
  private final Groups groups;
  private final Sliding[] slides;
  private final double[][][] w;
  private final double[][][] wRest;
  private final double[][] a;
  private final double[][] aRest;
  private final double[][] residual;
  private final double[][] residualRest;
  private final double[][][] pull;
  private final double[][][] pullRest;
  private final double[][][] unprojected;
  private final double[][] output;
  private final double[][] outputRest;
  private final double[][] gates;
  private final double[][] gatesOfSamples;
  private final PairSum sum = new PairSum();
  private double length;

  /**
   * For the low orders of a table.
   *
   * @param count how many of them are in two doubles
   */
  PairOrders(FlowModel model, OrderTable table, int count) {
    this.model = model;
    groups = table.groups;
    slides = table.slides;
    gates = table.gates;
    gatesOfSamples = new double[count == 0 ? 0 : model.n()][groups.count()];
    for (int k = 0; k < gatesOfSamples.length; k++) {
      for (int g = 0; g < gates.length; g++) {
        gatesOfSamples[k][g] = gates[g][k];
      }
    }
    w = table.w;
    a = table.a;
    residual = table.residual;
    pull = table.pull;
    unprojected = table.unprojected;
    wRest = new double[model.m()][model.d()][count];
    aRest = new double[model.m()][count];
    residualRest = new double[count][model.n()];
    pullRest = new double[groups.count()][model.d()][count];
    output = new double[groups.count()][model.d()];
    outputRest = new double[groups.count()][model.d()];
  }

  /** How many orders are in two doubles. */
  int count() {
    return residualRest.length;
  }

  /** Rests of the coefficients of a hidden weight. */
  double[] hidden(int neuron, int coordinate) {
    return wRest[neuron][coordinate];
  }

  /** Rests of the coefficients of an output weight. */
  double[] outer(int neuron) {
    return aRest[neuron];
  }

  /** Takes the rests of order 0 from a point. */
  void start(PathPoint point, double time) {
    length = time;
    for (int j = 0; count() > 0 && j < model.m(); j++) {
      aRest[j][0] = point.outerRest(j);
      for (int i = 0; i < model.d(); i++) {
        wRest[j][i][0] = point.hiddenRest(j, i);
      }
    }
  }

  /** Computes what belongs to an order, and the weights of the next. */
  void compute(int order) {
    outputs(order);
    residuals(order);
    pulls(order);
    advance(order);
  }

  private void outputs(int order) {
    for (int g = 0; g < groups.count(); g++) {
      for (int i = 0; i < model.d(); i++) {
        sum.clear();
        for (int j : groups.members(g)) {
          for (int l = 0; l <= order; l++) {
            sum.addProduct(a[j][l], aRest[j][l], w[j][i][order - l], wRest[j][i][order - l]);
          }
        }
        output[g][i] = sum.high();
        outputRest[g][i] = sum.rest();
      }
    }
  }

  private void residuals(int order) {
    PairVector outputs = new PairVector(model.n());
    PairVector dots = new PairVector(model.n());
    for (int g = 0; g < gates.length; g++) {
      dots.clear();
      for (int i = 0; i < model.d(); i++) {
        dots.addTimes(output[g][i], outputRest[g][i], model.column(i));
      }
      outputs.addProducts(gates[g], dots);
    }
    for (int k = 0; k < model.n(); k++) {
      sum.clear();
      sum.add(order == 0 ? model.y(k) : 0);
      sum.add(-outputs.high(k));
      sum.add(-outputs.rest(k));
      residual[order][k] = sum.high();
      residualRest[order][k] = sum.rest();
    }
  }

  private void pulls(int order) {
    PairVector[] forces = new PairVector[model.d()];
    for (int i = 0; i < forces.length; i++) {
      PairVector products = new PairVector(model.n());
      products.addProducts(model.column(i), residual[order], residualRest[order]);
      forces[i] = new PairVector(groups.count());
      for (int k = 0; k < model.n(); k++) {
        forces[i].addTimes(products.high(k), products.rest(k), gatesOfSamples[k]);
      }
    }
    for (int g = 0; g < groups.count(); g++) {
      pull(g, order, forces);
    }
  }

  private void pull(int g, int order, PairVector[] forces) {
    double[] all = new double[forces.length];
    double[] allRest = new double[forces.length];
    for (int i = 0; i < all.length; i++) {
      sum.clear();
      sum.add(forces[i].high(g));
      sum.add(forces[i].rest(g));
      sum.times(model.multiplier());
      sum.over(model.divisor());
      all[i] = sum.high();
      allRest[i] = sum.rest();
      unprojected[g][i][order] = all[i];
    }
    for (int i = 0; i < all.length; i++) {
      sum.clear();
      if (slides[g] == null) {
        sum.add(all[i]);
        sum.add(allRest[i]);
      } else {
        double[] row = slides[g].projection(i);
        double[] rowRest = slides[g].projectionRest(i);
        for (int l = 0; l < all.length; l++) {
          sum.addProduct(row[l], rowRest[l], all[l], allRest[l]);
        }
      }
      pull[g][i][order] = sum.high();
      pullRest[g][i][order] = sum.rest();
    }
  }

  private void advance(int order) {
    for (int j = 0; j < model.m(); j++) {
      double[][] d = pull[groups.of(j)];
      double[][] dRest = pullRest[groups.of(j)];
      for (int i = 0; i < model.d(); i++) {
        sum.clear();
        for (int l = 0; l <= order; l++) {
          sum.addProduct(a[j][l], aRest[j][l], d[i][order - l], dRest[i][order - l]);
        }
        put(w[j][i], wRest[j][i], order + 1);
      }
      sum.clear();
      for (int i = 0; model.bothLayers() && i < model.d(); i++) {
        for (int l = 0; l <= order; l++) {
          sum.addProduct(w[j][i][l], wRest[j][i][l], d[i][order - l], dRest[i][order - l]);
        }
      }
      put(a[j], aRest[j], order + 1);
    }
  }

  private void put(double[] high, double[] rest, int order) {
    sum.times(length);
    sum.over(order);
    high[order] = sum.high();
    if (order < rest.length) {
      rest[order] = sum.rest();
    }
  }

  /**
   * A polynomial for a step of another length.
   *
   * @param high coefficients for that step, rounded; those of low orders are replaced
   * @param coefficients for the length of {@link #start}, with their rests
   */
  Series scaled(double[] high, double[] coefficients, double[] rests, double exactLength) {
    double ratio = exactLength / length;
    double ratioRest = Math.fma(-ratio, length, exactLength) / length;
    double[] low = new double[rests.length];
    double power = 1;
    double powerRest = 0;
    for (int l = 0; l < low.length; l++) {
      sum.clear();
      sum.addProduct(coefficients[l], rests[l], power, powerRest);
      high[l] = sum.high();
      low[l] = sum.rest();
      sum.clear();
      sum.addProduct(power, powerRest, ratio, ratioRest);
      power = sum.high();
      powerRest = sum.rest();
    }
    return Series.exact(high, low);
  }
}
