package org.flowproof.enclose.claim;

import java.util.List;
import org.flowproof.enclose.TubePiece;
import org.flowproof.enclose.interval.Interval;

/** What is known over one span of time: weights, gates, and values already computed. */
final class TubeReading {
  private final Interval time;
  private final List<Part> parts;
  private final Interval[][] values;
  private final Interval[][] speeds;
  private final Jet[][] jets;

  /**
   * A part of the span inside one piece.
   *
   * @param piece the piece
   * @param time inside the piece
   */
  record Part(TubePiece piece, Interval time) {}

  /**
   * A span without values.
   *
   * @param parts cover it; none at time 0, where the start is read
   * @param observables how many there are
   */
  TubeReading(Interval time, List<Part> parts, int observables) {
    this.time = time;
    this.parts = List.copyOf(parts);
    values = new Interval[observables][];
    speeds = new Interval[observables][];
    jets = new Jet[observables][];
  }

  Interval time() {
    return time;
  }

  boolean atStart() {
    return parts.isEmpty();
  }

  /** The output weight of a neuron, 0-based. */
  Interval outer(int neuron) {
    return hull(parts.stream().map(p -> p.piece().outer(neuron, p.time())).toList());
  }

  Interval hidden(int neuron, int coordinate) {
    return hull(parts.stream().map(p -> p.piece().hidden(neuron, coordinate, p.time())).toList());
  }

  Interval gate(int neuron, int sample) {
    return hull(parts.stream().map(p -> p.piece().slope(neuron, sample)).toList());
  }

  private static Interval hull(List<Interval> parts) {
    return parts.stream().reduce(Interval::hull).orElseThrow();
  }

  /** A value or (1) a derivative, or null while it is not known. */
  Interval known(TubeObservable observable, int position, int primes) {
    Interval[] row = (primes == 0 ? values : speeds)[observable.id()];
    return row == null ? null : row[position];
  }

  Interval keep(TubeObservable observable, int position, int primes, Interval value) {
    Interval[][] rows = primes == 0 ? values : speeds;
    if (rows[observable.id()] == null) {
      rows[observable.id()] = new Interval[observable.count()];
    }
    rows[observable.id()][position] = value;
    return value;
  }

  /** A value with its derivative, or null while it is not known. */
  Jet knownJet(TubeObservable observable, int position) {
    Jet[] row = jets[observable.id()];
    return row == null ? null : row[position];
  }

  Jet keep(TubeObservable observable, int position, Jet value) {
    if (jets[observable.id()] == null) {
      jets[observable.id()] = new Jet[observable.count()];
    }
    jets[observable.id()][position] = value;
    return value;
  }
}
