package org.flowproof.enclose.bound;

import java.util.ArrayList;
import java.util.List;

/**
 * Bounds of the distance between the flow and a path, in several norms side by side. Each follows
 * its own differential inequality; after every step each takes over what the others know better.
 */
public final class ErrorBounds {
  /** Norms without a block that changes. */
  private static final int FIXED = 3;

  private final List<BlockNorm> norms;
  private final int m;

  private ErrorBounds(int m, List<BlockNorm> norms) {
    this.m = m;
    this.norms = norms;
  }

  /**
   * No error, in the norms by neurons, of all, of all with weights, and of blocks.
   *
   * @param blocks how many norms with a block there are, the blocks being empty at first
   */
  public static ErrorBounds none(int m, int blocks) {
    boolean[] all = new boolean[m];
    java.util.Arrays.fill(all, true);
    List<BlockNorm> norms = new ArrayList<>();
    norms.add(BlockNorm.of(new boolean[m], false));
    norms.add(BlockNorm.of(all, false));
    norms.add(BlockNorm.of(all, true));
    for (int b = 0; b < blocks; b++) {
      norms.add(BlockNorm.of(new boolean[m], false));
    }
    return new ErrorBounds(m, norms);
  }

  public ErrorBounds copy() {
    return new ErrorBounds(m, new ArrayList<>(norms.stream().map(BlockNorm::copy).toList()));
  }

  /** At least the error of a neuron. */
  public double of(int neuron) {
    double best = Double.POSITIVE_INFINITY;
    for (BlockNorm norm : norms) {
      best = Math.min(best, norm.of(neuron));
    }
    return best;
  }

  /** At least the errors of all neurons. */
  public double[] all() {
    double[] best = new double[m];
    for (int j = 0; j < m; j++) {
      best[j] = of(j);
    }
    return best;
  }

  /** The largest error of a neuron. */
  public double largest() {
    double largest = 0;
    for (int j = 0; j < m; j++) {
      largest = Math.max(largest, of(j));
    }
    return largest;
  }

  /**
   * Replaces a norm with a block by one of another block, starting from what is known.
   *
   * @param which counts norms with a block, from 0
   */
  public void regroup(int which, boolean[] block) {
    BlockNorm next = BlockNorm.of(block, false);
    double[] best = all();
    next.set(best, Double.POSITIVE_INFINITY);
    next.improve(best, new double[m]);
    norms.set(FIXED + which, next);
  }

  /** Whether a neuron belongs to the block of a norm. */
  public boolean inBlock(int which, int neuron) {
    return norms.get(FIXED + which).inBlock(neuron);
  }

  public void jump(double[] amounts) {
    norms.forEach(norm -> norm.jump(amounts));
  }

  public void kick(Kick kick) {
    norms.forEach(norm -> norm.kick(kick));
  }

  /** No kink is being passed any more. */
  public void settle() {
    norms.forEach(BlockNorm::settle);
  }

  /** Weights that have drifted apart by more than a factor are made even. */
  public void even(double ratio) {
    double[] best = all();
    for (BlockNorm norm : norms) {
      double largest = 0;
      for (int j = 0; j < m; j++) {
        largest = Math.max(largest, norm.weight(j));
      }
      if (largest > ratio) {
        norm.even(best);
      }
    }
  }

  /**
   * Moves all norms over a step and lets them improve one another.
   *
   * @param drift as in {@link BlockNorm#improve}
   */
  public void grow(StepRates rates, double[] tube, double[] drift) {
    norms.forEach(norm -> norm.grow(rates, tube));
    double[] best = all();
    norms.forEach(norm -> norm.improve(best, drift));
  }

  /**
   * Takes over what an ellipsoid knows better.
   *
   * @param drift as in {@link BlockNorm#improve}
   */
  public void learn(Ellipsoid ellipsoid, double[] drift) {
    double[] best = all();
    boolean better = false;
    for (int j = 0; j < m; j++) {
      double known = ellipsoid.of(j);
      better |= known < best[j];
      best[j] = Math.min(best[j], known);
    }
    if (better) {
      norms.forEach(norm -> norm.improve(best, drift));
    }
  }

  /** The norms, in the order of {@link #none}. */
  public List<BlockNorm> norms() {
    return norms;
  }
}
