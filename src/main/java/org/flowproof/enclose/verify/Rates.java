package org.flowproof.enclose.verify;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.flowproof.enclose.interval.Interval;

/**
 * Residuals and pulls along a step, and from them the rates at which errors grow. A sliding path is
 * compared by way of its projection on the kinks, which Filippov's solutions may follow when the
 * gates there lie between the slopes; the projection is at most {@link #displacement} away.
 */
final class Rates {
  final Polynomial[] residual;
  final Polynomial[][] pull;
  final double[] displacement;
  private final Given given;
  private final Step step;
  private final double[] defect;
  private final double[] size;
  private final double[] pullNorm;

  /** At least the change of an output by |x_k|, from the path to its projections. */
  private final double projected;

  Rates(Given given, Step step) {
    this.given = given;
    this.step = step;
    residual = residuals();
    pull = new Polynomial[given.m][];
    defect = new double[given.m];
    size = new double[given.m];
    pullNorm = new double[given.m];
    displacement = new double[given.m];
    Map<String, Slide> slides = new HashMap<>();
    Interval moved = Interval.ZERO;
    for (int j = 0; j < given.m; j++) {
      if (step.sides[j].indexOf('0') >= 0) {
        Slide slide = slides.computeIfAbsent(step.sides[j], sides -> new Slide(given, sides));
        Polynomial[] off = new Polynomial[slide.samples.length];
        for (int p = 0; p < off.length; p++) {
          off[p] = Polynomial.exact(given.x[slide.samples[p]], step.hidden[j]);
        }
        Interval root = Interval.of(slide.inverseNorm).sqrt();
        displacement[j] = root.times(Polynomial.magnitude(off)).upper();
        moved = moved.plus(Interval.of(displacement[j]).times(step.outer[j].magnitude()));
      }
    }
    projected = moved.upper();
    Map<String, Polynomial[]> rests = new HashMap<>();
    for (int j = 0; j < given.m; j++) {
      Polynomial[] rest = rests.computeIfAbsent(step.sides[j], this::rest);
      Slide slide = slides.get(step.sides[j]);
      pull[j] = rest;
      Interval outside = Interval.ZERO;
      if (slide != null) {
        Polynomial[] forces = slide.forces(given, rest);
        outside = outside(slide, forces).times(step.outer[j].magnitude());
        pull[j] = rest.clone();
        for (int i = 0; i < given.d; i++) {
          for (int p = 0; p < forces.length; p++) {
            pull[j][i] = pull[j][i].plus(forces[p].times(given.x[slide.samples[p]][i]));
          }
        }
      }
      pullNorm[j] = Polynomial.magnitude(pull[j]);
      size[j] = sizes(j);
      Interval shift = Interval.of(given.lipschitz).times(projected).times(size[j]);
      defect[j] = shift.plus(outside).times(step.length).plus(residue(j)).upper();
    }
  }

  private double sizes(int j) {
    if (!given.both) {
      return step.outer[j].magnitude();
    }
    Polynomial[] all = Arrays.copyOf(step.hidden[j], given.d + 1);
    all[given.d] = step.outer[j];
    return Polynomial.magnitude(all);
  }

  private Polynomial[] residuals() {
    Map<String, Polynomial[]> products = new HashMap<>();
    for (int j = 0; j < given.m; j++) {
      Polynomial[] sums = products.computeIfAbsent(step.sides[j], s -> zeros());
      for (int i = 0; i < given.d; i++) {
        sums[i] = sums[i].plus(step.outer[j].times(step.hidden[j][i]));
      }
    }
    Polynomial[] result = new Polynomial[given.n];
    for (int k = 0; k < given.n; k++) {
      result[k] = Polynomial.of(given.y[k]);
      for (Map.Entry<String, Polynomial[]> entry : products.entrySet()) {
        double gate = given.gate(entry.getKey().charAt(k));
        Polynomial output = Slide.combination(given.x[k], entry.getValue());
        result[k] = gate == 0 ? result[k] : result[k].minus(output.times(gate));
      }
    }
    return result;
  }

  private Polynomial[] zeros() {
    Polynomial[] zeros = new Polynomial[given.d];
    Arrays.fill(zeros, Polynomial.ZERO);
    return zeros;
  }

  /** The pull without the samples of slides. */
  private Polynomial[] rest(String sides) {
    Polynomial[] sum = zeros();
    for (int k = 0; k < given.n; k++) {
      double gate = given.gate(sides.charAt(k));
      for (int i = 0; i < given.d && gate != 0; i++) {
        sum[i] = sum[i].plus(residual[k].times(Interval.of(gate).times(given.x[k][i])));
      }
    }
    for (int i = 0; i < given.d; i++) {
      sum[i] = sum[i].times(given.factor);
    }
    return sum;
  }

  /** What is missing of {@code p' = length F(p)}, integrated over the step. */
  private double residue(int j) {
    Polynomial[] parts = new Polynomial[given.d + 1];
    Polynomial work = Polynomial.ZERO;
    for (int i = 0; i < given.d; i++) {
      Polynomial velocity = step.outer[j].times(pull[j][i]).times(step.length);
      parts[i] = step.hidden[j][i].derivative().minus(velocity);
      work = work.plus(step.hidden[j][i].times(pull[j][i]));
    }
    Polynomial still = given.both ? work.times(step.length) : Polynomial.ZERO;
    parts[given.d] = step.outer[j].derivative().minus(still);
    return Polynomial.magnitude(parts);
  }

  /** By how much gates that hold a neuron on its kinks may lie outside the slopes, as a pull. */
  private Interval outside(Slide slide, Polynomial[] forces) {
    double shift =
        Interval.of(given.lipschitz)
            .times(slide.inverseNorm)
            .plus(given.factor)
            .times(slide.size)
            .times(projected)
            .upper();
    Interval outside = Interval.ZERO;
    for (int p = 0; p < forces.length; p++) {
      Polynomial full = residual[slide.samples[p]].times(given.factor);
      int sign = full.coefficient(0).lower() > 0 ? 1 : -1;
      double above = full.minus(forces[p]).times(sign).lower();
      double below = forces[p].minus(full.times(given.alpha)).times(sign).lower();
      Interval missing = Interval.of(shift).minus(Math.min(above, below)).max(Interval.ZERO);
      outside = outside.plus(missing.times(given.norm[slide.samples[p]]));
    }
    return outside;
  }

  double defect(int j) {
    return defect[j];
  }

  double size(int j, double[] tube) {
    return Interval.of(size[j]).plus(tube[j]).upper();
  }

  double coupling() {
    return Interval.of(given.coupling).times(step.length).upper();
  }

  /** At least the change of an output by |x_k|, from the path to the tube. */
  double outputShift(double[] tube) {
    Interval sum = Interval.ZERO;
    for (int l = 0; l < tube.length; l++) {
      sum = sum.plus(Interval.of(size(l, tube)).times(tube[l]));
    }
    return sum.upper();
  }

  /** At least the change of a pull, at the gates of the path, from the path to the tube. */
  double pullShift(double[] tube) {
    return Interval.of(outputShift(tube)).plus(projected).times(given.lipschitz).upper();
  }

  double growth(int j, double[] tube) {
    Interval rate = Interval.of(pullNorm[j]).plus(pullShift(tube)).times(step.length);
    return given.both ? rate.upper() : 0;
  }
}
