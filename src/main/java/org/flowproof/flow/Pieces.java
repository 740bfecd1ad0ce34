package org.flowproof.flow;

import java.util.ArrayList;
import java.util.List;

/** The dense output of a run, in order of time, each piece beginning where the last one ends. */
final class Pieces {
  private final List<DensePiece> pieces = new ArrayList<>();

  void add(DensePiece piece) {
    pieces.add(piece);
  }

  boolean isEmpty() {
    return pieces.isEmpty();
  }

  int count() {
    return pieces.size();
  }

  DensePiece get(int index) {
    return pieces.get(index);
  }

  DensePiece last() {
    return pieces.get(pieces.size() - 1);
  }

  /** A new list of all pieces. */
  List<DensePiece> all() {
    return new ArrayList<>(pieces);
  }

  /**
   * The position of the last piece that begins at a time or before it.
   *
   * @throws IndexOutOfBoundsException when there is none
   */
  int find(double time) {
    if (pieces.isEmpty() || time < pieces.get(0).start()) {
      throw new IndexOutOfBoundsException("no piece at " + time);
    }
    return LastIndex.of(pieces.size(), i -> pieces.get(i).start() <= time);
  }

  /** Drops the pieces that end at a time or before it. */
  void forgetUntil(double time) {
    int count = 0;
    while (count < pieces.size() && pieces.get(count).end() <= time) {
      count++;
    }
    pieces.subList(0, count).clear();
  }
}
