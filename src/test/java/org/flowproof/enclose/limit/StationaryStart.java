package org.flowproof.enclose.limit;

import static org.flowproof.problem.Vectors.dot;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.flowproof.enclose.Flows;
import org.flowproof.problem.Loss;
import org.flowproof.problem.Network;
import org.flowproof.problem.Problem;

/**
 * A random start near a stationary point at which labels need not be fitted. The first neuron may
 * start on the kinks of the first samples, in exact arithmetic, held there by what the others leave
 * of the labels. Some neurons are light, and some samples nearly orthogonal to a neuron.
 */
final class StationaryStart {
  private static final int TRIES = 40;

  private final Random random;
  private final int kinks;
  private final double slope;
  private final double[][] x;
  private final double[][] w;
  private final double[] a;

  private StationaryStart(Random random, int kinks) {
    this.random = random;
    this.kinks = kinks;
    int d = kinks > 1 ? 3 : 2 + random.nextInt(2);
    int m = 1 + random.nextInt(kinks > 0 ? 2 : 3);
    int n = kinks + 1 + random.nextInt(kinks > 0 ? 8 : 6);
    slope = random.nextInt(3) == 0 ? 0.25 : 0;
    a = eighths(m);
    w = new double[m][];
    for (int j = 0; j < m; j++) {
      w[j] = eighths(d);
      double scale = random.nextInt(4) == 0 ? Math.scalb(1.0, -random.nextInt(10)) : 1;
      a[j] *= scale;
      if (random.nextBoolean()) {
        w[j] = Arrays.stream(w[j]).map(one -> one * scale).toArray();
      }
    }
    x = new double[n][];
    for (int k = 0; k < n; k++) {
      x[k] = k < kinks ? across(w[0], k) : eighths(d);
      if (k >= kinks && random.nextInt(6) == 0) {
        double[] near = across(w[random.nextInt(m)], random.nextInt(d - 1));
        double by = Math.scalb(1.0, -random.nextInt(9));
        for (int i = 0; i < d; i++) {
          x[k][i] = near[i] + by * x[k][i];
        }
      }
    }
  }

  /**
   * Draws a problem.
   *
   * @param kinks of the first neuron
   */
  static Problem of(Random random, int kinks) {
    return new StationaryStart(random, kinks).problem();
  }

  private double eighth() {
    int number = random.nextInt(16) + 1;
    return (random.nextBoolean() ? number : -number) / 8.0;
  }

  private double[] eighths(int count) {
    return IntStream.range(0, count).mapToDouble(i -> eighth()).toArray();
  }

  /** A vector that is orthogonal to another one, of about the length 1. */
  private double[] across(double[] to, int at) {
    double[] result = new double[to.length];
    double size = Math.scalb(random.nextBoolean() ? 1.0 : -1.0, -Math.getExponent(to[at]));
    result[at] = -size * to[at + 1];
    result[at + 1] = size * to[at];
    return result;
  }

  private double gate(int j, int k) {
    return dot(w[j], x[k]) > 0 ? 1 : slope;
  }

  /** What is to be subtracted, of the first samples, to be along their kinks. */
  private double[] parts(double[] v) {
    double[] parts = new double[kinks];
    if (kinks == 1) {
      parts[0] = dot(v, x[0]) / dot(x[0], x[0]);
    } else if (kinks == 2) {
      double first = dot(x[0], x[0]);
      double mixed = dot(x[0], x[1]);
      double second = dot(x[1], x[1]);
      double size = first * second - mixed * mixed;
      parts[0] = (second * dot(v, x[0]) - mixed * dot(v, x[1])) / size;
      parts[1] = (first * dot(v, x[1]) - mixed * dot(v, x[0])) / size;
    }
    return parts;
  }

  /** Random residuals that pull no neuron along its kinks, to first order. */
  private double[] balanced() {
    double[] rest = random.doubles(x.length, -1, 1).toArray();
    List<double[]> basis = new ArrayList<>();
    for (int j = 0; j < w.length; j++) {
      for (int i = 0; i < w[j].length; i++) {
        double[] column = new double[x.length];
        for (int k = 0; k < column.length; k++) {
          double along = x[k][i];
          double[] parts = j == 0 ? parts(x[k]) : new double[0];
          for (int p = 0; p < parts.length; p++) {
            along -= parts[p] * x[p][i];
          }
          column[k] = gate(j, k) * along;
        }
        basis.forEach(one -> less(column, one));
        double size = Math.sqrt(dot(column, column));
        if (size > 1e-6) {
          basis.add(Arrays.stream(column).map(c -> c / size).toArray());
        }
      }
    }
    basis.forEach(one -> less(rest, one));
    return rest;
  }

  private static void less(double[] v, double[] unit) {
    double part = dot(unit, v);
    for (int k = 0; k < v.length; k++) {
      v[k] -= part * unit[k];
    }
  }

  /** Whether residuals hold the first neuron on its kinks. */
  private boolean holds(double[] r) {
    double[] pull = new double[w[0].length];
    for (int k = kinks; k < r.length; k++) {
      for (int i = 0; i < pull.length; i++) {
        pull[i] += gate(0, k) * r[k] * x[k][i];
      }
    }
    double[] parts = parts(pull);
    for (int p = 0; p < kinks; p++) {
      double gate = -parts[p] / r[p];
      if (!(a[0] * r[p] < 0 && gate > slope && gate < 1)) {
        return false;
      }
    }
    return true;
  }

  private Problem problem() {
    double by = Math.scalb(1.0, -random.nextInt(14));
    double[] rest = new double[x.length];
    for (int tries = 0; kinks > 0 && tries < TRIES; tries++) {
      rest = balanced();
      if (holds(rest)) {
        break;
      }
    }
    double[] y = new double[x.length];
    for (int k = 0; k < y.length; k++) {
      for (int j = 0; j < w.length; j++) {
        double g = dot(w[j], x[k]);
        y[k] += a[j] * (g > 0 ? g : slope * g);
      }
      y[k] += rest[k] + by * random.nextInt(-8, 9) / 8.0;
    }
    Network.Trained trained = random.nextInt(3) == 0 ? Network.Trained.FIRST : Network.Trained.BOTH;
    return Flows.of(x, y, w, a, slope, Loss.Kind.SQUARED, trained, 1);
  }
}
