package org.flowproof.check.margins;

import java.util.BitSet;

/**
 * The mean gates of one neuron at kinks that it is within reach of. They make the pull least, with
 * every gate between the slopes of the two sides: the element that gradient flow follows, and the
 * mean over the crossings of gradient descent.
 */
final class KinkGates {
  private static final int SWEEPS = 2000;
  private static final double SETTLED = 1e-14;

  /** A gate this close to a slope is that slope. */
  private static final double EDGE = 1e-9;

  private KinkGates() {}

  /**
   * Finds the gates.
   *
   * @param gates the neuron's, one for each sample; those at near kinks are replaced by means
   * @param near samples whose kink is within reach and repels neither side
   * @param pulls what multiplies {@code s_k x_k}, one for each sample
   * @return the samples where the gate is strictly between the slopes, so that the neuron is held
   */
  static BitSet settle(Classifier classifier, double[] gates, BitSet near, double[] pulls) {
    int n = classifier.n();
    for (int sweep = 0; sweep < SWEEPS; sweep++) {
      double most = 0;
      for (int k = near.nextSetBit(0); k >= 0; k = near.nextSetBit(k + 1)) {
        double others = 0;
        for (int i = 0; i < n; i++) {
          others += i == k ? 0 : gates[i] * pulls[i] * classifier.gram(i, k);
        }
        double own = pulls[k] * classifier.gram(k, k);
        double gate = Math.max(classifier.slope(), Math.min(1, -others / own));
        most = Math.max(most, Math.abs(gate - gates[k]));
        gates[k] = gate;
      }
      if (most <= SETTLED) {
        break;
      }
    }
    BitSet held = new BitSet(n);
    for (int k = near.nextSetBit(0); k >= 0; k = near.nextSetBit(k + 1)) {
      if (gates[k] < classifier.slope() + EDGE) {
        gates[k] = classifier.slope();
      } else if (gates[k] > 1 - EDGE) {
        gates[k] = 1;
      } else {
        held.set(k);
      }
    }
    return held;
  }
}
