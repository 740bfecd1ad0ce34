package org.flowproof.check;

import java.util.ArrayList;
import java.util.List;
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
