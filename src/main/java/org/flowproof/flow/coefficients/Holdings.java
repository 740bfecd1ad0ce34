package org.flowproof.flow.coefficients;

import java.util.Arrays;
import java.util.Optional;

/**
 * Which neurons of a stretch are held on kinks, and what that does to them and to the margins. A
 * held neuron is taken to be exactly on its kinks. Gradient descent hops about them by no more than
 * its steps, which the bounds here are for. Immutable.
 */
final class Holdings {
  private final CoefficientModel model;
  private final double[] gates;
  private final byte[] sides;

  /** By neuron; null for one that is not held. */
  private final HeldKinks[] held;

  /** Bounds what hopping does to the margins, n x n, times pulls; empty when none is held. */
  private final double[] hopping;

  /**
   * Those that sides tell of. What was accumulated at held samples is put where it has the neurons
   * exactly on their kinks.
   *
   * @param gates 0 where a neuron is held
   * @param c gated pulls before the stretch, m x n
   * @param errors of c, by pattern
   * @param before those of the stretch before, from which is taken what is the same; may be null
   */
  Holdings(
      CoefficientModel model,
      double[] gates,
      byte[] sides,
      double[] c,
      double[][] errors,
      Holdings before) {
    this.model = model;
    this.gates = gates;
    this.sides = sides;
    held = held(before);
    for (int j = 0; j < model.m; j++) {
      if (held[j] != null) {
        settle(j, c, errors);
      }
    }
    hopping = hopping();
  }

  private HeldKinks[] held(Holdings before) {
    int n = model.n;
    HeldKinks[] result = new HeldKinks[model.m];
    int[] found = new int[n];
    for (int j = 0; j < model.m; j++) {
      int count = 0;
      for (int k = 0; k < n; k++) {
        if (sides[j * n + k] == Frozen.HELD) {
          found[count++] = k;
        }
      }
      if (count > 0) {
        int[] samples = Arrays.copyOf(found, count);
        HeldKinks known = before == null ? null : before.held[j];
        result[j] =
            known != null && Arrays.equals(known.samples, samples)
                ? known
                : HeldKinks.of(model, samples).orElseThrow();
      }
    }
    return result;
  }

  /** Puts a held neuron exactly on its kinks. */
  private void settle(int j, double[] c, double[][] errors) {
    int n = model.n;
    HeldKinks kinks = held[j];
    int count = kinks.samples.length;
    double[] missing = new double[count];
    for (int h = 0; h < count; h++) {
      int k = kinks.samples[h];
      missing[h] = -model.u0[j * n + k] * model.y[k] / (model.pace * model.a[j]);
      for (int l = 0; l < n; l++) {
        missing[h] -= kinks.place(l) >= 0 ? 0 : model.signed[k * n + l] * c[j * n + l];
      }
    }
    for (int h = 0; h < count; h++) {
      int at = j * n + kinks.samples[h];
      c[at] = 0;
      for (int l = 0; l < count; l++) {
        c[at] += kinks.inverse[h][l] * missing[l];
      }
      for (double[] pattern : errors) {
        double sum = 0;
        for (int l = 0; l < n; l++) {
          sum += kinks.share[h][l] * pattern[j * n + l];
        }
        pattern[at] = sum;
      }
    }
  }

  private double[] hopping() {
    int n = model.n;
    boolean any = false;
    double[] result = new double[n * n];
    for (int j = 0; j < model.m; j++) {
      HeldKinks kinks = held[j];
      if (kinks == null) {
        continue;
      }
      any = true;
      double square = Math.abs(model.pace) * model.a[j] * model.a[j] * kinks.samples.length;
      for (int h = 0; h < kinks.samples.length; h++) {
        for (int i = 0; i < n; i++) {
          double weight =
              kinks.samples[h] == i
                  ? square
                  : square * gates[j * n + i] * Math.abs(kinks.share[h][i]);
          for (int l = 0; l < n && weight != 0; l++) {
            double gate = sides[j * n + l] == Frozen.HELD ? 1 : gates[j * n + l];
            result[i * n + l] += weight * gate * Math.abs(model.signed[kinks.samples[h] * n + l]);
          }
        }
      }
    }
    return any ? result : new double[0];
  }

  /** Whether a neuron is held anywhere. */
  boolean any() {
    return hopping.length > 0;
  }

  /** The kinks on which a neuron is held. */
  Optional<HeldKinks> of(int j) {
    return Optional.ofNullable(held[j]);
  }

  /** Signed inner products of the samples, without what would move a neuron off its kinks. */
  double[] gram(int j) {
    return held[j] == null ? model.signed : held[j].gram;
  }

  /**
   * What multiplies something that alpha adds up, at one sample of a neuron: its gate times that,
   * or the share of the others.
   */
  double gated(int j, int k, double[] of) {
    int n = model.n;
    if (sides[j * n + k] != Frozen.HELD) {
      return gates[j * n + k] * of[k];
    }
    double[] share = held[j].share[held[j].place(k)];
    double sum = 0;
    for (int l = 0; l < n; l++) {
      sum += share[l] * gates[j * n + l] * of[l];
    }
    return sum;
  }

  /** By how much hopping may put the gated pulls off. */
  double hopsOfPulled(int j, int k, double[] pulls) {
    int place = held[j] == null ? -1 : held[j].place(k);
    double sum = 0;
    for (int l = 0; place >= 0 && l < held[j].samples.length; l++) {
      double step = held[j].step(model, l, gates, j * model.n, pulls);
      sum += Math.abs(held[j].inverse[place][l]) * step;
    }
    return sum;
  }

  /** By how much hopping may put a preactivation off. */
  double hopsOfPreactivation(int j, int i, double[] pulls) {
    if (held[j] == null) {
      return 0;
    }
    int place = held[j].place(i);
    double sum = 0;
    for (int h = 0; h < held[j].samples.length; h++) {
      double weight = place < 0 ? Math.abs(held[j].share[h][i]) : place == h ? 1 : 0;
      if (weight > 0) {
        sum += weight * held[j].step(model, h, gates, j * model.n, pulls);
      }
    }
    return Math.abs(model.pace * model.a[j]) * sum;
  }

  /** By how much hopping may put the margins off. */
  double[] hopsOfMargins(double[] pulls) {
    double[] result = new double[model.n];
    for (int i = 0; i < hopping.length; i++) {
      result[i / model.n] += hopping[i] * pulls[i % model.n];
    }
    return result;
  }
}
