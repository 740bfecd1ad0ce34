package org.flowproof.enclose.certify;

import java.util.Optional;
import org.flowproof.enclose.path.FieldSeries;
import org.flowproof.enclose.path.FlowModel;
import org.flowproof.enclose.path.KinkLine;
import org.flowproof.enclose.path.PathStep;
import org.flowproof.enclose.path.Preactivation;
import org.flowproof.enclose.path.Sliding;
import org.flowproof.enclose.taylor.Bounds;
import org.flowproof.enclose.taylor.Series;
import org.flowproof.enclose.taylor.SeriesRange;

/**
 * What it costs that a sliding path lies on its kinks only up to rounding. Errors are measured from
 * the projection of the path on the kinks, which is a path of Filippov's solution when the gates
 * that hold it there lie between the slopes. The claim behind this is enclosures/convex-kink, with
 * the path on the kink.
 *
 * @param defect what the projection adds to the defect of the neuron, integrated over the step
 * @param margin at most the distance of the gates from both slopes, times |r|; may be negative
 */
record SlideCharge(double defect, double margin) {

  /** At least the distance of a path from its projection. */
  static double displacement(FlowModel model, PathStep step, Sliding sliding, int neuron) {
    double off = 0;
    for (int k : sliding.samples()) {
      double g = Preactivation.of(model.x(k), step.hidden(neuron)).magnitude();
      off += g * g;
    }
    double inverse = Bounds.up(Math.sqrt(sliding.gramInverseNorm()));
    return Bounds.up(inverse * Bounds.up(Math.sqrt(Bounds.up(off))));
  }

  /**
   * The charge for one neuron, or why it does not slide.
   *
   * @param moved at least the change of outputs, by {@code |x_k|}, from projecting all neurons
   */
  static Optional<SlideCharge> of(
      FlowModel model,
      PathStep step,
      FieldSeries field,
      Sliding sliding,
      int neuron,
      double displacement,
      double moved) {
    int[] samples = sliding.samples();
    Series[] w = step.hidden(neuron);
    double slope = 0;
    for (int k : samples) {
      double s = Preactivation.slope(model.x(k), w);
      slope += s * s;
    }
    double inverse = Bounds.up(Math.sqrt(sliding.gramInverseNorm()));
    double speed = Bounds.up(inverse * Bounds.up(Math.sqrt(Bounds.up(slope))));
    double outer = step.outer(neuron).magnitude();
    double pullShift = Bounds.up(model.pullLipschitz() * moved);
    double margin = Double.POSITIVE_INFINITY;
    double outside = 0;
    double size = 0;
    double reach = 0;
    for (int k : samples) {
      double own = model.kinks().of(k).reach();
      size += model.sampleNorm(k) * model.sampleNorm(k);
      reach += own * own;
    }
    double shift =
        Bounds.up(
            2 * sliding.gramInverseNorm() * Bounds.up(Math.sqrt(Bounds.up(size))) * pullShift
                + 2
                    * model.factorUp()
                    * Math.max(1, model.curvature())
                    * Bounds.up(Math.sqrt(Bounds.up(reach)))
                    * moved);
    for (int p = 0; p < samples.length; p++) {
      KinkLine kink = model.kinks().of(samples[p]);
      Series force =
          kink.besidesOffset(gateForce(model, field, sliding, neuron, p), field::residual, model);
      Series full =
          kink.residualAlong(field::residual).times(model.multiplier()).over(model.divisor());
      int sign = full.coefficient(0) > 0 ? 1 : -1;
      double above = lower(full.minus(force), sign) - shift;
      double below = lower(force.minus(full.times(model.alpha())), sign) - shift;
      double least = Math.min(above, below);
      if (Double.isNaN(least)) {
        return Optional.empty();
      }
      margin = Math.min(margin, least);
      outside += Math.max(0, -least) * outer * model.sampleNorm(samples[p]);
    }
    // the pull is projected, so that neither the speed off the kinks nor the distance from them
    // adds to the defect of the projection; both are charged all the same, as they are roundings
    double defect =
        Bounds.up(
            speed
                + step.length()
                    * Bounds.up(displacement * field.pullNorm(neuron) + Bounds.up(outside)));
    return Optional.of(new SlideCharge(defect, margin));
  }

  private static double lower(Series series, int sign) {
    return sign > 0 ? SeriesRange.lower(series) : -SeriesRange.upper(series);
  }

  /**
   * What the samples of one kink of the slide pull by, along the one that stands for it: minus the
   * inverse Gram matrix applied to the inner products of the other pulls.
   */
  private static Series gateForce(
      FlowModel model, FieldSeries field, Sliding sliding, int neuron, int row) {
    int[] samples = sliding.samples();
    int degree = field.residual(0).degree();
    Series[] products = new Series[samples.length];
    double size = 0;
    Series[] pull = field.pullBesidesSlide(neuron);
    for (int q = 0; q < samples.length; q++) {
      products[q] = Series.combination(model.x(samples[q]), pull, degree);
      size += products[q].magnitude() * products[q].magnitude();
    }
    Series force = Series.combination(sliding.gramInverse(row), products, degree).negate();
    double error = Bounds.up(sliding.gramError() * Bounds.up(Math.sqrt(Bounds.up(size))));
    return force.widened(error);
  }
}
