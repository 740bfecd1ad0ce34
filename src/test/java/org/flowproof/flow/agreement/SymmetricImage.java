package org.flowproof.flow.agreement;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.flowproof.falsify.Symmetry;
import org.flowproof.flow.Event;
import org.flowproof.flow.State;
import org.flowproof.flow.Trajectory;
import org.flowproof.problem.Problem;
import org.flowproof.problem.Weights;

/**
 * What a trajectory becomes under a symmetry of the flow: the one expected of the changed problem.
 * Has no gates.
 *
 * @param base the trajectory of the original problem
 * @param problem the changed problem
 * @param twice whether the change is to take every sample twice, so that every event comes twice
 */
record SymmetricImage(Trajectory base, Symmetry symmetry, Problem problem, boolean twice)
    implements Trajectory {

  @Override
  public double endTime() {
    return base.endTime() * symmetry.clock();
  }

  @Override
  public State at(double time) {
    return new Image(time, base.at(Math.min(time / symmetry.clock(), base.endTime())));
  }

  @Override
  public List<Double> stepTimes() {
    return base.stepTimes().stream().map(t -> t * symmetry.clock()).toList();
  }

  @Override
  public List<Event> events() {
    List<Event> events = new ArrayList<>();
    for (Event original : base.events()) {
      Event e = symmetry.event().apply(original);
      events.add(at(e, e.sample()));
      if (twice) {
        events.add(at(e, e.sample() + base.problem().data().n()));
      }
    }
    return events;
  }

  private Event at(Event e, int sample) {
    double clock = symmetry.clock();
    return new Event(
        e.time() * clock, e.neuron(), sample, e.kind(), e.direction(), e.timeError() * clock);
  }

  @Override
  public StopReason stopReason() {
    return base.stopReason();
  }

  @Override
  public Optional<NonUniqueness> nonUniqueness() {
    return base.nonUniqueness()
        .map(
            n -> {
              Event there =
                  symmetry
                      .event()
                      .apply(new Event(n.time(), n.neuron(), n.sample(), Event.Kind.CROSS, 1, 0));
              return new NonUniqueness(
                  n.time() * symmetry.clock(), there.neuron(), there.sample(), n.cause());
            });
  }

  @Override
  public Cost cost() {
    return base.cost();
  }

  @Override
  public String errorMethod() {
    return base.errorMethod();
  }

  private final class Image implements State {
    private final double time;
    private final State from;
    private final Weights weights;

    Image(double time, State from) {
      this.time = time;
      this.from = from;
      weights = symmetry.state().apply(from);
    }

    @Override
    public double time() {
      return time;
    }

    @Override
    public double a(int neuron) {
      return weights.a().get(neuron);
    }

    @Override
    public double w(int neuron, int coordinate) {
      return weights.w().get(neuron, coordinate);
    }

    @Override
    public double gate(int neuron, int sample) {
      throw new UnsupportedOperationException("an image has no gates");
    }

    @Override
    public double errorOfA(int neuron) {
      return symmetry.factor() * from.errorOfA(origin(neuron));
    }

    @Override
    public double errorOfW(int neuron) {
      return symmetry.factor() * from.errorOfW(origin(neuron));
    }

    /** The neuron of the original that became a neuron; all symmetries are their own inverse. */
    private int origin(int neuron) {
      return symmetry.event().apply(new Event(0, neuron + 1, 1, Event.Kind.CROSS, 1, 0)).neuron()
          - 1;
    }
  }
}
