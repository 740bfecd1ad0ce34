package org.flowproof.enclose.certify;

import java.util.Arrays;
import org.flowproof.enclose.interval.Interval;
import org.flowproof.enclose.path.FlowModel;
import org.flowproof.enclose.path.KinkLine;
import org.flowproof.enclose.path.PathStep;
import org.flowproof.enclose.path.Side;
import org.flowproof.enclose.path.Sliding;
import org.flowproof.enclose.taylor.Bounds;

/**
 * How fast a neuron that slides comes to a concave kink. Until it has crossed that kink, its gate
 * there is the old one, whatever the path has done since; so the gates that hold it on its slide
 * are known, and where they lie between the slopes it stays on the slide until then. The claim
 * behind this is enclosures/capture, after the capture.
 */
final class SlidingSpeed {
  private final FlowModel model;
  private final PathStep step;
  private final TubeRates rates;
  private final KinkCheck kinks;

  SlidingSpeed(FlowModel model, PathStep step, TubeRates rates, KinkCheck kinks) {
    this.model = model;
    this.step = step;
    this.rates = rates;
    this.kinks = kinks;
  }

  /**
   * At most the speed towards the far side of a kink of flow and path, over the step and the tube;
   * minus infinity where the flow may leave the slide before.
   *
   * @param sliding the slide that the flow is on
   * @param uncertain samples of which the gate is not known, and those that the path slides on
   */
  double towards(OpenKick kink, Sliding sliding, int[] uncertain) {
    int j = kink.kick().neuron();
    int k = kink.kick().sample();
    Interval[] pull = pullBesides(kink, sliding, uncertain);
    if (!holds(j, sliding, pull)) {
      return Double.NEGATIVE_INFINITY;
    }
    Interval along = Interval.ZERO;
    double size = 0;
    for (Interval one : pull) {
      size += one.magnitude() * one.magnitude();
    }
    double error = Bounds.up(sliding.projectionError() * Bounds.up(Math.sqrt(Bounds.up(size))));
    for (int i = 0; i < pull.length; i++) {
      Interval part = Interval.of(-error, error);
      for (int l = 0; l < pull.length; l++) {
        part =
            part.plus(
                Interval.of(sliding.projection(i)[l])
                    .plus(sliding.projectionRest(i)[l])
                    .times(pull[l]));
      }
      along = along.plus(part.times(model.x(k)[i]));
    }
    Interval factor = Interval.of(model.multiplier()).divide(Interval.of(model.divisor()));
    Interval speed = kinks.outer(j).times(factor).times(along).times(-kink.from().sign());
    double defect = Bounds.up(model.sampleNorm(k) * rates.defect(j) / step.length());
    return Math.nextDown(speed.lower() - Math.nextUp(defect));
  }

  /** The pull, but for the factor, of the samples besides the slide while the kink is ahead. */
  private Interval[] pullBesides(OpenKick kink, Sliding sliding, int[] uncertain) {
    Interval[] pull = new Interval[model.d()];
    Arrays.fill(pull, Interval.ZERO);
    Side[] sides = step.sides(kink.kick().neuron());
    for (int k = 0; k < model.n(); k++) {
      KinkLine line = model.kinks().of(k);
      if (Sliding.contains(sliding.samples(), line.sample())) {
        continue;
      }
      Interval gate;
      if (line.sample() == kink.kick().sample()) {
        gate = Interval.of(model.gate(line.sideOf(k, kink.from())));
      } else if (Sliding.contains(uncertain, line.sample())) {
        gate = model.gates();
      } else {
        gate = Interval.of(model.gate(sides[k]));
      }
      Interval force = gate.times(kinks.residual(k));
      for (int i = 0; i < pull.length; i++) {
        pull[i] = pull[i].plus(force.times(model.x(k)[i]));
      }
    }
    return pull;
  }

  /** Whether kinks are convex and the gates that keep a neuron on them lie between the slopes. */
  private boolean holds(int j, Sliding sliding, Interval[] pull) {
    int[] samples = sliding.samples();
    Interval[] along = new Interval[samples.length];
    double size = 0;
    for (int q = 0; q < samples.length; q++) {
      along[q] = Interval.ZERO;
      for (int i = 0; i < pull.length; i++) {
        along[q] = along[q].plus(pull[i].times(model.x(samples[q])[i]));
      }
      size += along[q].magnitude() * along[q].magnitude();
    }
    double error = Bounds.up(sliding.gramError() * Bounds.up(Math.sqrt(Bounds.up(size))));
    for (int p = 0; p < samples.length; p++) {
      Interval force = Interval.of(-error, error);
      for (int q = 0; q < samples.length; q++) {
        force = force.minus(along[q].times(sliding.gramInverse(p)[q]));
      }
      Interval residual = kinks.kinkResidual(samples[p]);
      if (residual.contains(0.0) || !kinks.bend(j, samples[p]).isNegative()) {
        return false;
      }
      Interval offset = model.kinks().of(samples[p]).offset(kinks::residual);
      Interval gate = force.minus(offset).divide(residual);
      if (!(gate.lower() > model.alpha() && gate.upper() < 1)) {
        return false;
      }
    }
    return true;
  }
}
