package org.flowproof.flow.coefficients;

import java.util.ArrayList;
import java.util.List;

/**
 * Positions of a run from which it can be repeated, in bounded memory: of the first ones all, and
 * whenever there are too many every other one is forgotten, and half as many are taken from then
 * on.
 */
final class Memory {
  private static final int MOST_POSITIONS = 2000;

  /** Numbers, of all stretches together. */
  private static final long MOST_NUMBERS = 20_000_000;

  private final long mostStretches;
  private List<Position> positions = new ArrayList<>();
  private long stretches;
  private long every = 1;
  private long seen;

  Memory(CoefficientModel model) {
    long numbers = 5L * model.m * model.n + (long) model.n * model.n;
    mostStretches = Math.max(4, MOST_NUMBERS / numbers);
  }

  /** Takes the next position. */
  void add(Position position) {
    if (seen++ % every != 0) {
      return;
    }
    boolean fresh =
        positions.isEmpty() || positions.get(positions.size() - 1).frozen() != position.frozen();
    stretches += fresh ? 1 : 0;
    positions.add(position);
    if (stretches > mostStretches || positions.size() > MOST_POSITIONS) {
      List<Position> kept = new ArrayList<>();
      for (int i = 0; i < positions.size(); i += 2) {
        kept.add(positions.get(i));
      }
      positions = kept;
      every *= 2;
      stretches = positions.stream().map(Position::frozen).distinct().count();
    }
  }

  /** All that are kept, in order; the first is the start. */
  List<Position> kept() {
    return List.copyOf(positions);
  }
}
