package org.flowproof.enclose.certify;

import java.util.Arrays;
import java.util.List;
import org.flowproof.enclose.path.FlowModel;
import org.flowproof.enclose.path.PathStep;
import org.flowproof.enclose.path.Sliding;
import org.flowproof.enclose.path.Slidings;
import org.flowproof.enclose.taylor.Bounds;

/**
 * Whether the flow itself, not only the path, lies on the kinks that a neuron slides on. While the
 * gates that hold it there stay inside their range by a margin, its distance from the kinks falls
 * at least at the rate {@code margin * |a_j| * least singular value}, so that it is 0 after a
 * finite time and stays 0. The claim behind this is enclosures/capture.
 */
final class Captures {
  private final FlowModel model;
  private final Slidings slidings;
  private final int[][] samples;
  private final double[] distance;

  Captures(FlowModel model, Slidings slidings) {
    this.model = model;
    this.slidings = slidings;
    samples = new int[model.m()][0];
    distance = new double[model.m()];
    Arrays.fill(distance, Double.POSITIVE_INFINITY);
  }

  private Captures(Captures other) {
    model = other.model;
    slidings = other.slidings;
    samples = other.samples.clone();
    distance = other.distance.clone();
  }

  Captures copy() {
    return new Captures(this);
  }

  /** Whether the flow is on all kinks of the slide of a neuron. */
  boolean captured(int neuron) {
    return distance[neuron] == 0;
  }

  /** The kinks that a neuron slides on, where the flow is proven to be on them; else none. */
  List<Integer> on(int neuron, int[] slide) {
    return captured(neuron) && Arrays.equals(slide, samples[neuron])
        ? Arrays.stream(slide).boxed().toList()
        : List.of();
  }

  /**
   * Goes on over a step.
   *
   * @param uncertain samples besides the slide whose gates are not known, by neuron
   */
  void pass(PathStep step, TubeRates rates, KinkCheck kinks, double[] tube, int[][] uncertain) {
    for (int j = 0; j < samples.length; j++) {
      int[] now = model.kinks().slides(step.sides(j));
      if (!Arrays.equals(now, samples[j])) {
        samples[j] = now;
        distance[j] = now.length == 0 ? Double.POSITIVE_INFINITY : tube[j];
      }
      if (now.length == 0) {
        continue;
      }
      Sliding sliding = slidings.on(now).orElseThrow();
      double margin = rates.slideMargin(j) - shift(sliding, rates, kinks, tube, uncertain[j]);
      if (!(margin > 0)) {
        distance[j] = tube[j];
        continue;
      }
      double rate =
          Bounds.down(
              Bounds.down(margin * kinks.outer(j).mignitude())
                  / Bounds.up(Math.sqrt(sliding.gramInverseNorm())));
      double start = Math.min(distance[j], tube[j]);
      distance[j] = Math.max(0, Math.nextUp(start - Bounds.down(rate * step.length())));
    }
  }

  /** How much the gates may differ between path and flow, times factor and |residual|. */
  private double shift(
      Sliding sliding, TubeRates rates, KinkCheck kinks, double[] tube, int[] uncertain) {
    double size = 0;
    double reach = 0;
    for (int k : sliding.samples()) {
      double own = model.kinks().of(k).reach();
      size += model.sampleNorm(k) * model.sampleNorm(k);
      reach += own * own;
    }
    double norm = Bounds.up(Math.sqrt(Bounds.up(size)));
    double pull = rates.pullShift(tube);
    for (int k : uncertain) {
      pull +=
          model.factorUp()
              * (1 - model.alpha())
              * kinks.kinkResidual(k).magnitude()
              * model.sampleNorm(k);
    }
    double output = rates.outputShift(tube);
    return Bounds.up(
        2 * sliding.gramInverseNorm() * norm * Bounds.up(pull)
            + 2
                * model.factorUp()
                * model.curvature()
                * Bounds.up(Math.sqrt(Bounds.up(reach)))
                * output);
  }
}
