package org.flowproof.enclose.path;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.flowproof.flow.KinkLines;
import org.flowproof.problem.Matrix;

/**
 * The kinks of a data set. Samples on one line through the origin have one kink between them, for
 * which the longest of them stands; which samples are on one line is decided exactly on the given
 * doubles.
 */
public final class Kinks {
  private final KinkLine[] lineOf;
  private final int[] samples;
  private final KinkLine[] shared;

  Kinks(Matrix data, double[][] x, double alpha) {
    KinkLines lines = KinkLines.of(data);
    lineOf = new KinkLine[x.length];
    for (int k = 0; k < x.length; k++) {
      if (lineOf[k] == null) {
        int line = lines.lineOf(k);
        KinkLine kink = new KinkLine(x, line < 0 ? new int[] {k} : lines.members(line), alpha);
        for (int member : kink.members()) {
          lineOf[member] = kink;
        }
      }
    }
    samples = IntStream.range(0, x.length).filter(k -> lineOf[k].sample() == k).toArray();
    shared =
        Arrays.stream(samples)
            .mapToObj(k -> lineOf[k])
            .filter(kink -> !kink.alone())
            .toArray(KinkLine[]::new);
  }

  /** The samples that stand for kinks, in ascending order; not to be written to. */
  public int[] samples() {
    return samples;
  }

  /** The kink of a sample. */
  public KinkLine of(int sample) {
    return lineOf[sample];
  }

  /** Whether a sample stands for its kink. */
  public boolean standsFor(int sample) {
    return lineOf[sample].sample() == sample;
  }

  /** Whether some samples share a kink. */
  public boolean anyShared() {
    return shared.length > 0;
  }

  /** The samples that stand for kinks that a neuron with these sides slides on. */
  public int[] slides(Side[] sides) {
    int count = 0;
    for (int k : samples) {
      count += sides[k] == Side.SLIDE ? 1 : 0;
    }
    int[] slides = new int[count];
    for (int p = 0, next = 0; next < count; p++) {
      if (sides[samples[p]] == Side.SLIDE) {
        slides[next++] = samples[p];
      }
    }
    return slides;
  }

  /** Puts all samples of a kink on their sides when the one that stands for it is on a side. */
  public void put(Side[] sides, int sample, Side side) {
    KinkLine kink = lineOf[sample];
    for (int place = 0; place < kink.members().length; place++) {
      sides[kink.members()[place]] = kink.side(place, side);
    }
  }

  /** A sample whose side is not that of the others with its kink, or -1. */
  public int astray(Side[] sides) {
    for (KinkLine kink : shared) {
      for (int place = 0; place < kink.members().length; place++) {
        int k = kink.members()[place];
        if (sides[k] != kink.side(place, sides[kink.sample()])) {
          return k;
        }
      }
    }
    return -1;
  }

  /** All samples with the kinks that some samples stand for. */
  public int[] members(int[] standing) {
    return anyShared()
        ? Arrays.stream(standing).flatMap(k -> Arrays.stream(lineOf[k].members())).toArray()
        : standing.clone();
  }
}
