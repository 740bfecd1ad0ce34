package org.flowproof.flow;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * What a segment remembers of its start: which preactivations are zero there up to rounding because
 * the neuron has just left a kink, and the signs of the pulls on held lines.
 */
final class SegmentMemory {
  private static final double[] INSIDE = {0.25, 0.5, 0.75};

  private final byte[][] departing;
  private final byte[][] signs;
  private boolean anyDeparting;
  private boolean anyHeld;
  private boolean watchesUniqueness = true;

  SegmentMemory(int neurons, int lines) {
    departing = new byte[neurons][lines];
    signs = new byte[neurons][lines];
  }

  /** Order of the zero at the start: 0 none, 1 crossing speed, 2 tangential. */
  int departing(int neuron, int line) {
    return departing[neuron][line];
  }

  void depart(int neuron, int line, int order) {
    departing[neuron][line] = (byte) order;
    anyDeparting = true;
  }

  /** Signs of the pull on each held line when the hold began; not to be changed. */
  byte[] signs(int neuron) {
    return signs[neuron];
  }

  void hold(int neuron, int line, double pull) {
    signs[neuron][line] = (byte) (pull < 0 ? -1 : 1);
  }

  boolean anyHeld() {
    return anyHeld;
  }

  /** Whether the end of uniqueness of held neurons is still looked for; only the first counts. */
  boolean watchesUniqueness() {
    return watchesUniqueness;
  }

  void stopWatchingUniqueness() {
    watchesUniqueness = false;
  }

  /** Looks again which neurons are held. */
  void refresh(Pattern pattern) {
    anyHeld = false;
    for (int j = 0; j < pattern.neurons(); j++) {
      anyHeld |= pattern.held(j).length > 0 && (!pattern.still(j) || watchesUniqueness);
    }
  }

  /**
   * Forgets zeros that were left and cleared inside a step. Its end does not tell: a neuron may be
   * back at the kink there, stopped by an event of a neuron that goes the same way.
   */
  void settle(DensePiece piece, double clear) {
    for (int i = 0; anyDeparting && i < INSIDE.length; i++) {
      double time = piece.start() + INSIDE[i] * (piece.end() - piece.start());
      settle(piece.pattern(), piece.at(time), clear);
    }
  }

  /** Forgets zeros that the neuron has clearly left, to either side. */
  void settle(Pattern pattern, double[] y, double clear) {
    if (!anyDeparting) {
      return;
    }
    KinkLines lines = pattern.lines();
    int d = lines.dimension();
    anyDeparting = false;
    for (int j = 0; j < departing.length; j++) {
      for (int l = 0; l < departing[j].length; l++) {
        if (departing[j][l] == 0) {
          continue;
        }
        double u = 0;
        double size = 0;
        for (int i = 0; i < d; i++) {
          double w = y[pattern.neurons() + j * d + i];
          u += w * lines.direction(l)[i];
          size += w * w;
        }
        if (pattern.side(j, l) == 0 || Math.abs(u) > clear * Math.sqrt(size)) {
          departing[j][l] = 0;
        } else {
          anyDeparting = true;
        }
      }
    }
  }

  void save(DataOutput out) throws IOException {
    ExactNumbers.write(out, departing);
    ExactNumbers.write(out, signs);
    out.writeBoolean(watchesUniqueness);
  }

  void restore(DataInput in) throws IOException {
    int lines = departing.length == 0 ? 0 : departing[0].length;
    byte[][] left = ExactNumbers.read(in, departing.length, lines);
    byte[][] held = ExactNumbers.read(in, departing.length, lines);
    for (int j = 0; j < departing.length; j++) {
      System.arraycopy(left[j], 0, departing[j], 0, lines);
      System.arraycopy(held[j], 0, signs[j], 0, lines);
    }
    // found out again by the next settling
    anyDeparting = true;
    watchesUniqueness = in.readBoolean();
  }
}
