package org.flowproof.enclose.certify;

import java.util.Arrays;
import org.flowproof.enclose.bound.Ellipsoid;
import org.flowproof.enclose.bound.StepRates;
import org.flowproof.enclose.path.FlowModel;
import org.flowproof.enclose.path.Linearization;
import org.flowproof.enclose.path.PathStep;
import org.flowproof.enclose.path.Slidings;
import org.flowproof.enclose.taylor.Bounds;
import org.flowproof.enclose.taylor.Series;

/**
 * Moves an ellipsoid of errors over one proven step. Neurons whose gates are proven to be those of
 * the path follow the derivative of the field, along columns of the ellipsoid; what that leaves out
 * (terms of second order, the defect, jumps, other neurons, the residual of the columns) obeys the
 * differential inequality of the other norms, with nothing at the start. The claim behind this is
 * enclosures/moving-ellipsoid.
 */
final class EllipsoidMotion {
  private static final int DEGREE = 8;

  /** Movement, relative to the error, below which columns are left where they are. */
  private static final double SHORT = 1e-6;

  /** Share of an ellipsoid's squares that is given away when neurons are added. */
  private static final double SHARE = 0.1;

  /** An ellipsoid so much wider than other bounds begins anew. */
  private static final double WIDE = 3;

  private final FlowModel model;
  private final PathStep step;
  private final TubeRates rates;
  private final StepRates in;
  private final Slidings slidings;
  private final double[] tube;

  EllipsoidMotion(
      FlowModel model,
      PathStep step,
      TubeRates rates,
      StepRates in,
      Slidings slidings,
      double[] tube) {
    this.model = model;
    this.step = step;
    this.rates = rates;
    this.in = in;
    this.slidings = slidings;
    this.tube = tube;
  }

  /**
   * The ellipsoid at the end of the step.
   *
   * @param before at its start, before the path jumps
   * @param known neurons whose gates are those of the path, or the slide's, during the whole step
   */
  Ellipsoid move(Ellipsoid before, StepStart start, boolean[] known) {
    Ellipsoid at = before.only(known);
    boolean brief = brief(start, known);
    if (!brief) {
      at = joined(at, start, known);
    }
    int[] neurons = at.neurons();
    if (neurons.length == 0) {
      return at;
    }
    double[][] moved = new double[neurons.length * width()][at.columns()];
    double[] noise = brief ? still(at, moved) : carried(at, moved);
    add(noise, neurons, start);
    double[] spread = spread(noise, neurons);
    return at.moved(moved, spread).orElse(Ellipsoid.none(width()));
  }

  private int width() {
    return model.bothLayers() ? model.d() + 1 : model.d();
  }

  private boolean brief(StepStart start, boolean[] known) {
    double feed = 0;
    for (int l = 0; l < tube.length; l++) {
      feed += rates.size(l, tube) * tube[l];
    }
    boolean brief = true;
    for (int j = 0; j < tube.length; j++) {
      double moves = in.growth(j) * tube[j] + in.coupling() * rates.size(j, tube) * feed;
      brief &= !known[j] || moves <= SHORT * start.error(j);
    }
    return brief;
  }

  /** With all neurons in it whose gates are known, anew when it has become too wide. */
  private Ellipsoid joined(Ellipsoid at, StepStart start, boolean[] known) {
    Ellipsoid kept = at;
    double limit = WIDE * Math.sqrt(at.neurons().length);
    if (Arrays.stream(at.neurons()).allMatch(j -> at.of(j) > limit * start.error(j))) {
      kept = Ellipsoid.none(width());
    }
    int[] others = new int[known.length];
    int count = 0;
    double largest = 0;
    for (int j = 0; j < known.length; j++) {
      if (known[j] && !kept.has(j)) {
        others[count++] = j;
      }
      largest = Math.max(largest, start.error(j));
    }
    if (count == 0 || largest == 0) {
      return kept;
    }
    double[] radii = new double[count];
    for (int p = 0; p < count; p++) {
      radii[p] = Math.max(start.error(others[p]), 1e-9 * largest);
    }
    return kept.with(Arrays.copyOf(others, count), radii, SHARE).orElse(Ellipsoid.none(width()));
  }

  /** The columns stay; at least what neurons move by meanwhile. */
  private double[] still(Ellipsoid at, double[][] moved) {
    int[] neurons = at.neurons();
    for (int c = 0; c < at.columns(); c++) {
      double[] column = at.column(c);
      for (int i = 0; i < column.length; i++) {
        moved[i][c] = column[i];
      }
    }
    double feed = 0;
    for (int j : neurons) {
      feed += rates.size(j, tube) * at.of(j);
    }
    double[] noise = new double[neurons.length];
    for (int p = 0; p < noise.length; p++) {
      int j = neurons[p];
      noise[p] = in.growth(j) * at.of(j) + in.coupling() * rates.size(j, tube) * feed;
    }
    return noise;
  }

  /** The columns follow the derivative; at least the residual, integrated over the step. */
  private double[] carried(Ellipsoid at, double[][] moved) {
    int[] neurons = at.neurons();
    int degree = Math.min(DEGREE, step.degree());
    Linearization derivative =
        new Linearization(model, step, rates.field(), slidings, neurons, degree);
    double[] squares = new double[neurons.length];
    double[] rounding = new double[neurons.length];
    for (int c = 0; c < at.columns(); c++) {
      double[][] column = derivative.follow(at.column(c));
      Series[] exact = new Series[column.length];
      for (int i = 0; i < exact.length; i++) {
        exact[i] = Series.exact(column[i]);
        double size = 0;
        for (double one : column[i]) {
          moved[i][c] += one;
          size += Math.abs(one);
        }
        double off = (degree + 2) * Bounds.ROUNDOFF * size;
        rounding[i / width()] += off * off;
      }
      Series[] velocity = derivative.apply(exact);
      for (int i = 0; i < exact.length; i++) {
        double off = exact[i].derivative().minus(velocity[i]).magnitude();
        squares[i / width()] += off * off;
      }
    }
    double[] noise = new double[neurons.length];
    for (int p = 0; p < noise.length; p++) {
      noise[p] =
          Bounds.up(Math.sqrt(Bounds.up(squares[p])))
              + Bounds.up(Math.sqrt(Bounds.up(rounding[p])));
    }
    return noise;
  }

  /** Adds terms of second order, the defect, jumps and what neurons outside add. */
  private void add(double[] noise, int[] neurons, StepStart start) {
    double[] wide = new double[tube.length];
    double halfSquares = 0;
    double outside = 0;
    boolean[] inside = new boolean[tube.length];
    for (int j : neurons) {
      inside[j] = true;
    }
    for (int l = 0; l < tube.length; l++) {
      // twice the displacement: products of first order at the path, not at its projection
      wide[l] = Bounds.up(tube[l] + 2 * rates.displacement(l));
      halfSquares += 0.5 * wide[l] * wide[l];
      outside += inside[l] ? 0 : rates.size(l, tube) * tube[l];
    }
    double shift = rates.pullShift(wide);
    for (int p = 0; p < noise.length; p++) {
      int j = neurons[p];
      double size = rates.size(j, wide);
      double second = wide[j] * shift + size * model.pullLipschitz() * (halfSquares + outside);
      noise[p] =
          Bounds.up(noise[p] + step.length() * Bounds.up(second) + in.defect(j) + start.jump(j));
    }
  }

  /** What becomes of such additions by the end of the step. */
  private double[] spread(double[] noise, int[] neurons) {
    double all = 0;
    double sizes = 0;
    double fastest = 0;
    for (int p = 0; p < noise.length; p++) {
      int j = neurons[p];
      double size = rates.size(j, tube);
      all += noise[p];
      sizes += size * size;
      fastest = Math.max(fastest, in.growth(j));
    }
    double together = Bounds.up(Bounds.expUp(fastest) * Bounds.up(all));
    double feed = Bounds.up(Bounds.up(Math.sqrt(Bounds.up(sizes))) * together);
    double[] spread = new double[noise.length];
    for (int p = 0; p < noise.length; p++) {
      int j = neurons[p];
      double force = in.coupling() * rates.size(j, tube) * feed;
      spread[p] = Bounds.up(Bounds.expUp(in.growth(j)) * Bounds.up(noise[p] + force));
    }
    return spread;
  }
}
