package org.flowproof.enclose.path;

import org.flowproof.enclose.taylor.Series;

/**
 * The derivative of the field along one piece of a path, with the gates of the path, for some
 * neurons. It is symmetric where both layers are trained. Displacements have one entry for each
 * weight that is trained, neuron by neuron: hidden weights first, then the output weight.
 */
public final class Linearization {
  private final FlowModel model;
  private final int[] neurons;
  private final int width;
  private final int degree;
  private final double length;
  private final Groups groups;
  private final Sliding[] slidings;
  private final Series[][] w;
  private final Series[] a;
  private final Series[][] pull;

  /**
   * The derivative for the neurons named.
   *
   * @param field of the same piece
   * @param degree of the polynomials that it takes and gives
   * @throws IllegalArgumentException when a neuron slides on dependent samples, or the loss is the
   *     logistic one
   */
  public Linearization(
      FlowModel model,
      PathStep step,
      FieldSeries field,
      Slidings slidings,
      int[] neurons,
      int degree) {
    if (model.logistic()) {
      throw new IllegalArgumentException("the derivative is that of the squared loss");
    }
    this.model = model;
    this.neurons = neurons;
    this.degree = degree;
    width = model.bothLayers() ? model.d() + 1 : model.d();
    length = step.length();
    Side[][] sides = new Side[neurons.length][];
    w = new Series[neurons.length][];
    a = new Series[neurons.length];
    pull = new Series[neurons.length][];
    this.slidings = new Sliding[neurons.length];
    for (int p = 0; p < neurons.length; p++) {
      int j = neurons[p];
      sides[p] = step.sides(j);
      w[p] = heads(step.hidden(j));
      a[p] = step.outer(j).head(degree);
      pull[p] = heads(field.pull(j));
      int[] samples = model.kinks().slides(sides[p]);
      if (samples.length > 0) {
        this.slidings[p] =
            slidings
                .on(samples)
                .orElseThrow(() -> new IllegalArgumentException("samples of a slide depend"));
      }
    }
    groups = new Groups(sides);
  }

  private Series[] heads(Series[] series) {
    Series[] heads = new Series[series.length];
    for (int i = 0; i < heads.length; i++) {
      heads[i] = series[i].head(degree);
    }
    return heads;
  }

  /** Trained weights of a neuron. */
  public int width() {
    return width;
  }

  /**
   * The derivative times the length of the step, applied to a displacement.
   *
   * @param displacement polynomials of the degree, {@code neurons * width}
   */
  public Series[] apply(Series[] displacement) {
    int d = model.d();
    Series[][] hidden = new Series[neurons.length][];
    Series[] outer = new Series[neurons.length];
    for (int p = 0; p < neurons.length; p++) {
      hidden[p] = java.util.Arrays.copyOfRange(displacement, p * width, p * width + d);
      if (slidings[p] != null) {
        hidden[p] = slidings[p].projected(hidden[p], degree);
      }
      outer[p] = model.bothLayers() ? displacement[p * width + d] : null;
    }
    Series[][] change = pullChanges(hidden, outer);
    Series[] result = new Series[displacement.length];
    for (int p = 0; p < neurons.length; p++) {
      Series[] lost = change[groups.of(p)];
      Series work = null;
      for (int i = 0; i < d; i++) {
        Series speed = a[p].times(lost[i]);
        if (outer[p] != null) {
          speed = speed.plus(outer[p].times(pull[p][i]));
          Series part = hidden[p][i].times(pull[p][i]).plus(w[p][i].times(lost[i]));
          work = work == null ? part : work.plus(part);
        }
        result[p * width + i] = speed.times(length);
      }
      if (work != null) {
        result[p * width + d] = work.times(length);
      }
    }
    return result;
  }

  /** The change of the pull on every group. */
  private Series[][] pullChanges(Series[][] hidden, Series[] outer) {
    int d = model.d();
    Series[] terms = new Series[groups.count() * d];
    for (int p = 0; p < neurons.length; p++) {
      for (int i = 0; i < d; i++) {
        Series one = a[p].times(hidden[p][i]);
        if (outer[p] != null) {
          one = one.plus(outer[p].times(w[p][i]));
        }
        int at = groups.of(p) * d + i;
        terms[at] = terms[at] == null ? one : terms[at].plus(one);
      }
    }
    Series[] outputs = new Series[model.n()];
    double[] factors = new double[terms.length];
    double[] rests = new double[terms.length];
    for (int k = 0; k < outputs.length; k++) {
      for (int g = 0; g < groups.count(); g++) {
        for (int i = 0; i < d; i++) {
          factors[g * d + i] = model.gated(k, i, groups.sides(g)[k]);
          rests[g * d + i] = model.gatedRest(k, i, groups.sides(g)[k]);
        }
      }
      outputs[k] = Series.combination(factors, rests, terms, degree);
    }
    Series[][] changes = new Series[groups.count()][d];
    double[] gates = new double[outputs.length];
    double[] below = new double[outputs.length];
    for (int g = 0; g < changes.length; g++) {
      for (int i = 0; i < d; i++) {
        for (int k = 0; k < gates.length; k++) {
          gates[k] = model.gated(k, i, groups.sides(g)[k]);
          below[k] = model.gatedRest(k, i, groups.sides(g)[k]);
        }
        changes[g][i] =
            Series.combination(gates, below, outputs, degree)
                .times(-model.multiplier())
                .over(model.divisor());
      }
      Sliding sliding = slidings[groups.members(g)[0]];
      if (sliding != null) {
        changes[g] = sliding.projected(changes[g], degree);
      }
    }
    return changes;
  }

  /**
   * Coefficients of a displacement that follows the derivative, in plain doubles.
   *
   * @param start its value at the start, {@code neurons * width}
   * @return {@code neurons * width} polynomials of the degree; the value at 0 is the start exactly
   */
  public double[][] follow(double[] start) {
    double[][] y = new double[start.length][degree + 1];
    for (int i = 0; i < start.length; i++) {
      y[i][0] = start[i];
    }
    int d = model.d();
    double[][][] hidden = new double[neurons.length][d][degree];
    double[][][] lost = new double[groups.count()][d][degree];
    for (int order = 0; order < degree; order++) {
      double[][] terms = new double[groups.count()][d];
      for (int p = 0; p < neurons.length; p++) {
        double[] now = new double[d];
        for (int i = 0; i < d; i++) {
          now[i] = y[p * width + i][order];
        }
        now = slidings[p] == null ? now : slidings[p].projected(now);
        for (int i = 0; i < d; i++) {
          hidden[p][i][order] = now[i];
          double sum = product(a[p], hidden[p][i], order);
          if (width > d) {
            sum += product(w[p][i], y[p * width + d], order);
          }
          terms[groups.of(p)][i] += sum;
        }
      }
      double[][] change = change(terms);
      for (int g = 0; g < change.length; g++) {
        for (int i = 0; i < d; i++) {
          lost[g][i][order] = change[g][i];
        }
      }
      for (int p = 0; p < neurons.length; p++) {
        double work = 0;
        for (int i = 0; i < d; i++) {
          double[] less = lost[groups.of(p)][i];
          double speed = product(a[p], less, order);
          if (width > d) {
            speed += product(pull[p][i], y[p * width + d], order);
            work += product(pull[p][i], hidden[p][i], order) + product(w[p][i], less, order);
          }
          y[p * width + i][order + 1] = length * speed / (order + 1);
        }
        if (width > d) {
          y[p * width + d][order + 1] = length * work / (order + 1);
        }
      }
    }
    return y;
  }

  private static double product(Series series, double[] other, int order) {
    double sum = 0;
    for (int l = 0; l <= order; l++) {
      sum += series.coefficient(l) * other[order - l];
    }
    return sum;
  }

  private double[][] change(double[][] terms) {
    int d = model.d();
    double[][] change = new double[terms.length][d];
    double factor = -model.multiplier() / model.divisor();
    for (int k = 0; k < model.n(); k++) {
      double output = 0;
      for (int g = 0; g < terms.length; g++) {
        for (int i = 0; i < d; i++) {
          output += model.gated(k, i, groups.sides(g)[k]) * terms[g][i];
        }
      }
      for (int g = 0; g < terms.length; g++) {
        for (int i = 0; i < d; i++) {
          change[g][i] += factor * model.gated(k, i, groups.sides(g)[k]) * output;
        }
      }
    }
    for (int g = 0; g < terms.length; g++) {
      Sliding sliding = slidings[groups.members(g)[0]];
      change[g] = sliding == null ? change[g] : sliding.projected(change[g]);
    }
    return change;
  }
}
