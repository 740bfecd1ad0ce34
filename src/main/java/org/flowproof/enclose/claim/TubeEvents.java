package org.flowproof.enclose.claim;

import java.util.List;
import org.flowproof.enclose.TubePiece;
import org.flowproof.enclose.interval.Interval;
import org.flowproof.formula.NoValueException;

/**
 * When gates change, as far as a tube tells: before the first piece in which a gate is not proven
 * to be what it was, nothing has happened; in a piece in which it is proven to be another, it has.
 */
final class TubeEvents {
  private final TubeModel model;
  private final List<TubePiece> pieces;
  private final double end;

  TubeEvents(TubeModel model, TubeSpans spans) {
    this.model = model;
    pieces = spans.pieces();
    end = spans.end();
  }

  /**
   * The first event of a neuron, 0-based; later than the end of the tube when there is none up to
   * there, 0 for a neuron that starts on a kink.
   */
  Interval first(int neuron) {
    double earliest = Math.nextUp(end);
    double latest = Double.POSITIVE_INFINITY;
    for (int k = 0; k < samples(); k++) {
      if (isZero(k)) {
        continue;
      }
      int sign = StartSigns.of(model.problem(), neuron, k);
      if (sign == 0) {
        return Interval.ZERO;
      }
      double gate = sign > 0 ? 1 : below();
      for (TubePiece piece : pieces) {
        Interval slope = piece.slope(neuron, k);
        if (!slope.isPoint() || slope.lower() != gate) {
          earliest = Math.min(earliest, Math.max(0, piece.start()));
        }
        if (slope.isPoint() && slope.lower() != gate) {
          latest = Math.min(latest, piece.start());
          break;
        }
      }
    }
    return Interval.of(Math.min(earliest, latest), latest);
  }

  /**
   * The last event of all, 0 when there is none.
   *
   * @throws NoValueException when a neuron is on a kink at the end of the tube
   */
  Interval last() {
    double earliest = 0;
    double latest = 0;
    for (int j = 0; j < model.problem().network().width(); j++) {
      for (int k = 0; k < samples(); k++) {
        if (isZero(k)) {
          continue;
        }
        Interval gate = pieces.get(pieces.size() - 1).slope(j, k);
        if (!gate.isPoint()) {
          throw new NoValueException(
              "lastEvent is not read on this tube: at its end neuron "
                  + (j + 1)
                  + " may be on the kink of sample "
                  + (k + 1));
        }
        for (int p = pieces.size() - 1; p >= 0; p--) {
          Interval slope = pieces.get(p).slope(j, k);
          double until = Math.min(end, pieces.get(p).end());
          if (!slope.equals(gate)) {
            latest = Math.max(latest, until);
          }
          if (slope.isPoint() && !slope.equals(gate)) {
            earliest = Math.max(earliest, until);
            break;
          }
        }
      }
    }
    return Interval.of(Math.min(earliest, latest), latest);
  }

  private int samples() {
    return model.problem().data().n();
  }

  private boolean isZero(int sample) {
    for (double entry : model.problem().data().x().row(sample)) {
      if (entry != 0) {
        return false;
      }
    }
    return true;
  }

  private double below() {
    return model
        .slope()
        .orElseThrow(() -> new NoValueException("a smooth activation has no events"));
  }
}
