package org.flowproof.enclose.claim;

import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.flowproof.enclose.Tube;
import org.flowproof.enclose.interval.Interval;
import org.flowproof.formula.IndexKind;
import org.flowproof.formula.NoValueException;
import org.flowproof.formula.Term;
import org.flowproof.formula.Valuation;

/**
 * Values of all observables over spans of time on a tube: each result holds the value at every time
 * of the span. Time 0 is read from the exact initial weights. Used by one thread.
 */
final class TubeValues implements Valuation<Interval> {
  private final TubeModel model;
  private final TubeSpans spans;
  private final TubeConstants constants;
  private final Set<Integer> unmoved;
  private final JetValues jets = new JetValues();

  TubeValues(Tube tube) {
    model = new TubeModel(tube.problem());
    spans = new TubeSpans(tube, model.count());
    constants = new TubeConstants(model, spans);
    unmoved = Set.of();
  }

  /**
   * Values at those times of a span at which some neurons have met no event yet: their gates are
   * those of the start. Slopes belong to these times only, so that nothing follows from them for
   * others.
   *
   * @param unmoved neurons, 1-based
   */
  TubeValues(TubeValues all, Set<Integer> unmoved) {
    model = all.model;
    spans = all.spans.forgotten();
    constants = all.constants;
    this.unmoved = Set.copyOf(unmoved);
  }

  /** The same values with their derivatives in time. */
  Valuation<Jet> jets() {
    return jets;
  }

  TubeSpans spans() {
    return spans;
  }

  @Override
  public int size(IndexKind kind) {
    return model.size(kind);
  }

  @Override
  public Interval constant(String name) {
    return observable(name, List.of(), 0, null);
  }

  /**
   * An observable over a span.
   *
   * @throws NoValueException when it is not read on tubes, outside the tube, or when a derivative
   *     has no bound there
   */
  @Override
  public Interval observable(String name, List<Integer> indices, int primes, Interval time) {
    TubeObservable observable = model.find(name);
    int position = observable.position(indices);
    if (primes > 1) {
      throw new NoValueException("only first derivatives along the flow are known");
    }
    if (!observable.timed()) {
      return primes > 0 ? Interval.ZERO : constants.value(observable, indices, this);
    }
    if (time == null) {
      throw new IllegalArgumentException(name + " depends on time");
    }
    TubeReading reading = spans.at(time);
    Interval known = reading.known(observable, position, primes);
    if (known != null) {
      return known;
    }
    Interval value =
        primes == 0
            ? value(observable, position, indices, reading)
            : derivative(observable, position, reading);
    return reading.keep(observable, position, primes, value);
  }

  private Interval value(
      TubeObservable observable, int position, List<Integer> indices, TubeReading reading) {
    boolean kinks = model.slope().isPresent();
    if (observable.name().equals("a")) {
      return outer(indices.get(0) - 1, reading);
    }
    if (observable.name().equals("w")) {
      return hidden(indices.get(0) - 1, indices.get(1) - 1, reading);
    }
    if (kinks && observable.name().equals("s")) {
      return gate(indices, reading);
    }
    if (kinks && observable.name().equals("sigma")) {
      Interval u = observable("u", indices, 0, reading.time());
      return activation(u, model.slope().get());
    }
    if (!observable.isDefined()) {
      throw new NoValueException(
          observable.name() + " is not read on tubes: only runs in coefficients know it");
    }
    return observable.values().evaluate(this, observable.binding(position), reading.time());
  }

  private Interval outer(int neuron, TubeReading reading) {
    return reading.atStart()
        ? Interval.of(model.problem().initial().a().get(neuron))
        : reading.outer(neuron);
  }

  private Interval hidden(int neuron, int coordinate, TubeReading reading) {
    return reading.atStart()
        ? Interval.of(model.problem().initial().w().get(neuron, coordinate))
        : reading.hidden(neuron, coordinate);
  }

  /** Off the kink the sign decides; where it is not known, any gate between the two. */
  private Interval gate(List<Integer> indices, TubeReading reading) {
    int neuron = indices.get(0) - 1;
    int sample = indices.get(1) - 1;
    double below = model.slope().orElseThrow();
    if (reading.atStart() || unmoved.contains(indices.get(0))) {
      int sign = StartSigns.of(model.problem(), neuron, sample);
      return sign > 0 ? Interval.ONE : sign < 0 ? Interval.of(below) : Interval.of(below, 1);
    }
    Interval proven = reading.gate(neuron, sample);
    if (proven.isPoint()) {
      return proven;
    }
    Interval u = observable("u", indices, 0, reading.time());
    return u.isPositive() ? Interval.ONE : u.isNegative() ? Interval.of(below) : proven;
  }

  /** Whether all gates of a neuron, 1-based, are proven to be over a span what they were at 0. */
  boolean gatesAreThoseOfTheStart(int neuron, Interval time) {
    for (int k = 1; k <= size(IndexKind.SAMPLE); k++) {
      List<Integer> indices = List.of(neuron, k);
      Interval gate = observable("s", indices, 0, time);
      if (!gate.isPoint() || !gate.equals(observable("s", indices, 0, Interval.ZERO))) {
        return false;
      }
    }
    return true;
  }

  private static Interval activation(Interval u, double below) {
    Interval lowest = u.lower() > 0 ? Interval.of(u.lower()) : scaled(u.lower(), below);
    Interval highest = u.upper() > 0 ? Interval.of(u.upper()) : scaled(u.upper(), below);
    return Interval.of(lowest.lower(), highest.upper());
  }

  private static Interval scaled(double value, double factor) {
    return factor == 0 ? Interval.ZERO : Interval.of(value).times(factor);
  }

  private Interval derivative(TubeObservable observable, int position, TubeReading reading) {
    if (observable.hasVelocity()) {
      return observable.velocity().evaluate(this, observable.binding(position), reading.time());
    }
    Interval slope = jet(observable, position, reading).slope();
    if (!Jet.bounded(slope)) {
      throw new NoValueException(
          "the derivative of " + observable.name() + " has no bound where a gate may change");
    }
    return slope;
  }

  private Jet jet(TubeObservable observable, int position, TubeReading reading) {
    Jet known = reading.knownJet(observable, position);
    return known != null
        ? known
        : reading.keep(observable, position, newJet(observable, position, reading));
  }

  private Jet newJet(TubeObservable observable, int position, TubeReading reading) {
    if (observable.hasVelocity()) {
      List<Integer> indices = observable.indices(position);
      return new Jet(
          observable(observable.name(), indices, 0, reading.time()),
          observable(observable.name(), indices, 1, reading.time()));
    }
    if (model.slope().isPresent()) {
      List<Integer> indices = observable.indices(position);
      if (observable.name().equals("s")) {
        Interval gate = observable("s", indices, 0, reading.time());
        // a gate that is proven for a whole span does not change in it
        return gate.isPoint() ? Jet.constant(gate) : Jet.jumping(gate);
      }
      if (observable.name().equals("sigma")) {
        Interval gate = observable("s", indices, 0, reading.time());
        Jet u = jet(model.find("u"), model.find("u").position(indices), reading);
        return new Jet(
            observable("sigma", indices, 0, reading.time()),
            JetArithmetic.product(gate, u.slope()));
      }
    }
    return observable
        .jets()
        .evaluate(jets, observable.binding(position), new Jet(reading.time(), Interval.ONE));
  }

  @Override
  public Interval overTime(
      Term.TimeFold fold, Interval from, Interval to, Function<Interval, Interval> body) {
    return new TimeFolds(spans).fold(fold, from, to, body);
  }

  /** Values with derivatives; differentiates the time argument by the chain rule. */
  private final class JetValues implements Valuation<Jet> {

    @Override
    public int size(IndexKind kind) {
      return TubeValues.this.size(kind);
    }

    @Override
    public Jet constant(String name) {
      return Jet.constant(TubeValues.this.constant(name));
    }

    @Override
    public Jet observable(String name, List<Integer> indices, int primes, Jet time) {
      if (time == null || time.rests()) {
        Interval at = time == null ? null : time.value();
        return Jet.constant(TubeValues.this.observable(name, indices, primes, at));
      }
      if (primes > 0) {
        return Jet.jumping(TubeValues.this.observable(name, indices, primes, time.value()));
      }
      TubeObservable observable = model.find(name);
      if (!observable.timed()) {
        return Jet.constant(TubeValues.this.observable(name, indices, 0, null));
      }
      Jet known = jet(observable, observable.position(indices), spans.at(time.value()));
      return new Jet(known.value(), JetArithmetic.product(known.slope(), time.slope()));
    }

    @Override
    public Jet overTime(Term.TimeFold fold, Jet from, Jet to, Function<Jet, Jet> body) {
      return new TimeFolds(spans).foldJets(fold, from, to, body);
    }
  }
}
