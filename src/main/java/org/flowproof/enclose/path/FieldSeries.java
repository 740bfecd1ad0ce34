package org.flowproof.enclose.path;

import org.flowproof.enclose.taylor.Bounds;
import org.flowproof.enclose.taylor.GatedSums;
import org.flowproof.enclose.taylor.Series;

/**
 * The vector field along one piece of a path, as Taylor models: residuals, pulls by group, and
 * velocities. On a kink that a neuron slides on, the sample is left out and the pull projected.
 */
public final class FieldSeries {
  private final FlowModel model;
  private final PathStep step;
  private final boolean line;
  private final Groups groups;
  private final Series[] residual;
  private final Series[][] pull;
  private final Series[][] pullOfGroup;

  /**
   * Evaluates the field.
   *
   * @throws IllegalArgumentException when a neuron slides on dependent samples
   */
  public FieldSeries(FlowModel model, PathStep step, Slidings slidings) {
    this.model = model;
    this.step = step;
    line = step.degree() == 1;
    Side[][] sides = new Side[model.m()][];
    for (int j = 0; j < sides.length; j++) {
      sides[j] = step.sides(j);
    }
    groups = new Groups(sides);
    residual = residuals();
    pullOfGroup = new Series[groups.count()][];
    pull = new Series[groups.count()][];
    GatedSums forces = GatedSums.of(samples(), residual, model.alpha());
    int[] signs = new int[model.n()];
    for (int g = 0; g < groups.count(); g++) {
      for (int k = 0; k < signs.length; k++) {
        signs[k] = groups.sides(g)[k].sign();
      }
      pullOfGroup[g] = pulls(forces.with(signs));
      int[] slides = model.kinks().slides(groups.sides(g));
      pull[g] = slides.length == 0 ? pullOfGroup[g] : projected(pullOfGroup[g], slides, slidings);
    }
  }

  private double[][] samples() {
    double[][] x = new double[model.n()][];
    for (int k = 0; k < x.length; k++) {
      x[k] = model.x(k);
    }
    return x;
  }

  /**
   * A weight as precisely as the field is worth knowing. A step that is a line is so short that
   * what a double leaves out of a velocity does not matter: the defect is that times the length.
   * Second doubles are dropped into the remainder, so that nothing is left out of any bound.
   */
  private Series asPrecise(Series weight) {
    return line ? weight.head(1) : weight;
  }

  /** What the neurons of a group contribute to outputs, by coordinate. */
  private Series[] group(int[] members) {
    Series[] result = new Series[model.d()];
    for (int i = 0; i < result.length; i++) {
      Series[] products = new Series[members.length];
      double[] ones = new double[members.length];
      for (int p = 0; p < members.length; p++) {
        products[p] =
            asPrecise(step.outer(members[p])).times(asPrecise(step.hidden(members[p])[i]));
        ones[p] = 1;
      }
      result[i] =
          products.length == 1 ? products[0] : Series.combination(ones, products, step.degree());
    }
    return result;
  }

  private Series[] residuals() {
    Series[][] rows = new Series[groups.count()][];
    for (int g = 0; g < rows.length; g++) {
      rows[g] = group(groups.members(g));
    }
    GatedSums outputs = GatedSums.of(rows, model.alpha());
    Series[] result = new Series[model.n()];
    int[] signs = new int[rows.length];
    for (int k = 0; k < result.length; k++) {
      for (int g = 0; g < signs.length; g++) {
        signs[g] = groups.sides(g)[k].sign();
      }
      Series[] weights = outputs.with(signs);
      result[k] = residual(k, Series.combination(model.x(k), weights, step.degree()));
    }
    return result;
  }

  private Series residual(int k, Series output) {
    double y = model.y(k);
    if (!model.logistic()) {
      return Series.constant(y, step.degree()).minus(output);
    }
    return SigmoidSeries.of(output.times(-y)).times(y);
  }

  private Series[] pulls(Series[] forces) {
    Series[] result = new Series[forces.length];
    for (int i = 0; i < result.length; i++) {
      result[i] = forces[i].times(model.multiplier()).over(model.divisor());
    }
    return result;
  }

  private Series[] projected(Series[] pulls, int[] slides, Slidings slidings) {
    Sliding sliding =
        slidings
            .on(slides)
            .orElseThrow(() -> new IllegalArgumentException("samples of a slide are dependent"));
    return sliding.projected(pulls, step.degree());
  }

  /** The residual of a sample. */
  public Series residual(int sample) {
    return residual[sample];
  }

  /** The pull on a neuron, projected where it slides. */
  public Series[] pull(int neuron) {
    return pull[groups.of(neuron)];
  }

  /** The pull without the samples of the slide, not projected. */
  public Series[] pullBesidesSlide(int neuron) {
    return pullOfGroup[groups.of(neuron)];
  }

  /** At least the norm of the pull on a neuron. */
  public double pullNorm(int neuron) {
    Series[] d = pull(neuron);
    double sum = 0;
    for (Series one : d) {
      sum += one.magnitude() * one.magnitude();
    }
    return Bounds.up(Math.sqrt(Bounds.up(sum)));
  }

  /**
   * The defect of a neuron: at least the norm of {@code p' - length * F(p)} for its hidden and
   * output weights, integrated over the step.
   */
  public double defect(int neuron) {
    Series[] d = pull(neuron);
    Series[] w = step.hidden(neuron);
    Series a = step.outer(neuron);
    Series speed = asPrecise(a);
    double sum = 0;
    Series work = null;
    for (int i = 0; i < w.length; i++) {
      Series velocity = speed.times(d[i]).times(step.length());
      double one = w[i].derivative().minus(velocity).magnitude();
      sum += one * one;
      if (model.bothLayers()) {
        Series part = asPrecise(w[i]).times(d[i]);
        work = work == null ? part : work.plus(part);
      }
    }
    double outer =
        work == null
            ? a.derivative().magnitude()
            : a.derivative().minus(work.times(step.length())).magnitude();
    return Bounds.up(Math.sqrt(Bounds.up(sum + outer * outer)));
  }

  /** The groups of neurons with the same sides. */
  public Groups groups() {
    return groups;
  }
}
