package org.flowproof.enclose.certify;

import java.util.Optional;
import org.flowproof.enclose.bound.StepRates;
import org.flowproof.enclose.path.FieldSeries;
import org.flowproof.enclose.path.FlowModel;
import org.flowproof.enclose.path.PathStep;
import org.flowproof.enclose.path.Sliding;
import org.flowproof.enclose.path.Slidings;
import org.flowproof.enclose.taylor.Bounds;
import org.flowproof.enclose.taylor.Series;

/** Bounds along one step of a path, and from them the rates at which errors in a tube grow. */
final class TubeRates {
  private final FlowModel model;
  private final PathStep step;
  private final FieldSeries field;
  private final double[] defect;
  private final double[] size;
  private final double[] pullNorm;
  private final double[] displacement;
  private final double[] margin;
  private Refusal refusal;

  TubeRates(FlowModel model, PathStep step, Slidings slidings) {
    this.model = model;
    this.step = step;
    int m = model.m();
    defect = new double[m];
    size = new double[m];
    pullNorm = new double[m];
    displacement = new double[m];
    margin = new double[m];
    double moved = 0;
    for (int j = 0; j < m; j++) {
      int[] samples = model.kinks().slides(step.sides(j));
      if (samples.length > 0) {
        Optional<Sliding> sliding = slidings.on(samples);
        if (sliding.isEmpty()) {
          field = null;
          refusal = new Refusal(Refusal.Kind.SLIDE, j, samples[0], "the samples of a slide depend");
          return;
        }
        displacement[j] = SlideCharge.displacement(model, step, sliding.get(), j);
        moved = Bounds.up(moved + step.outer(j).magnitude() * displacement[j]);
      }
    }
    field = new FieldSeries(model, step, slidings);
    for (int j = 0; j < m; j++) {
      defect[j] = field.defect(j);
      size[j] = size(j);
      pullNorm[j] = field.pullNorm(j);
      int[] samples = model.kinks().slides(step.sides(j));
      if (samples.length > 0) {
        Optional<SlideCharge> charge =
            SlideCharge.of(
                model, step, field, slidings.on(samples).orElseThrow(), j, displacement[j], moved);
        if (charge.isEmpty()) {
          refusal =
              new Refusal(Refusal.Kind.SLIDE, j, samples[0], "the gates of a slide have no bounds");
          return;
        }
        margin[j] = charge.get().margin();
        defect[j] = Bounds.up(defect[j] + charge.get().defect());
      }
    }
    double pullShift = Bounds.up(model.pullLipschitz() * moved);
    for (int j = 0; j < m && moved > 0; j++) {
      defect[j] = Bounds.up(defect[j] + step.length() * size[j] * pullShift);
    }
  }

  private double size(int j) {
    double outer = step.outer(j).magnitude();
    double sum = outer * outer;
    if (model.bothLayers()) {
      for (Series one : step.hidden(j)) {
        sum += one.magnitude() * one.magnitude();
      }
    }
    return Bounds.up(Math.sqrt(Bounds.up(sum)));
  }

  Optional<Refusal> refusal() {
    return Optional.ofNullable(refusal);
  }

  FieldSeries field() {
    return field;
  }

  double displacement(int neuron) {
    return displacement[neuron];
  }

  /** At most the distance of the gates of a slide from both slopes, times factor and |residual|. */
  double slideMargin(int neuron) {
    return margin[neuron];
  }

  double defect(int neuron) {
    return defect[neuron];
  }

  double size(int neuron, double[] tube) {
    return Bounds.up(size[neuron] + tube[neuron]);
  }

  /** At least the change of an output by {@code |x_k|} from the path to any point of the tube. */
  double outputShift(double[] tube) {
    double sum = 0;
    for (int l = 0; l < tube.length; l++) {
      sum += (size[l] + tube[l]) * tube[l];
    }
    return Bounds.up(sum);
  }

  /**
   * At least the change of a pull, at the gates of the path, from the path to a point of the tube.
   */
  double pullShift(double[] tube) {
    return Bounds.up(model.pullLipschitz() * outputShift(tube));
  }

  /** The rates in a tube. */
  StepRates in(double[] tube) {
    int m = model.m();
    double shift = pullShift(tube);
    double[] growth = new double[m];
    double[] sizes = new double[m];
    for (int j = 0; j < m; j++) {
      growth[j] = model.bothLayers() ? Bounds.up(step.length() * (pullNorm[j] + shift)) : 0;
      sizes[j] = size(j, tube);
    }
    return new StepRates(growth, defect, sizes, Bounds.up(model.coupling() * step.length()));
  }
}
