package org.flowproof.enclose.claim;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.flowproof.enclose.Tube;
import org.flowproof.enclose.TubePiece;
import org.flowproof.enclose.interval.Interval;
import org.flowproof.formula.NoValueException;

/** Finds the pieces of a tube that cover a span of time; remembers what was read last. */
final class TubeSpans {
  /** Numbers to be remembered, and readings, which have about as many as a matrix of gates. */
  private static final int MOST_NUMBERS = 2_000_000;

  private static final int MOST_READINGS = 4096;
  private static final int FEWEST_READINGS = 64;

  private final List<TubePiece> pieces;
  private final double end;
  private final int observables;
  private final int remembered;
  private final Map<Interval, TubeReading> readings =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Interval, TubeReading> eldest) {
          return size() > remembered;
        }
      };

  /**
   * The spans of a tube.
   *
   * @throws IllegalArgumentException when its pieces do not cover it
   */
  TubeSpans(Tube tube, int observables) {
    pieces = List.copyOf(tube.pieces());
    end = tube.end();
    this.observables = observables;
    int numbers =
        tube.problem().network().width() * (tube.problem().data().n() + tube.problem().data().d());
    remembered =
        Math.min(MOST_READINGS, Math.max(FEWEST_READINGS, MOST_NUMBERS / Math.max(1, numbers)));
    double reached = 0;
    double begun = 0;
    for (TubePiece piece : pieces) {
      if (!(begun <= piece.start() && piece.start() <= reached && reached <= piece.end())) {
        throw new IllegalArgumentException(
            "the pieces of the tube leave a gap at t = " + reached + " before " + piece.start());
      }
      reached = piece.end();
      begun = piece.start();
    }
    if (!(reached >= end && end > 0 && Double.isFinite(end))) {
      throw new IllegalArgumentException("the tube ends at " + reached + ", not at " + end);
    }
  }

  private TubeSpans(TubeSpans other) {
    pieces = other.pieces;
    end = other.end;
    observables = other.observables;
    remembered = FEWEST_READINGS;
  }

  /** The same spans, with nothing read yet. */
  TubeSpans forgotten() {
    return new TubeSpans(this);
  }

  double end() {
    return end;
  }

  List<TubePiece> pieces() {
    return pieces;
  }

  /** The times at which one piece takes over from another, from 0 to the end. */
  List<Double> cuts() {
    List<Double> cuts = new ArrayList<>(List.of(0.0));
    for (TubePiece piece : pieces) {
      double next = Math.min(piece.end(), end);
      if (next > cuts.get(cuts.size() - 1)) {
        cuts.add(next);
      }
    }
    return cuts;
  }

  /**
   * What is known over a span.
   *
   * @throws NoValueException outside the tube
   */
  TubeReading at(Interval time) {
    return readings.computeIfAbsent(time, t -> new TubeReading(t, parts(t), observables));
  }

  private List<TubeReading.Part> parts(Interval time) {
    if (!(time.lower() >= 0 && time.upper() <= end)) {
      throw new NoValueException(
          "time " + time.text(6) + " is not inside the tube, which ends at t = " + end);
    }
    List<TubeReading.Part> parts = new ArrayList<>();
    if (time.upper() == 0) {
      return parts;
    }
    double reached = time.lower();
    for (int i = lastBegunBy(time.lower()); i < pieces.size(); i++) {
      TubePiece piece = pieces.get(i);
      double to = Math.min(time.upper(), piece.end());
      if (to >= reached) {
        parts.add(
            new TubeReading.Part(piece, Interval.of(Math.max(time.lower(), piece.start()), to)));
        reached = to;
      }
      if (reached >= time.upper()) {
        return parts;
      }
    }
    throw new IllegalStateException("the pieces end before " + time);
  }

  private int lastBegunBy(double time) {
    int low = 0;
    int high = pieces.size() - 1;
    while (low < high) {
      int middle = (low + high + 1) >>> 1;
      if (pieces.get(middle).start() <= time) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return low;
  }
}
