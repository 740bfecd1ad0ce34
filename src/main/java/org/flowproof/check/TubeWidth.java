package org.flowproof.check;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import org.flowproof.enclose.Tube;
import org.flowproof.enclose.TubePiece;
import org.flowproof.enclose.interval.Interval;

/**
 * How wide a tube is at one time.
 *
 * @param time the end of a piece
 * @param width the largest width of the interval of any weight then
 */
public record TubeWidth(double time, double width) {

  /** The widths at the ends of all pieces that last any time. */
  public static List<TubeWidth> along(Tube tube) {
    List<TubeWidth> all = new ArrayList<>();
    double last = 0;
    for (TubePiece piece : tube.pieces()) {
      double time = Math.min(piece.end(), tube.end());
      if (time > last) {
        all.add(new TubeWidth(time, widest(tube, piece, Interval.of(time))));
        last = time;
      }
    }
    return all;
  }

  /**
   * The largest width of the interval of any weight over a span of time.
   *
   * @param time inside the tube
   */
  public static double over(Tube tube, Interval time) {
    List<TubePiece> pieces = new ArrayList<>();
    for (TubePiece piece : tube.pieces()) {
      if (piece.start() <= time.upper() && time.lower() <= piece.end()) {
        pieces.add(piece);
      }
    }
    double widest = 0;
    for (int j = 0; j < tube.problem().network().width(); j++) {
      int neuron = j;
      widest = Math.max(widest, width(pieces, time, (p, at) -> p.outer(neuron, at)));
      for (int i = 0; i < tube.problem().data().d(); i++) {
        int coordinate = i;
        widest = Math.max(widest, width(pieces, time, (p, at) -> p.hidden(neuron, coordinate, at)));
      }
    }
    return widest;
  }

  private static double width(
      List<TubePiece> pieces, Interval time, BiFunction<TubePiece, Interval, Interval> weight) {
    return pieces.stream()
        .map(
            p ->
                weight.apply(
                    p,
                    Interval.of(
                        Math.max(time.lower(), p.start()), Math.min(time.upper(), p.end()))))
        .reduce(Interval::hull)
        .orElseThrow(() -> new IllegalArgumentException(time + " is outside the tube"))
        .width();
  }

  private static double widest(Tube tube, TubePiece piece, Interval time) {
    double widest = 0;
    for (int j = 0; j < tube.problem().network().width(); j++) {
      widest = Math.max(widest, piece.outer(j, time).width());
      for (int i = 0; i < tube.problem().data().d(); i++) {
        widest = Math.max(widest, piece.hidden(j, i, time).width());
      }
    }
    return widest;
  }
}
