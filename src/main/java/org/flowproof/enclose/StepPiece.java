package org.flowproof.enclose;

import org.flowproof.enclose.interval.Interval;
import org.flowproof.enclose.path.FlowModel;
import org.flowproof.enclose.path.Side;
import org.flowproof.enclose.taylor.Series;

/** A piece of a tube inside one step. */
final class StepPiece implements TubePiece {
  private static final Interval WHOLE = Interval.of(0, 1);

  private final FlowModel model;
  private final TubeStep step;
  private final double start;
  private final double end;
  private final Interval from;

  /** The part of a step between two doubles that lie inside it. */
  StepPiece(FlowModel model, TubeStep step, double start, double end) {
    this.model = model;
    this.step = step;
    this.start = start;
    this.end = end;
    from = Interval.of(step.start());
  }

  @Override
  public double start() {
    return start;
  }

  @Override
  public double end() {
    return end;
  }

  @Override
  public Interval outer(int neuron, Interval time) {
    Interval value = value(step.path().outer(neuron), time);
    return model.bothLayers() ? widened(value, neuron) : value;
  }

  @Override
  public Interval hidden(int neuron, int coordinate, Interval time) {
    return widened(value(step.path().hidden(neuron)[coordinate], time), neuron);
  }

  private Interval widened(Interval value, int neuron) {
    double error = step.errors().get(neuron);
    return value.plus(Interval.of(-error, error));
  }

  /**
   * Both ends of the piece lie inside the step, so that the part of s outside [0, 1] is rounding.
   */
  private Interval value(Series series, Interval time) {
    Interval s =
        time.minus(from)
            .divide(Interval.of(step.path().length()))
            .intersection(WHOLE)
            .orElseThrow(() -> new IllegalArgumentException("a time outside the piece"));
    Interval value = Interval.of(series.coefficient(series.degree()));
    for (int l = series.degree() - 1; l >= 0; l--) {
      value = value.times(s).plus(series.coefficient(l));
    }
    return value.plus(Interval.of(-series.radius(), series.radius()));
  }

  @Override
  public Interval slope(int neuron, int sample) {
    Side side = step.path().sides(neuron)[sample];
    return side == Side.SLIDE || step.unclear().get(neuron).contains(sample)
        ? model.gates()
        : Interval.of(model.gate(side));
  }
}
